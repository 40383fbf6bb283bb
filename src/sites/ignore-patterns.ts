import { compileGlobs } from '../config/glob.ts';

const compiled = new Map<string, (path: string) => boolean>();

/** Whether patterns written as in a .gitignore leave a path out: the last one that matches decides, `!` takes back. */
export function isIgnored(path: string, patterns: readonly string[]): boolean {
  let ignored = false;
  for (const line of patterns) {
    const pattern = line.trim();
    if (pattern === '' || pattern.startsWith('#')) continue;
    const isBack = pattern.startsWith('!');
    if (matcherOf(isBack ? pattern.slice(1) : pattern)(path)) ignored = !isBack;
  }
  return ignored;
}

function matcherOf(pattern: string): (path: string) => boolean {
  const known = compiled.get(pattern);
  if (known) return known;
  const isFolder = pattern.endsWith('/');
  const bare = pattern.replace(/^\//, '').replace(/\/$/, '');
  const anchored = pattern.slice(0, -1).includes('/') ? bare : `**/${bare}`;
  const globs = isFolder ? [`${anchored}/**`] : [anchored, `${anchored}/**`];
  const matches = compileGlobs(globs);
  compiled.set(pattern, matches);
  return matches;
}
