import { appendFileSync, chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { builtCommand } from './command.ts';

/** What this package says of itself. */
export const own = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  readonly name: string;
  readonly version: string;
  readonly bin: Readonly<Record<string, string>>;
};

/** Puts the command into a folder's node_modules as npm does: the package, and a link to its program in `.bin`. */
export function installBuilt(folder: string): void {
  const { name, version, bin } = own;
  const home = join(folder, 'node_modules', name);
  mkdirSync(home, { recursive: true });
  writeFileSync(join(home, 'package.json'), JSON.stringify({ name, version, type: 'module', bin }));
  symlinkSync(dirname(dirname(builtCommand())), join(home, 'dist'));
  // The other programs stand in folders that are not built.
  for (const [program, path] of Object.entries(bin).filter(([, file]) => file.startsWith('dist/')))
    linkProgram(folder, program, join(home, path));
  ignoreModules(folder);
}

/** Puts another package into a folder's node_modules, by a link, and its programs into `.bin`. */
export function linkPackage(folder: string, home: string): void {
  const { name, bin } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as {
    readonly name: string;
    readonly bin: string | Readonly<Record<string, string>>;
  };
  mkdirSync(join(folder, 'node_modules'), { recursive: true });
  symlinkSync(home, join(folder, 'node_modules', name));
  const programs = typeof bin === 'string' ? { [basename(name)]: bin } : bin;
  for (const [program, path] of Object.entries(programs)) linkProgram(folder, program, join(home, path));
}

function linkProgram(folder: string, name: string, file: string): void {
  const programs = join(folder, 'node_modules/.bin');
  mkdirSync(programs, { recursive: true });
  chmodSync(file, 0o755);
  symlinkSync(relative(programs, file), join(programs, name));
}

/** Keeps node_modules out of commits, without a file that the commits would hold. */
function ignoreModules(folder: string): void {
  const exclude = join(folder, '.git/info/exclude');
  if (!existsSync(join(folder, '.git'))) return;
  mkdirSync(dirname(exclude), { recursive: true });
  appendFileSync(exclude, 'node_modules\n');
}
