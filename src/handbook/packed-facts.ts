import type {
  ControlComment,
  FrontMatter,
  Heading,
  Link,
  LinkKind,
  PageFacts,
  RawAnchor,
  ReadProblem,
  ShortcodeCall,
} from '../markdown/facts.ts';
import { type Packed, PackedReader, PackedWriter } from './packed.ts';

/** A page's facts, packed in parts that can be taken apart on their own. */
export type PackedFacts = readonly [frontMatter: Packed, body: Packed, links: Packed, externalLinks: Packed];

const linkKindNumbers = {
  inline: 0,
  reference: 1,
  autolink: 2,
  image: 3,
  html: 4,
  'html-resource': 5,
  mermaid: 6,
  ref: 7,
} satisfies Record<LinkKind, number>;
const anchorKindNumbers = { 'html-id': 0, 'html-name': 1, attribute: 2, footnote: 3 } satisfies Record<
  RawAnchor['kind'],
  number
>;
const placeNumbers = { content: 0, code: 1, comment: 2 } satisfies Record<ShortcodeCall['place'], number>;
const linkKinds = Object.keys(linkKindNumbers) as LinkKind[];
const anchorKinds = Object.keys(anchorKindNumbers) as RawAnchor['kind'][];
const places = Object.keys(placeNumbers) as ShortcodeCall['place'][];

/** Fails to compile when a type has a key that is not packed here. */
type AllKeys<T, Known extends keyof T> = Exclude<keyof T, Known> extends never ? Known : never;

/** Packs a page's facts; `UnpackedFacts` gives them back. */
export function packFacts(facts: PageFacts): PackedFacts {
  const front = new PackedWriter();
  front.string(facts.frontMatter && JSON.stringify(facts.frontMatter));
  const body = new PackedWriter();
  // First what is asked of every page.
  body.string(facts.controls.length > 0 ? JSON.stringify(facts.controls) : null);
  body.string(facts.problems.length > 0 ? JSON.stringify(facts.problems) : null);
  body.list(facts.headings, writeHeading);
  body.list(facts.anchors, writeAnchor);
  body.list(facts.shortcodes, writeShortcode);
  const links = new PackedWriter();
  links.list(facts.links, writeLink);
  const externalLinks = new PackedWriter();
  externalLinks.list(facts.externalLinks, writeLink);
  return [front.pack(), body.pack(), links.pack(), externalLinks.pack()];
}

/** Facts that are unpacked part by part, each when first asked for. */
export class UnpackedFacts implements PageFacts {
  #packed: PackedFacts;
  #frontMatter: FrontMatter | null | undefined;
  #remarks: Remarks | undefined;
  #body: Body | undefined;
  #links: readonly Link[] | undefined;
  #externalLinks: readonly Link[] | undefined;

  constructor(packed: PackedFacts) {
    this.#packed = packed;
  }

  get frontMatter(): FrontMatter | null {
    if (this.#frontMatter === undefined) {
      const json = new PackedReader(this.#packed[0]).optional();
      this.#frontMatter = json === null ? null : (JSON.parse(json) as FrontMatter);
    }
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
    this.#links ??= new PackedReader(this.#packed[2]).list(readLink);
    return this.#links;
  }

  get externalLinks(): readonly Link[] {
    this.#externalLinks ??= new PackedReader(this.#packed[3]).list(readLink);
    return this.#externalLinks;
  }

  #readRemarks(): Remarks {
    this.#remarks ??= readRemarks(new PackedReader(this.#packed[1]));
    return this.#remarks;
  }

  #read(): Body {
    this.#body ??= readBody(this.#readRemarks().rest);
    return this.#body;
  }
}

/** What most pages have nothing of, and what comes after it. */
type Remarks = Pick<PageFacts, 'controls' | 'problems'> & { readonly rest: PackedReader };
type Body = Pick<PageFacts, 'headings' | 'anchors' | 'shortcodes'>;

function readRemarks(from: PackedReader): Remarks {
  const controls = from.optional();
  const problems = from.optional();
  return {
    controls: controls === null ? [] : (JSON.parse(controls) as ControlComment[]),
    problems: problems === null ? [] : (JSON.parse(problems) as ReadProblem[]),
    rest: from,
  };
}

function readBody(from: PackedReader): Body {
  return {
    headings: from.list(readHeading),
    anchors: from.list(readAnchor),
    shortcodes: from.list(readShortcode),
  };
}

type HeadingKeys = AllKeys<
  Heading,
  'level' | 'range' | 'textRange' | 'text' | 'slug' | 'slugIfSilent' | 'id' | 'scope' | 'hasBody'
>;

function writeHeading(heading: Pick<Heading, HeadingKeys>, to: PackedWriter): void {
  to.number(heading.level * 2 + Number(heading.hasBody));
  to.range(heading.range);
  to.range(heading.textRange);
  to.string(heading.text);
  to.string(heading.slug);
  to.string(heading.slugIfSilent);
  to.string(heading.id);
  to.number(heading.scope);
}

function readHeading(from: PackedReader): Heading {
  const both = from.number();
  const range = from.range();
  const textRange = from.range();
  const text = from.string();
  const slug = from.optional();
  const slugIfSilent = from.optional();
  const id = from.optional();
  const scope = from.number();
  const heading = {
    level: (both >> 1) as Heading['level'],
    range,
    textRange,
    text,
    slug,
    scope,
    hasBody: (both & 1) === 1,
  };
  if (slugIfSilent === null && id === null) return heading;
  return { ...heading, ...(slugIfSilent === null ? {} : { slugIfSilent }), ...(id === null ? {} : { id }) };
}

type AnchorKeys = AllKeys<RawAnchor, 'kind' | 'id' | 'range'>;

function writeAnchor(anchor: Pick<RawAnchor, AnchorKeys>, to: PackedWriter): void {
  to.number(anchorKindNumbers[anchor.kind]);
  to.string(anchor.id);
  to.range(anchor.range);
}

function readAnchor(from: PackedReader): RawAnchor {
  return { kind: anchorKinds[from.number()]!, id: from.string(), range: from.range() };
}

type LinkKeys = AllKeys<Link, 'kind' | 'href' | 'range' | 'target' | 'fragment' | 'text'>;

function writeLink(link: Pick<Link, LinkKeys>, to: PackedWriter): void {
  to.number(linkKindNumbers[link.kind] * 2 + Number(link.fragment !== null));
  to.string(link.href);
  to.range(link.range);
  to.range(link.target);
  if (link.fragment) to.range(link.fragment);
  to.string(link.text);
}

function readLink(from: PackedReader): Link {
  const both = from.number();
  return {
    kind: linkKinds[both >> 1]!,
    href: from.string(),
    range: from.range(),
    target: from.range(),
    fragment: (both & 1) === 1 ? from.range() : null,
    text: from.string(),
  };
}

type CallKeys = AllKeys<ShortcodeCall, 'name' | 'delimiter' | 'params' | 'range' | 'inner' | 'place'>;

function writeShortcode(call: Pick<ShortcodeCall, CallKeys>, to: PackedWriter): void {
  to.string(call.name);
  to.number(placeNumbers[call.place] * 4 + Number(call.delimiter === '%') * 2 + Number(call.inner !== null));
  to.range(call.range);
  if (call.inner) to.range(call.inner);
  to.list(call.params, writeParam);
}

function readShortcode(from: PackedReader): ShortcodeCall {
  const name = from.string();
  const all = from.number();
  const range = from.range();
  const inner = (all & 1) === 1 ? from.range() : null;
  const params = from.list(readParam);
  return { name, delimiter: (all & 2) === 2 ? '%' : '<', params, range, inner, place: places[all >> 2]! };
}

type Param = ShortcodeCall['params'][number];
type ParamKeys = AllKeys<Param, 'name' | 'value' | 'range'>;

function writeParam(param: Pick<Param, ParamKeys>, to: PackedWriter): void {
  to.string(param.name);
  to.string(param.value);
  to.range(param.range);
}

function readParam(from: PackedReader): Param {
  return { name: from.optional(), value: from.string(), range: from.range() };
}
