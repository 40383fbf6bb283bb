import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { nearestAbove } from '../files/upward.ts';
import { ignoredFiles } from './repository.ts';
import { GitProblem } from './run-git.ts';

/** What git leaves out of a repository. */
interface Ignored {
  /** Files below the folder that was asked for, and whole folders, which end with a slash. */
  readonly paths: readonly string[];
  /** Glob patterns for those. */
  readonly patterns: readonly string[];
  /** The files that git was told so by, relative to that folder, whether they are there or not. */
  readonly saidBy: readonly string[];
}

/**
 * Files that git ignores below a folder: those that it does not follow and that a .gitignore names. Empty where no repository is,
 * and where git cannot be asked: then more is judged. A .gitignore below the folder counts when git is asked for another's sake.
 */
export function ignoredBelow(folder: string): Ignored {
  const folders: string[] = [];
  const top = nearestAbove(folder, (each) => {
    folders.push(each);
    return existsSync(join(each, '.git'));
  });
  if (top === null) return { paths: [], patterns: [], saidBy: [] };
  const files = folders.map((each) => join(each, '.gitignore'));
  const saidBy = [...files, join(top, '.git/info/exclude')].map((path) => relative(folder, path).replaceAll('\\', '/'));
  if (!files.some((path) => existsSync(path))) return { paths: [], patterns: [], saidBy };
  try {
    const all = ignoredFiles(folder);
    // Who asks for a folder that git ignores as a whole wants it judged.
    const paths = all.includes('./') ? [] : all;
    return { paths, patterns: paths.map(asPattern), saidBy };
  } catch (error) {
    if (error instanceof GitProblem) return { paths: [], patterns: [], saidBy };
    throw error;
  }
}

/** `a/` is all below a folder. */
function asPattern(path: string): string {
  const escaped = path.replace(/[[\](){}!*?+@\\]/g, '\\$&');
  return escaped.endsWith('/') ? `${escaped}**` : escaped;
}
