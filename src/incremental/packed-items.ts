import type { Heading, Link, LinkKind, RawAnchor, ShortcodeCall } from '../markdown/facts.ts';
import type { PackedReader, PackedWriter } from './packed.ts';

const linkKindNumbers = {
  inline: 0,
  reference: 1,
  autolink: 2,
  image: 3,
  html: 4,
  'html-resource': 5,
  mermaid: 6,
  ref: 7,
  'figure-image': 8,
  'figure-link': 9,
} satisfies Record<LinkKind, number>;
const anchorKindNumbers = {
  'html-id': 0,
  'html-name': 1,
  attribute: 2,
  footnote: 3,
  fence: 4,
  term: 5,
} satisfies Record<RawAnchor['kind'], number>;
const placeNumbers = { content: 0, code: 1, comment: 2 } satisfies Record<ShortcodeCall['place'], number>;
const linkKinds = Object.keys(linkKindNumbers) as LinkKind[];
const anchorKinds = Object.keys(anchorKindNumbers) as RawAnchor['kind'][];
const places = Object.keys(placeNumbers) as ShortcodeCall['place'][];

/** Fails to compile when a type has a key that is not packed here. */
type AllKeys<T, Known extends keyof T> = Exclude<keyof T, Known> extends never ? Known : never;

type HeadingKeys = AllKeys<
  Heading,
  'level' | 'range' | 'textRange' | 'text' | 'slug' | 'slugIfSilent' | 'id' | 'scope' | 'hasBody'
>;

/** Packs what a heading is, and where it stands. */
export function writeHeading(heading: Pick<Heading, HeadingKeys>, to: PackedWriter, at: PackedWriter): void {
  const { level, range, textRange, text, slug, slugIfSilent, id, scope, hasBody } = heading;
  const isPlain = slugIfSilent === undefined && id === undefined && scope === 0;
  to.number(level * 4 + Number(hasBody) * 2 + Number(isPlain));
  to.string(text);
  to.string(slug);
  if (!isPlain) {
    to.string(slugIfSilent);
    to.string(id);
    to.number(scope);
  }
  at.range(range);
  at.range(textRange);
}

/** What `writeHeading` has packed. */
export function readHeading(from: PackedReader, at: PackedReader): Heading {
  const all = from.number();
  const text = from.string();
  const slug = from.optional();
  const isPlain = (all & 1) === 1;
  const slugIfSilent = isPlain ? null : from.optional();
  const id = isPlain ? null : from.optional();
  const heading = {
    level: (all >> 2) as Heading['level'],
    range: at.range(),
    textRange: at.range(),
    text,
    slug,
    scope: isPlain ? 0 : from.number(),
    hasBody: (all & 2) === 2,
  };
  if (slugIfSilent === null && id === null) return heading;
  return { ...heading, ...(slugIfSilent === null ? {} : { slugIfSilent }), ...(id === null ? {} : { id }) };
}

/** Its slug alone; `null` when more goes into its id. Where it stands is not needed for that. */
export function readPlainSlug(from: PackedReader): string | null {
  const isPlain = (from.number() & 1) === 1;
  from.skip();
  return isPlain ? from.optional() : null;
}

type AnchorKeys = AllKeys<RawAnchor, 'kind' | 'id' | 'range'>;

/** Packs what an anchor is, and where it stands. */
export function writeAnchor(anchor: Pick<RawAnchor, AnchorKeys>, to: PackedWriter, at: PackedWriter): void {
  to.number(anchorKindNumbers[anchor.kind]);
  to.string(anchor.id);
  at.range(anchor.range);
}

/** What `writeAnchor` has packed. */
export function readAnchor(from: PackedReader, at: PackedReader): RawAnchor {
  return { kind: anchorKinds[from.number()]!, id: from.string(), range: at.range() };
}

type CallKeys = AllKeys<ShortcodeCall, 'name' | 'delimiter' | 'params' | 'range' | 'inner' | 'place'>;

/** Packs what a shortcode call is, and where it stands. */
export function writeShortcode(call: Pick<ShortcodeCall, CallKeys>, to: PackedWriter, at: PackedWriter): void {
  to.string(call.name);
  to.number(placeNumbers[call.place] * 4 + Number(call.delimiter === '%') * 2 + Number(call.inner !== null));
  at.range(call.range);
  if (call.inner) at.range(call.inner);
  to.list(call.params, (param) => writeParam(param, to, at));
}

/** What `writeShortcode` has packed. */
export function readShortcode(from: PackedReader, at: PackedReader): ShortcodeCall {
  const name = from.string();
  const all = from.number();
  const range = at.range();
  const inner = (all & 1) === 1 ? at.range() : null;
  const params = from.list(() => readParam(from, at));
  return { name, delimiter: (all & 2) === 2 ? '%' : '<', params, range, inner, place: places[all >> 2]! };
}

type Param = ShortcodeCall['params'][number];
type ParamKeys = AllKeys<Param, 'name' | 'value' | 'range'>;

function writeParam(param: Pick<Param, ParamKeys>, to: PackedWriter, at: PackedWriter): void {
  to.string(param.name);
  to.string(param.value);
  at.range(param.range);
}

function readParam(from: PackedReader, at: PackedReader): Param {
  return { name: from.optional(), value: from.string(), range: at.range() };
}

type LinkKeys = AllKeys<Link, 'kind' | 'href' | 'range' | 'target' | 'fragment' | 'text'>;

/** Packs a link. */
export function writeLink(link: Pick<Link, LinkKeys>, to: PackedWriter): void {
  to.number(linkKindNumbers[link.kind] * 2 + Number(link.fragment !== null));
  to.string(link.href);
  to.range(link.range);
  to.range(link.target);
  if (link.fragment) to.range(link.fragment);
  to.string(link.text);
}

/** What `writeLink` has packed. */
export function readLink(from: PackedReader): Link {
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
