import { getOrInsert } from '../collections/get-or-insert.ts';
import { resolveLink } from '../links/resolve.ts';
import type { Link } from '../markdown/facts.ts';
import type { Handbook, Page } from '../model/handbook.ts';
import type { Department, Framework, LevelPage } from './framework.ts';
import { readParts } from './reading/parts.ts';

/** Where the framework's pages are linked from; each page's links are followed once. */
export class LevelLinks {
  readonly #handbook: Handbook;
  readonly #levelPages: ReadonlyMap<Page, LevelPage>;
  readonly #indexes: ReadonlyMap<Page, Department>;
  /** Of each page, by where the destinations of its links stand. */
  readonly #targets = new Map<Page, ReadonlyMap<number, Page>>();
  /** A page and the files that it includes. */
  readonly #files = new Map<Page, ReadonlySet<Page>>();

  constructor({ pages, departments }: Framework, handbook: Handbook) {
    this.#handbook = handbook;
    this.#levelPages = new Map(pages.flatMap((each) => (each.shape === 'page' ? [[each.page, each]] : [])));
    this.#indexes = new Map(departments.flatMap((each) => (each.index === null ? [] : [[each.index, each]])));
  }

  /** The level page that a link on `page` leads to. */
  target(link: Link, page: Page): LevelPage | undefined {
    const target = this.#targetsOf(page).get(link.target[0]);
    return target && this.#levelPages.get(target);
  }

  /** The level pages that a file names itself, includes left out. */
  namedOn(page: Page): ReadonlySet<LevelPage> {
    return this.#among(this.#levelPages, [page]);
  }

  /** The level pages that a page names, includes and all. */
  shownOn(page: Page): ReadonlySet<LevelPage> {
    return this.#among(this.#levelPages, this.#filesOf(page));
  }

  /** The departments whose own page a page names, includes and all. */
  departmentsOn(page: Page): ReadonlySet<Department> {
    return this.#among(this.#indexes, this.#filesOf(page));
  }

  #among<T>(known: ReadonlyMap<Page, T>, files: Iterable<Page>): ReadonlySet<T> {
    const targets = [...files].flatMap((file) => [...this.#targetsOf(file).values()]);
    return new Set(targets.flatMap((target) => known.get(target) ?? []));
  }

  #targetsOf(page: Page): ReadonlyMap<number, Page> {
    return getOrInsert(this.#targets, page, () => {
      // A page without the heading that a link names is named all the same.
      const targets = page.facts.links.map(
        (link) => [link.target[0], resolveLink(link, page, this.#handbook).page] as const,
      );
      return new Map(targets.flatMap(([at, target]) => (target === null ? [] : [[at, target]])));
    });
  }

  #filesOf(page: Page): ReadonlySet<Page> {
    const all = () => new Set([page, ...readParts(page, this.#handbook).map((part) => part.page)]);
    return getOrInsert(this.#files, page, all);
  }
}
