import picomatch from 'picomatch';
import type { Handbook, Page } from '../handbook/handbook.ts';

/** The pages to judge: those in `paths` (files or folders, relative to the root; all when absent) that `ignore` does not match. */
export function pagesInScope(handbook: Handbook, paths: readonly string[] | undefined): readonly Page[] {
  const { ignore } = handbook.config;
  const isIgnored = ignore.length === 0 ? () => false : picomatch([...ignore], { dot: true });
  const wanted = paths?.map((path) => path.replace(/^\.\/|^\.$|(?<!\/)\/+$/g, ''));
  const isWanted = (page: Page) =>
    wanted === undefined ||
    wanted.some((path) => path === '' || page.path === path || page.path.startsWith(`${path}/`));
  return handbook.pages.filter((page) => isWanted(page) && !isIgnored(page.path));
}
