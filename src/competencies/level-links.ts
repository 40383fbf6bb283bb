import { getOrInsert } from '../collections/get-or-insert.ts';
import { resolveLink } from '../links/resolve.ts';
import type { Link } from '../markdown/facts.ts';
import type { Handbook, Page } from '../model/handbook.ts';
import type { Department, Framework, LevelPage } from './framework.ts';
import { readParts } from './reading/parts.ts';

/** Where the framework's pages are linked from. */
export interface LevelLinks {
  /** The level page that a link on `page` leads to. */
  target(link: Link, page: Page): LevelPage | undefined;
  /** The level pages that a file names itself, includes left out. */
  namedOn(page: Page): ReadonlySet<LevelPage>;
  /** The level pages that a page names, includes and all. */
  shownOn(page: Page): ReadonlySet<LevelPage>;
  /** The departments whose own page a page names, includes and all. */
  departmentsOn(page: Page): ReadonlySet<Department>;
}

/** Reads links to the framework's pages, each page once. */
export function levelLinks(framework: Framework, handbook: Handbook): LevelLinks {
  const byPage = new Map<Page, LevelPage>();
  for (const each of framework.pages) if (each.shape === 'page') byPage.set(each.page, each);
  const byIndex = new Map<Page, Department>();
  for (const each of framework.departments) if (each.index !== null) byIndex.set(each.index, each);
  // By where their destinations stand.
  const targets = new Map<Page, ReadonlyMap<number, Page>>();
  const targetsOf = (page: Page): ReadonlyMap<number, Page> => {
    const known =
      targets.get(page) ??
      new Map(
        page.facts.links.flatMap((link) => {
          // A page without the heading that a link names is named all the same.
          const target = resolveLink(link, page, handbook).page;
          return target === null ? [] : [[link.target[0], target] as const];
        }),
      );
    targets.set(page, known);
    return known;
  };
  const files = new Map<Page, ReadonlySet<Page>>();
  const filesOf = (page: Page): ReadonlySet<Page> => {
    return getOrInsert(files, page, () => new Set([page, ...readParts(page, handbook).map((part) => part.page)]));
  };
  const namedOn = (page: Page): ReadonlySet<LevelPage> =>
    new Set([...targetsOf(page).values()].flatMap((target) => byPage.get(target) ?? []));
  return {
    target: (link, page) => {
      const target = targetsOf(page).get(link.target[0]);
      return target === undefined ? undefined : byPage.get(target);
    },
    namedOn,
    shownOn: (page) => new Set([...filesOf(page)].flatMap((file) => [...namedOn(file)])),
    departmentsOn: (page) =>
      new Set(
        [...filesOf(page)].flatMap((file) =>
          [...targetsOf(file).values()].flatMap((target) => byIndex.get(target) ?? []),
        ),
      ),
  };
}
