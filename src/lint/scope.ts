import { compileGlobs } from '../config/glob.ts';
import type { Handbook, Page } from '../model/handbook.ts';
import { query } from '../model/query.ts';
import { pathFilter } from './path-filter.ts';

const ignored = query('ignored paths', ({ config }) => compileGlobs(config.ignore), { lives: 'places' });

/** The pages to judge: those in `paths` (files or folders, relative to the root; all when absent) that `ignore` does not match. */
export function pagesInScope(handbook: Handbook, paths: readonly string[] | undefined): readonly Page[] {
  const isIgnored = ignored(handbook);
  const isWanted = pathFilter(paths);
  return handbook.pages.filter(({ path }) => isWanted(path) && !isIgnored(path));
}

/** One page to judge; `undefined` for a file that is none, or that `ignore` matches. */
export function pageInScope(handbook: Handbook, path: string): Page | undefined {
  return ignored(handbook)(path) ? undefined : handbook.page(path);
}
