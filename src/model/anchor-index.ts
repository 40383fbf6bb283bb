import type { Anchor, Anchors, Page } from './handbook.ts';
import { Numbering } from './numbering.ts';
import { Answers } from './query.ts';
import { trackInterface } from './reads.ts';
import type { HeadingIds } from './site-model.ts';

/** The ids of a page as one string: `\nid\t4\n`, each with the number of its heading, twice, and one more for an id that was numbered. */
type Rows = string;

/** A row is searched from its start, so a page with more ids than this keeps them as they are. */
const MOST_IN_A_ROW = 300;

/**
 * The anchors of all pages that links lead to. Of most pages the slugs of headings make all ids; as text these take a tenth of what they
 * take as objects, so that all can be kept.
 */
export class AnchorIndex {
  readonly #collect: (page: Page) => Anchors;
  readonly #slugs: (page: Page) => readonly string[] | null;
  readonly #numbered: HeadingIds['numbered'];
  /** `null` for pages whose slugs do not make all ids. No other page is read for these. */
  readonly #ofSlugs = new Map<Page, Rows | null>();
  readonly #collected: Answers<Page, Anchors['ids']>;

  /** `slugs`: those of the page's headings, in order, if they alone make its ids. */
  constructor(
    collect: (page: Page) => Anchors,
    slugs: (page: Page) => readonly string[] | null,
    numbered: HeadingIds['numbered'],
    tracks: boolean,
  ) {
    this.#collect = collect;
    this.#slugs = slugs;
    this.#numbered = numbered;
    this.#collected = new Answers(undefined, { tracks });
  }

  readonly #idsOf = (page: Page) => this.#collect(page).ids;

  get(page: Page, id: string): Anchor | undefined {
    const rows = this.#rowsOfSlugs(page);
    return rows === null ? this.#collected.get(page, this.#idsOf).get(id) : anchorIn(rows, page, id);
  }

  #rowsOfSlugs(page: Page): Rows | null {
    trackInterface(page.path);
    let rows = this.#ofSlugs.get(page);
    if (rows === undefined) {
      rows = packSlugs(this.#slugs(page), this.#numbered);
      this.#ofSlugs.set(page, rows);
    }
    return rows;
  }
}

/** The ids that these slugs make; `null` where they are not all there is, or do not fit into a row. */
function packSlugs(slugs: readonly string[] | null, numbered: HeadingIds['numbered']): Rows | null {
  if (slugs === null || slugs.length > MOST_IN_A_ROW || slugs.some(isNoRow)) return null;
  const numbering = new Numbering(numbered);
  const rows = [''];
  slugs.forEach((slug, index) => {
    if (slug === '') return;
    const id = numbering.next(slug);
    rows.push(`${id}\t${index * 2 + Number(id !== slug)}`);
  });
  rows.push('');
  return rows.join('\n');
}

function anchorIn(rows: Rows, page: Page, id: string): Anchor | undefined {
  const at = isNoRow(id) ? -1 : rows.indexOf(`\n${id}\t`);
  if (at === -1) return undefined;
  const start = at + id.length + 2;
  const number = Number(rows.slice(start, rows.indexOf('\n', start)));
  const headingIndex = number >> 1;
  return {
    id,
    path: page.path,
    // Reads the page when asked.
    get heading() {
      return page.facts.headings[headingIndex]!.text;
    },
    headingIndex,
    positional: (number & 1) === 1,
  };
}

function isNoRow(id: string): boolean {
  return id.includes('\n') || id.includes('\t');
}
