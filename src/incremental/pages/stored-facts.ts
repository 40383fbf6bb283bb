import { once } from '../../collections/once.ts';
import type { PageFacts } from '../../markdown/facts.ts';
import {
  type LinkFacts,
  type OutlineFacts,
  parseExternalLinks,
  parseLinks,
  parseOutline,
  type Slugs,
  writeExternalLinks,
  writeLinks,
  writeOutline,
  writePlaces,
  writeSlugs,
} from './fact-rows.ts';

type Marks = Pick<PageFacts, 'shortcodes' | 'controls' | 'problems'>;

/** Most pages have none of them. */
const noMarks: Marks = { shortcodes: [], controls: [], problems: [] };
const noMarksWritten = JSON.stringify(noMarks);

/**
 * What a page says as lines of JSON: its slugs (of most pages links ask for nothing else), its outline, where that stands, its marks (what
 * few pages have, and every page is asked for), its links, those to other sites, and its content, which is empty while nobody has asked for
 * it. `writeFacts` gives the bytes.
 */
export class StoredFacts {
  readonly #body: Buffer;
  readonly #start: number;
  readonly #end: number;
  /** The line that was looked for last, and where it starts: most are asked for one after the other. */
  #last = 0;
  #lastStart: number;

  /** Everything is taken from these bytes, which so stay in memory. */
  constructor(body: Buffer, start: number, end: number) {
    this.#body = body;
    this.#start = start;
    this.#end = end;
    this.#lastStart = start;
  }

  slugs(): Slugs {
    return JSON.parse(this.#line(0)) as Slugs;
  }

  outline(): OutlineFacts {
    return parseOutline(this.#line(1), this.#line(2));
  }

  marks(): Marks {
    const line = this.#line(3);
    return line === noMarksWritten ? noMarks : (JSON.parse(line) as Marks);
  }

  links(): LinkFacts {
    return parseLinks(this.#line(4));
  }

  externalLinks(): PageFacts['externalLinks'] {
    return parseExternalLinks(this.#line(5));
  }

  /** The page's content as JSON, if it was ever asked for. */
  content(): string | null {
    return this.#line(CONTENT) || null;
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
    const facts = this.bytes.subarray(0, this.#startOf(CONTENT) - this.#start);
    return Buffer.concat([facts, Buffer.from(`${content}\n`)]);
  }

  #line(number: number): string {
    const start = this.#startOf(number);
    return this.#body.toString('utf8', start, this.#startOf(number + 1) - 1);
  }

  #startOf(line: number): number {
    if (line < this.#last) {
      this.#last = 0;
      this.#lastStart = this.#start;
    }
    for (; this.#last < line; this.#last++) this.#lastStart = this.#body.indexOf(NEW_LINE, this.#lastStart) + 1;
    return this.#lastStart;
  }
}

const NEW_LINE = 0x0a;
const CONTENT = 6;

/** Some bytes that all threads can read. */
export type SharedPart = readonly [body: SharedArrayBuffer, start: number, end: number];

/** A page's facts as `StoredFacts` reads them; `content` is JSON. Whoever has written the outline gives it. */
export function writeFacts(facts: PageFacts, content: string | null, outline = writeOutline(facts)): string {
  const { shortcodes, controls, problems } = facts;
  const isMarked = shortcodes.length + controls.length + problems.length > 0;
  const marks = isMarked ? JSON.stringify({ shortcodes, controls, problems }) : noMarksWritten;
  return `${writeSlugs(facts)}\n${outline}\n${writePlaces(facts)}\n${marks}\n${writeLinks(facts)}\n${writeExternalLinks(facts)}\n${content ?? ''}\n`;
}

/** Facts whose parts are parsed when they are first asked for. */
export class ParsedFacts implements PageFacts {
  readonly #outline: () => OutlineFacts;
  readonly #marks: () => Marks;
  readonly #links: () => LinkFacts;
  readonly #externalLinks: () => PageFacts['externalLinks'];

  constructor(stored: StoredFacts) {
    this.#outline = once(() => stored.outline());
    this.#marks = once(() => stored.marks());
    this.#links = once(() => stored.links());
    this.#externalLinks = once(() => stored.externalLinks());
  }

  get frontMatter(): PageFacts['frontMatter'] {
    return this.#outline().frontMatter;
  }

  get headings(): PageFacts['headings'] {
    return this.#outline().headings;
  }

  get anchors(): PageFacts['anchors'] {
    return this.#outline().anchors;
  }

  get shortcodes(): PageFacts['shortcodes'] {
    return this.#marks().shortcodes;
  }

  get controls(): PageFacts['controls'] {
    return this.#marks().controls;
  }

  get problems(): PageFacts['problems'] {
    return this.#marks().problems;
  }

  get links(): PageFacts['links'] {
    return this.#links().links;
  }

  get externalLinks(): PageFacts['externalLinks'] {
    return this.#externalLinks();
  }

  get externalHosts(): PageFacts['externalHosts'] {
    return this.#links().externalHosts;
  }
}
