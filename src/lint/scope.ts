import { compileGlobs } from '../config/glob.ts';
import type { Handbook, Page } from '../model/handbook.ts';
import { wantedBy } from './wanted.ts';

/** The pages to judge: those in `paths` (files or folders, relative to the root; all when absent) that `ignore` does not match. */
export function pagesInScope(handbook: Handbook, paths: readonly string[] | undefined): readonly Page[] {
  const { ignore } = handbook.config;
  const isIgnored = compileGlobs(ignore);
  const isWanted = wantedBy(paths);
  return handbook.pages.filter(({ path }) => isWanted(path) && !isIgnored(path));
}
