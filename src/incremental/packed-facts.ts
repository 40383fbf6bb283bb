import type {
  ControlComment,
  FrontMatter,
  Heading,
  Link,
  PageFacts,
  RawAnchor,
  ReadProblem,
  ShortcodeCall,
} from '../markdown/facts.ts';
import { countUntil } from '../markdown/ranges.ts';
import { type Packed, PackedReader, PackedWriter } from './packed.ts';
import {
  readAnchor,
  readHeading,
  readLink,
  readPlainSlug,
  readShortcode,
  writeAnchor,
  writeHeading,
  writeLink,
  writeShortcode,
} from './packed-items.ts';

/**
 * The parts that can be taken apart on their own. All of `seen`, and the text of `frontMatter`, is what other pages see of the
 * page (its "face"), and says nothing of where exactly something stands. That is in `places`, behind control comments and problems.
 */
export type PartName = 'links' | 'externalLinks' | 'places' | 'frontMatter' | 'seen';

/** A page's facts, packed. */
export type PackedFacts = Readonly<Record<PartName, Packed>>;

/** Where the parts of a page's facts are found. */
export interface FactParts {
  part(name: PartName): Packed;
}

// Their room is used for page after page.
const writers = {
  links: new PackedWriter(),
  externalLinks: new PackedWriter(),
  places: new PackedWriter(),
  frontMatter: new PackedWriter(),
  seen: new PackedWriter(),
} satisfies Record<PartName, PackedWriter>;

/** Packs a page's facts; `UnpackedFacts` gives them back. They have to be copied before the next page's are packed. */
export function packFacts(facts: PageFacts): PackedFacts {
  const { links, externalLinks, places, frontMatter, seen } = writers;
  for (const writer of Object.values(writers)) writer.begin();
  writeFrontMatter(facts.frontMatter, frontMatter);
  // First what is asked of every page.
  places.string(facts.controls.length > 0 ? JSON.stringify(facts.controls) : null);
  places.string(facts.problems.length > 0 ? JSON.stringify(facts.problems) : null);
  seen.list(facts.headings, (heading) => writeHeading(heading, seen, places));
  seen.list(facts.anchors, (anchor) => writeAnchor(anchor, seen, places));
  seen.list(facts.shortcodes, (call) => writeShortcode(call, seen, places));
  // Headings by themselves stand one below the other.
  if (facts.anchors.length + facts.shortcodes.length > 0) writeOrder(facts, seen);
  links.list(facts.links, (link) => writeLink(link, links));
  externalLinks.list(facts.externalLinks, (link) => writeLink(link, externalLinks));
  return {
    links: links.packed,
    externalLinks: externalLinks.packed,
    places: places.packed,
    frontMatter: frontMatter.packed,
    seen: seen.packed,
  };
}

/** How headings, anchors and calls lie to each other. Nobody takes that apart: it tells whether that has changed. */
function writeOrder({ headings, anchors, shortcodes }: PageFacts, to: PackedWriter): void {
  const offsets: number[] = [];
  for (const { range } of headings) offsets.push(range[0], range[1]);
  for (const { range } of anchors) offsets.push(range[0], range[1]);
  for (const { range, inner } of shortcodes) {
    offsets.push(range[0], range[1]);
    if (inner) offsets.push(inner[0], inner[1]);
  }
  const sorted = new Int32Array(offsets).sort();
  for (const offset of offsets) to.number(countUntil(sorted.length, (index) => sorted[index]! < offset));
}

const formats = ['yaml', 'toml', 'json'] as const satisfies FrontMatter['format'][];

function writeFrontMatter(frontMatter: FrontMatter | null, to: PackedWriter): void {
  if (frontMatter === null) {
    to.string(null);
    return;
  }
  const { format, range, values, keys } = frontMatter;
  to.string(JSON.stringify([values, Object.keys(keys)]));
  to.number(formats.indexOf(format));
  to.range(range);
  for (const { key, value } of Object.values(keys)) {
    to.range(key);
    to.range(value);
  }
}

function readFrontMatter(from: PackedReader): FrontMatter | null {
  const json = from.optional();
  if (json === null) return null;
  const [values, names] = JSON.parse(json) as [FrontMatter['values'], readonly string[]];
  const format = formats[from.number()]!;
  const range = from.range();
  const keys = Object.fromEntries(names.map((name) => [name, { key: from.range(), value: from.range() }]));
  return { format, range, values, keys };
}

/** Facts that are unpacked part by part, each when first asked for. */
export class UnpackedFacts implements PageFacts {
  readonly #parts: FactParts;
  #frontMatter: FrontMatter | null | undefined;
  #remarks: Remarks | undefined;
  #body: Body | undefined;
  #links: readonly Link[] | undefined;
  #externalLinks: readonly Link[] | undefined;

  constructor(parts: FactParts) {
    this.#parts = parts;
  }

  get frontMatter(): FrontMatter | null {
    if (this.#frontMatter === undefined)
      this.#frontMatter = readFrontMatter(new PackedReader(this.#parts.part('frontMatter')));
    return this.#frontMatter;
  }

  get headings(): readonly Heading[] {
    return this.#read().headings;
  }

  get anchors(): readonly RawAnchor[] {
    return this.#read().anchors;
  }

  get shortcodes(): readonly ShortcodeCall[] {
    return this.#read().shortcodes;
  }

  get controls(): readonly ControlComment[] {
    return this.#readRemarks().controls;
  }

  get problems(): readonly ReadProblem[] {
    return this.#readRemarks().problems;
  }

  get links(): readonly Link[] {
    this.#links ??= new PackedReader(this.#parts.part('links')).list(readLink);
    return this.#links;
  }

  get externalLinks(): readonly Link[] {
    this.#externalLinks ??= new PackedReader(this.#parts.part('externalLinks')).list(readLink);
    return this.#externalLinks;
  }

  #readRemarks(): Remarks {
    this.#remarks ??= readRemarks(new PackedReader(this.#parts.part('places')));
    return this.#remarks;
  }

  #read(): Body {
    this.#body ??= readBody(new PackedReader(this.#parts.part('seen')), this.#readRemarks().places);
    return this.#body;
  }
}

/** The slugs of a page's headings where they alone make its ids, as on most pages; else `null`. */
export function plainSlugs(seen: Packed): readonly string[] | null {
  const from = new PackedReader(seen);
  const slugs: string[] = [];
  for (let left = from.number(); left > 0; left--) {
    const slug = readPlainSlug(from);
    if (slug === null) return null;
    slugs.push(slug);
  }
  const [anchors, shortcodes] = [from.number(), from.number()];
  return anchors + shortcodes === 0 ? slugs : null;
}

/** What most pages have nothing of, and what comes after it. */
type Remarks = Pick<PageFacts, 'controls' | 'problems'> & { readonly places: PackedReader };
type Body = Pick<PageFacts, 'headings' | 'anchors' | 'shortcodes'>;

function readRemarks(from: PackedReader): Remarks {
  const controls = from.optional();
  const problems = from.optional();
  return {
    controls: controls === null ? [] : (JSON.parse(controls) as ControlComment[]),
    problems: problems === null ? [] : (JSON.parse(problems) as ReadProblem[]),
    places: from,
  };
}

function readBody(from: PackedReader, at: PackedReader): Body {
  return {
    headings: from.list(() => readHeading(from, at)),
    anchors: from.list(() => readAnchor(from, at)),
    shortcodes: from.list(() => readShortcode(from, at)),
  };
}
