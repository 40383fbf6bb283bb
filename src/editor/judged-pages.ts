import { rules as allRules } from '../../rules/index.ts';
import { type JudgedPage, judgeDespiteFailures } from '../lint/judge-despite-failures.ts';
import type { EnabledRule } from '../lint/levels.ts';
import { pageInScope } from '../lint/scope.ts';
import type { Handbook, Page } from '../model/handbook.ts';
import { trackAll } from '../model/reads.ts';

/** The findings of a page, and all pages that were read for them. */
interface KnownPage {
  readonly page: Page;
  readonly judged: JudgedPage;
  readonly interfaces: ReadonlyMap<string, string | undefined>;
  readonly contents: ReadonlyMap<string, Page | undefined>;
}

/** How many pages are remembered: about as many as an editor shows. */
const KEPT = 64;
const known = allRules.map(({ id }) => id);

/** What the rules said about pages, while these stay where they are and no file changes on disk. */
export class JudgedPages {
  readonly #known = new Map<string, KnownPage>();
  readonly #rules: readonly EnabledRule[];

  constructor(rules: readonly EnabledRule[]) {
    this.#rules = rules;
  }

  /**
   * What the rules say about one page, judged again only when something that was read for it is another. A file that is no page,
   * or an ignored one, has nothing wrong.
   */
  of(path: string, handbook: Handbook): JudgedPage {
    const page = pageInScope(handbook, path);
    if (page === undefined) return { findings: [], failures: [] };
    const last = this.#known.get(path);
    if (last !== undefined && last.page === page && holds(last, handbook)) return last.judged;
    const { result, common } = trackAll((judging) =>
      judging(path, () => judgeDespiteFailures(page, { handbook, rules: this.#rules, known })),
    );
    const interfaces = [...result.interfaces, ...common.interfaces];
    // The page that was judged last is forgotten last.
    this.#known.delete(path);
    this.#known.set(path, {
      page,
      judged: result.value,
      interfaces: new Map(interfaces.map((each) => [each, interfaceOf(each, handbook)])),
      contents: new Map([...common.contents].map((each) => [each, handbook.page(each)])),
    });
    const [first = path] = this.#known.keys();
    if (this.#known.size > KEPT) this.#known.delete(first);
    return result.value;
  }

  /** The pages that were judged, and all that were read for it. */
  get read(): ReadonlySet<string> {
    const all = [...this.#known].map(([path, { interfaces, contents }]) => [
      path,
      ...interfaces.keys(),
      ...contents.keys(),
    ]);
    return new Set(all.flat());
  }
}

function holds({ interfaces, contents }: KnownPage, handbook: Handbook): boolean {
  for (const [path, page] of contents) if (handbook.page(path) !== page) return false;
  for (const [path, hash] of interfaces) if (interfaceOf(path, handbook) !== hash) return false;
  return true;
}

function interfaceOf(path: string, handbook: Handbook): string | undefined {
  return handbook.page(path)?.summary.interfaceHash;
}
