/** The snippets of docs/editors.md in the real editors: what is underlined, and what going, completing, renaming and moving do. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { editorSnippet, emacs, helix, neovim, tmux, vim } from '../../support/editors.ts';
import type { Workspace } from '../../support/workspace.ts';
import { environment, hiring, played, site } from './site.ts';

const script = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** How long to wait for what an editor shows or writes: longer than a loaded machine takes. */
const patience = { timeout: 60_000 };

const lines = 'By [values](/values/#colaboration), mostly [trust](/values/#relying-on-each-other).\n[x](/values/)\n';
const atOldAddress = `---\naliases:\n  - /hiring/\ntitle: Hiring\n---\n\n${lines}`;

function expectMoved(disk: Workspace): void {
  expect(readFileSync(disk.path('content/people/hiring.md'), 'utf8')).toBe(atOldAddress);
  expect(readFileSync(disk.path('content/values.md'), 'utf8')).toContain('\n## Relying on each other\n');
}

test('Neovim', ({ skip }) => {
  const program = neovim(skip);
  const disk = site({ 'init.lua': editorSnippet('Neovim') + editorSnippet('Neovim', 1) });
  // Neovim 0.12 wants a grammar for Markdown, which Debian's package has not.
  const noGrammar = ['--cmd', 'lua vim.treesitter.start = function() end'];
  const args = [
    '--headless',
    ...noGrammar,
    '-u',
    'init.lua',
    'content/hiring.md',
    '-c',
    `luafile ${script('neovim.lua')}`,
  ];
  expect(played(program, args, disk)).toEqual({
    diagnostics: ['handbook-link-anchor: colaboration'],
    definition: 'values.md: ## Trust',
    moved: atOldAddress.trimEnd(),
  });
  expectMoved(disk);
});

test('Emacs', ({ skip }) => {
  const program = emacs(skip);
  const disk = site({ 'init.el': editorSnippet('Emacs') + editorSnippet('Emacs', 1) });
  // Eglot takes the project for the handbook.
  spawnSync('git', ['init', '--quiet'], { cwd: disk.root });
  const args = ['--batch', '--load', disk.path('init.el'), '--load', script('emacs.el')];
  expect(played(program, args, disk)).toEqual({
    diagnostics: ['colaboration'],
    definition: 'values.md: ## Trust',
    completed: '[x](/values/)',
    moved: atOldAddress,
  });
  expectMoved(disk);
});

test('Vim', ({ skip }) => {
  const program = vim(skip);
  const disk = site({
    'home/.vim/ale_linters/markdown/handbook_lint.vim': editorSnippet('Vim'),
    'home/.vimrc': `filetype plugin on\n${editorSnippet('Vim', 1)}`,
  });
  const args = ['-T', 'dumb', '--not-a-term', '-n', 'content/hiring.md', '-S', script('vim.vim')];
  expect(played(program, args, disk)).toEqual({
    diagnostics: ['handbook-link-anchor: colaboration'],
    definition: 'values.md: ## Trust',
  });
  expect(readFileSync(disk.path('content/hiring.md'), 'utf8')).toBe(hiring.replace('#trust', '#relying-on-each-other'));
  expect(readFileSync(disk.path('content/values.md'), 'utf8')).toContain('\n## Relying on each other\n');
});

test('Helix', async ({ skip }) => {
  const program = helix(skip);
  const [terminal = ''] = tmux(skip).argv;
  const shown = '[editor.inline-diagnostics]\ncursor-line = "hint"\nother-lines = "hint"\n';
  const disk = site({ '.helix/languages.toml': editorSnippet('Helix'), 'home/helix/config.toml': shown });
  const server = ['-L', disk.root.replaceAll('/', '-'), '-f', '/dev/null'];
  const env = environment(program, disk);
  const tell = (...args: string[]) =>
    spawnSync(terminal, [...server, ...args], { cwd: disk.root, env, encoding: 'utf8' }).stdout;
  onTestFinished(() => {
    tell('kill-server');
  });
  const keys = (...typed: string[]) => tell('send-keys', ...typed);
  const screen = () => tell('capture-pane', '-p').split('\n');
  // toMatch takes a string for words that are somewhere in the text.
  const seen = (words: RegExp | string) => expect.poll(() => screen().join('\n'), patience).toMatch(words);
  const onDisk = (path: string) => expect.poll(() => readFileSync(disk.path(path), 'utf8'), patience);

  tell('new-session', '-d', '-x', '150', '-y', '40', ...program.argv, 'content/hiring.md');
  await seen('has no heading for #colaboration');
  // The words of a finding hang below its first character.
  const line = screen().find((each) => each.includes('By [values]')) ?? '';
  const hung = screen().find((each) => each.includes('└─The page')) ?? '';
  expect(hung.indexOf('└─')).toBe(line.indexOf('colaboration'));

  keys('/', 'trust\\]', 'Enter');
  keys('g', 'd');
  await seen('## Trust');
  keys('Space', 'r');
  await seen('rename-to:');
  keys('C-u', 'Relying on each other', 'Enter');
  await seen('## Relying on each other');
  keys(':wa', 'Enter');
  await onDisk('content/hiring.md').toBe(hiring.replace('#trust', '#relying-on-each-other'));

  keys(':o content/hiring.md', 'Enter');
  await seen('By [values]');
  keys('g', 'e', 'o');
  await seen(' INS ');
  // Of keys that come at once, Helix 25.01.1 may send the changes in another order than they were made in.
  const typed = '[x](our';
  for (const [at, key] of [...typed].entries()) {
    keys(key);
    await seen(typed.slice(0, at + 1));
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  // What was typed asks by itself; Helix drops an answer that comes while it asks again.
  const offered = () => {
    keys('C-x');
    return screen().join('\n');
  };
  await expect.poll(offered, { ...patience, interval: 1000 }).toMatch(/Our values +file/);
  keys('C-n', 'Enter');
  await seen('[x](/values/)');
  keys('Escape');
  await seen(' NOR ');
  keys(':w', 'Enter');
  await onDisk('content/hiring.md').toContain('[x](/values/)');
  // Helix 25.01.1 gives a page its old path back when it hears of the end of a write only after the move.
  await seen("'content/hiring.md' written, 7L");
  keys(':move content/people/hiring.md', 'Enter');
  await seen(/ NOR +content\/people\/hiring\.md/);
  // What the move asks for is written when it is there.
  await seen('aliases');
  keys(':wa', 'Enter');
  await onDisk('content/people/hiring.md').toContain('aliases');
  expectMoved(disk);
});
