import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shellEnvironment } from './package-copy.ts';
import { repository } from './workspace.ts';

/** A real editor, and how it is started. */
export interface EditorProgram {
  readonly argv: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

type Skip = (why: string) => never;

/** Where `.ci/editors` has put editors that are newer than the system's. */
const editors = process.env.HANDBOOK_LINT_EDITORS ?? join(repository, 'node_modules/.cache/handbook-lint-editors');

/** Neovim with `vim.lsp.config`, from 0.11 on. */
export function neovim(skip: Skip): EditorProgram {
  const root = join(editors, 'neovim');
  const share = join(root, 'usr/share');
  const own = unpacked('neovim', 'usr/bin/nvim', {
    VIMRUNTIME: join(share, 'nvim/runtime'),
    LUA_PATH: `${join(share, 'lua/5.1/?.lua')};;`,
  });
  return own ?? onPath('nvim', ['--version'], /^NVIM v(?:0\.(?:1[1-9]|[2-9]\d)|[1-9])/) ?? lacking('Neovim 0.11', skip);
}

/** Helix from 25.01 on. */
export function helix(skip: Skip): EditorProgram {
  const own = unpacked('helix', 'usr/bin/hx', { HELIX_RUNTIME: join(editors, 'helix/usr/lib/hx/runtime') });
  return own ?? onPath('hx', ['--version'], /^helix (?:2[5-9]|[3-9]\d)\./) ?? lacking('Helix 25', skip);
}

/** Emacs from 29 on, which has Eglot, with markdown-mode. */
export function emacs(skip: Skip): EditorProgram {
  const root = join(editors, 'emacs/usr');
  const share = join(root, 'share/emacs');
  const [version = ''] = entries(share, /^\d/);
  const own = unpacked('emacs', 'usr/bin/emacs-nox', {
    EMACSLOADPATH: join(version, 'lisp'),
    EMACSDATA: join(version, 'etc'),
  });
  if (own === null) {
    const installed = onPath('emacs', ['--version'], /^GNU Emacs (?:29|[3-9]\d)\./) ?? lacking('Emacs 29', skip);
    return { ...installed, argv: [...installed.argv, ...markdownModes('/usr/share/emacs/site-lisp')] };
  }
  const [libexec = ''] = entries(join(root, 'libexec/emacs'), /^\d/).flatMap((folder) =>
    entries(folder, /-linux-gnu$/),
  );
  const [dump = ''] = entries(libexec, /\.pdmp$/);
  return { ...own, argv: [...own.argv, `--dump-file=${dump}`, ...markdownModes(join(share, 'site-lisp'))] };
}

function markdownModes(lisp: string): readonly string[] {
  const folders = entries(lisp, /^elpa/).flatMap((folder) => entries(folder, /^markdown-mode/));
  return folders.flatMap((folder) => ['-L', folder]);
}

/** Vim with ALE. */
export function vim(skip: Skip): EditorProgram {
  const share = join(editors, 'vim/usr/share');
  const [runtime = ''] = entries(join(share, 'vim'), /^vim\d/);
  const own = unpacked('vim', 'usr/bin/vim.basic', { VIMRUNTIME: runtime });
  if (own === null) return lacking('Vim with ALE', skip);
  return {
    ...own,
    argv: [...own.argv, '--cmd', `set packpath^=${join(share, 'vim/vimfiles')} runtimepath^=${join(share, 'vim-ale')}`],
  };
}

/** A terminal for editors that want one. */
export function tmux(skip: Skip): EditorProgram {
  return onPath('tmux', ['-V'], /^tmux/) ?? lacking('tmux', skip);
}

/** A program of an unpacked Debian, which is started with the libraries of that Debian. */
function unpacked(name: string, program: string, env: NodeJS.ProcessEnv): EditorProgram | null {
  const file = join(editors, name, program);
  if (!existsSync(file)) return null;
  const [libraries = ''] = entries(join(editors, name, 'usr/lib'), /-linux-gnu$/);
  const [loader = ''] = entries(libraries, /^ld-linux.*\.so/);
  return { argv: [loader, '--library-path', libraries, file], env: { ...shellEnvironment(), ...env } };
}

/** The paths of what lies in a folder under names of this pattern. */
function entries(folder: string, name: RegExp): readonly string[] {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names.filter((entry) => name.test(entry)).map((entry) => join(folder, entry));
}

function onPath(program: string, args: readonly string[], version: RegExp): EditorProgram | null {
  const { stdout } = spawnSync(program, args, { encoding: 'utf8' });
  return version.test(stdout ?? '') ? { argv: [program], env: shellEnvironment() } : null;
}

function lacking(name: string, skip: Skip): never {
  return skip(`There is no ${name} here. \`.ci/editors ${editors}\` unpacks one on Debian.`);
}

const docs = readFileSync(join(repository, 'docs/editors.md'), 'utf8');

/** A code block of docs/editors.md, by its heading and which of the blocks there. */
export function editorSnippet(heading: string, at = 0): string {
  const section = docs.split(/^## /m).find((text) => text.startsWith(`${heading}\n`)) ?? '';
  const block = [...section.matchAll(/^```\w+\n(.*?)^```$/gms)][at]?.[1];
  if (block === undefined) throw new Error(`docs/editors.md has no block ${at} below ${heading}.`);
  return block;
}
