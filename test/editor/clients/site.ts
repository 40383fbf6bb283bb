import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { EditorProgram } from '../../support/editors.ts';
import { installBuilt } from '../../support/project.ts';
import { type Workspace, workspace } from '../../support/workspace.ts';

/** A page with one finding, on `colaboration`, and a link to a heading of another page. */
export const hiring =
  '---\ntitle: Hiring\n---\n\nBy [values](/values/#colaboration), mostly [trust](/values/#trust).\n';

/** A Hugo site in which the command is installed, in a folder of its own. */
export function site(files: Readonly<Record<string, string>>): Workspace {
  const disk = workspace({
    'handbook.yaml': '',
    'hugo.yaml': '',
    'content/_index.md': '# Home\n',
    'content/hiring.md': hiring,
    'content/values.md': '---\ntitle: Our values\n---\n\n## Trust\n\nWe do.\n',
    'content/people/_index.md': '# People\n',
    'home/.keep': '',
    ...files,
  });
  installBuilt(disk.root);
  return disk;
}

/** The environment in which an editor finds no settings but those in `home`. */
export function environment({ env }: EditorProgram, disk: Workspace): NodeJS.ProcessEnv {
  const home = disk.path('home');
  const folders = ['CONFIG', 'STATE', 'DATA', 'CACHE'].map((name) => [`XDG_${name}_HOME`, home]);
  // The server is found in node_modules; npm needs nothing of the home folder.
  return { ...env, HOME: home, ...Object.fromEntries(folders) };
}

/** What an editor noted while it played a script: a line of JSON each, `[name, value]`. */
export function played(
  program: EditorProgram,
  args: readonly string[],
  disk: Workspace,
): Readonly<Record<string, unknown>> {
  const [command = '', ...own] = program.argv;
  const notes = disk.path('notes.jsonl');
  const env = { ...environment(program, disk), NOTES: notes };
  const { stdout, stderr, error } = spawnSync(command, [...own, ...args], {
    cwd: disk.root,
    env,
    encoding: 'utf8',
    // Neovim 0.12.4 stops reading typed keys at the end of a pipe.
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 200_000,
  });
  if (error !== undefined) throw new Error(`${error.message}\n${stdout}${stderr}`);
  const lines = readFileSync(notes, 'utf8').trim().split('\n');
  return Object.fromEntries(lines.map((line) => JSON.parse(line) as [string, unknown]));
}
