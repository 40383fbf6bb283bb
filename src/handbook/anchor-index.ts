import type { Anchor, Anchors, Page } from './handbook.ts';

/** A page's ids in a row, each between two line ends, and for each what makes its anchor. */
interface Packed {
  readonly text: string;
  readonly anchors: readonly (number | Anchor)[];
}

const RAW = -1;
/** A row is searched from its start, so a page with more ids than this keeps them as they are. */
const MOST_IN_A_ROW = 300;

/** The anchors of all pages that links lead to: a tenth of what they take as objects, so that all can be kept. */
export class AnchorIndex {
  readonly #collect: (page: Page) => Anchors;
  readonly #packed = new Map<Page, Packed | ReadonlyMap<string, Anchor>>();

  constructor(collect: (page: Page) => Anchors) {
    this.#collect = collect;
  }

  get(page: Page, id: string): Anchor | undefined {
    let packed = this.#packed.get(page);
    if (packed === undefined) {
      packed = pack(page, this.#collect(page).ids);
      this.#packed.set(page, packed);
    }
    if ('get' in packed) return packed.get(id);
    if (id.includes('\n')) return undefined;
    const { text, anchors } = packed;
    const at = text.indexOf(`\n${id}\n`);
    if (at < 0) return undefined;
    let index = 0;
    for (let end = text.indexOf('\n'); end < at; end = text.indexOf('\n', end + 1)) index++;
    const anchor = anchors[index]!;
    return typeof anchor === 'number' ? new OwnAnchor(page, id, anchor) : anchor;
  }
}

/** The ids themselves where there are too many, or where one has more than one line. */
function pack(page: Page, ids: ReadonlyMap<string, Anchor>): Packed | ReadonlyMap<string, Anchor> {
  if (ids.size > MOST_IN_A_ROW) return ids;
  const anchors: (number | Anchor)[] = [];
  for (const [id, anchor] of ids) {
    if (id.includes('\n')) return ids;
    if (anchor.path !== page.path) anchors.push(anchor);
    else anchors.push(anchor.headingIndex === null ? RAW : anchor.headingIndex * 2 + Number(anchor.positional));
  }
  return { text: ['', ...ids.keys(), ''].join('\n'), anchors };
}

/** An anchor that stands on the page itself. */
class OwnAnchor implements Anchor {
  readonly id: string;
  readonly #page: Page;
  readonly #packed: number;

  constructor(page: Page, id: string, packed: number) {
    this.id = id;
    this.#page = page;
    this.#packed = packed;
  }

  get path(): string {
    return this.#page.path;
  }

  get heading(): string | null {
    return this.headingIndex === null ? null : this.#page.facts.headings[this.headingIndex]!.text;
  }

  get headingIndex(): number | null {
    return this.#packed === RAW ? null : this.#packed >> 1;
  }

  get positional(): boolean {
    return this.#packed !== RAW && (this.#packed & 1) === 1;
  }
}
