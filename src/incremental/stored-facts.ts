import type { PageFacts } from '../markdown/facts.ts';

type Outline = Omit<PageFacts, 'links' | 'externalLinks'>;
type Links = Pick<PageFacts, 'links' | 'externalLinks'>;

/**
 * What a page says as three lines of JSON: its outline (all facts but links), its links, and its content, which is empty while
 * nobody has asked for it. `writeFacts` gives the bytes.
 */
export class StoredFacts {
  readonly #body: Buffer;
  readonly #start: number;
  readonly #end: number;

  /** Everything is taken from these bytes, which so stay in memory. */
  constructor(body: Buffer, start: number, end: number) {
    this.#body = body;
    this.#start = start;
    this.#end = end;
  }

  outline(): Outline {
    return JSON.parse(this.#line(0)) as Outline;
  }

  links(): Links {
    return JSON.parse(this.#line(1)) as Links;
  }

  /** The page's content as JSON, if it was ever asked for. */
  content(): string | null {
    return this.#line(2) || null;
  }

  /** Where other threads can read them, if they can. */
  get shared(): SharedPart | null {
    const { buffer, byteOffset } = this.#body;
    if (!(buffer instanceof SharedArrayBuffer)) return null;
    return [buffer, byteOffset + this.#start, byteOffset + this.#end];
  }

  get bytes(): Buffer {
    return this.#body.subarray(this.#start, this.#end);
  }

  /** The bytes of the same facts with this content. */
  withContent(content: string): Buffer {
    const facts = this.bytes.subarray(0, this.#startOf(2) - this.#start);
    return Buffer.concat([facts, Buffer.from(`${content}\n`)]);
  }

  #line(number: number): string {
    const start = this.#startOf(number);
    return this.#body.toString('utf8', start, this.#body.indexOf(NEW_LINE, start));
  }

  #startOf(line: number): number {
    let start = this.#start;
    for (let before = 0; before < line; before++) start = this.#body.indexOf(NEW_LINE, start) + 1;
    return start;
  }
}

const NEW_LINE = 0x0a;

/** Some bytes that all threads can read. */
export type SharedPart = readonly [body: SharedArrayBuffer, start: number, end: number];

/** A page's facts as `StoredFacts` reads them; `content` is JSON. */
export function writeFacts({ links, externalLinks, ...outline }: PageFacts, content: string | null = null): string {
  return `${JSON.stringify(outline)}\n${JSON.stringify({ links, externalLinks })}\n${content ?? ''}\n`;
}

/** Facts whose parts are parsed when they are first asked for. */
export class ParsedFacts implements PageFacts {
  readonly #stored: StoredFacts;
  #outline: Outline | undefined;
  #links: Links | undefined;

  constructor(stored: StoredFacts) {
    this.#stored = stored;
  }

  get frontMatter(): PageFacts['frontMatter'] {
    return this.#outlineNow().frontMatter;
  }

  get headings(): PageFacts['headings'] {
    return this.#outlineNow().headings;
  }

  get anchors(): PageFacts['anchors'] {
    return this.#outlineNow().anchors;
  }

  get shortcodes(): PageFacts['shortcodes'] {
    return this.#outlineNow().shortcodes;
  }

  get controls(): PageFacts['controls'] {
    return this.#outlineNow().controls;
  }

  get problems(): PageFacts['problems'] {
    return this.#outlineNow().problems;
  }

  get links(): PageFacts['links'] {
    return this.#linksNow().links;
  }

  get externalLinks(): PageFacts['externalLinks'] {
    return this.#linksNow().externalLinks;
  }

  #outlineNow(): Outline {
    this.#outline ??= this.#stored.outline();
    return this.#outline;
  }

  #linksNow(): Links {
    this.#links ??= this.#stored.links();
    return this.#links;
  }
}
