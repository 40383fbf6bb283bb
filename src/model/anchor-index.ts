import type { Anchor, Anchors, Page } from './handbook.ts';
import type { HeadingIds } from './heading-ids.ts';
import { Numbering } from './numbering.ts';
import { Answers } from './query.ts';
import { trackInterface } from './reads.ts';

/** The ids of a page as one string: `\nid\t4\n`, each with the number that its anchor is made from. */
type Rows = string;

/** Ids that more than the page's own headings make. */
interface Packed {
  readonly rows: Rows;
  /** Anchors that stand in other files. */
  readonly others: readonly Anchor[];
}

const none: readonly never[] = [];
const RAW = -1;
/** From here down, the number says which of the others it is. */
const OTHER = -2;
/** A row is searched from its start, so a page with more ids than this keeps them as they are. */
const MOST_IN_A_ROW = 300;

/** The anchors of all pages that links lead to: a tenth of what they take as objects, so that all can be kept. */
export class AnchorIndex {
  readonly #collect: (page: Page) => Anchors;
  readonly #slugs: (page: Page) => readonly string[] | null;
  readonly #numbered: HeadingIds['numbered'];
  /** Of pages whose slugs make all ids; `null` for the others. No other page is read for these. */
  readonly #ofSlugs = new Map<Page, Rows | null>();
  readonly #packed: Answers<Page, Packed | ReadonlyMap<string, Anchor>>;

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
    this.#packed = new Answers(undefined, { tracks });
  }

  readonly #pack = (page: Page) => pack(page, this.#collect(page).ids);

  get(page: Page, id: string): Anchor | undefined {
    const rows = this.#rowsOfSlugs(page);
    if (rows !== null) return anchorIn(rows, none, page, id);
    const packed = this.#packed.get(page, this.#pack);
    return 'get' in packed ? packed.get(id) : anchorIn(packed.rows, packed.others, page, id);
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

function anchorIn(rows: Rows, others: readonly Anchor[], page: Page, id: string): Anchor | undefined {
  const at = isNoRow(id) ? -1 : rows.indexOf(`\n${id}\t`);
  if (at === -1) return undefined;
  const start = at + id.length + 2;
  const number = Number(rows.slice(start, rows.indexOf('\n', start)));
  return number > OTHER ? new OwnAnchor(page, id, number) : others[OTHER - number];
}

/** The ids that these slugs make; `null` where they are not all there is, or do not fit into a row. */
function packSlugs(slugs: readonly string[] | null, numbered: HeadingIds['numbered']): Rows | null {
  if (slugs === null || slugs.length > MOST_IN_A_ROW || slugs.some(isNoRow)) return null;
  const numbering = new Numbering(numbered);
  const rows = [''];
  slugs.forEach((slug, index) => {
    if (slug === '') return;
    const id = numbering.next(slug);
    rows.push(`${id}\t${numberIn(index, id !== slug)}`);
  });
  rows.push('');
  return rows.join('\n');
}

/** The ids themselves where there are too many, or where one would be taken for two. */
function pack(page: Page, ids: ReadonlyMap<string, Anchor>): Packed | ReadonlyMap<string, Anchor> {
  if (ids.size > MOST_IN_A_ROW || [...ids.keys()].some(isNoRow)) return ids;
  const rows = [''];
  const others: Anchor[] = [];
  ids.forEach((anchor, id) => {
    rows.push(`${id}\t${anchor.path === page.path ? numberOf(anchor) : OTHER + 1 - others.push(anchor)}`);
  });
  rows.push('');
  return { rows: rows.join('\n'), others: others.length === 0 ? none : others };
}

function numberOf({ headingIndex, positional }: Anchor): number {
  return headingIndex === null ? RAW : numberIn(headingIndex, positional);
}

function numberIn(headingIndex: number, positional: boolean): number {
  return headingIndex * 2 + Number(positional);
}

function isNoRow(id: string): boolean {
  return id.includes('\n') || id.includes('\t');
}

/** An anchor that stands on the page itself. */
class OwnAnchor implements Anchor {
  readonly id: string;
  readonly #page: Page;
  readonly #number: number;

  constructor(page: Page, id: string, number: number) {
    this.id = id;
    this.#page = page;
    this.#number = number;
  }

  get path(): string {
    return this.#page.path;
  }

  get heading(): string | null {
    return this.headingIndex === null ? null : this.#page.facts.headings[this.headingIndex]!.text;
  }

  get headingIndex(): number | null {
    return this.#number === RAW ? null : this.#number >> 1;
  }

  get positional(): boolean {
    return this.#number !== RAW && (this.#number & 1) === 1;
  }
}
