import { type Cascade, cascadesOf, isTrue, renders } from '../config/cascade-rules.ts';
import { type IncludeBy, includeArgument } from '../config/include-by.ts';
import type { FrontMatter, PageFacts } from '../markdown/facts.ts';

/**
 * The few facts of a page that its place in the handbook depends on. They are kept for every page at all
 * times, so that a run over one page need not load the facts of the others.
 */
export interface Digest {
  /** Front matter title, else the first heading. */
  readonly title?: string;
  readonly slug?: string;
  readonly url?: string;
  /** `false`: it says that it is none, whatever its section says. */
  readonly draft?: boolean;
  /** It is built from or until this moment only, in ms; left out when past and future do not matter any more. */
  readonly from?: number;
  readonly until?: number;
  /** `false`: it is found by links but has no address. `true`: it says that it has one, whatever its section says. */
  readonly rendered?: boolean;
  /** The day that it is of, in ms of UTC; kept where addresses depend on it. */
  readonly date?: number;
  /** Formats that it is written in, where it names them itself. */
  readonly outputs?: readonly string[];
  /** What holds for pages below as well. */
  readonly cascade?: readonly Cascade[];
  readonly aliases?: readonly string[];
  /** It says of which type it is, rightly or not. */
  readonly hasType?: true;
  /** Terms of taxonomies, by front matter key, lower case: `{tags: ['finance']}`. */
  readonly terms?: Readonly<Record<string, readonly string[]>>;
  /** It starts with front matter; kept where the generator asks for it. */
  readonly hasFrontMatter?: true;
  /** What else the generator asks of front matter, in words. */
  readonly values?: Readonly<Record<string, string | readonly string[]>>;
  /** Shortcode calls on the page, in order, each with its first parameter: what includes are found by. */
  readonly calls?: readonly (readonly [name: string, argument: string])[];
  /** Changes with what other pages see of this one; its place does not depend on it. */
  readonly interfaceHash?: string;
}

/** Whether a page that had the one digest and has the other now has the same place in the handbook. */
export function isSamePlace(before: Digest, now: Digest): boolean {
  return JSON.stringify({ ...before, interfaceHash: '' }) === JSON.stringify({ ...now, interfaceHash: '' });
}

/** What the index keeps of a page. */
export interface DigestNeeds {
  /** Front matter keys of taxonomies. */
  readonly taxonomies: readonly string[];
  /** Shortcodes that may be include calls, and how their templates bring in a file. */
  readonly inserting: ReadonlyMap<string, IncludeBy | undefined>;
  /** Addresses depend on dates. */
  readonly dates: boolean;
  /** Words such as `yes` are true, `1e3` is a number: as Hugo's YAML had it up to 0.151. */
  readonly oldYaml: boolean;
  /** Front matter keys that the site's generator places pages by. */
  readonly keys?: readonly string[];
}

/** What of the facts the index keeps. */
export function digestOf(facts: PageFacts, interfaceHash: string, needs: DigestNeeds): Digest {
  const digest: { -readonly [Key in keyof Digest]: Digest[Key] } = {};
  const values = new Map<string, unknown>();
  const written = facts.frontMatter?.values ?? {};
  for (const key of Object.keys(written)) values.set(key.toLowerCase(), written[key]);
  const title = textOf(values.get('title')) || facts.headings[0]?.text;
  if (title) digest.title = title;
  if (values.size > 0) readValues(values, facts.frontMatter, needs, digest);
  const calls = facts.shortcodes
    .filter((call) => call.place === 'content' && needs.inserting.has(call.name))
    .map((call) => [call.name, includeArgument(call.params, needs.inserting.get(call.name)?.parameter)] as const);
  if (calls.length > 0) digest.calls = calls;
  const { keys = [] } = needs;
  if (keys.length > 0 && facts.frontMatter) {
    digest.hasFrontMatter = true;
    const kept = wordsOf(facts.frontMatter.values, keys);
    if (Object.keys(kept).length > 0) digest.values = kept;
    if (kept.redirect_from) digest.aliases = [kept.redirect_from].flat();
  }
  digest.interfaceHash = interfaceHash;
  return digest;
}

function wordsOf(values: Readonly<Record<string, unknown>>, keys: readonly string[]): NonNullable<Digest['values']> {
  const inWords = (value: unknown) =>
    Array.isArray(value) ? value.map(String) : value instanceof Date ? value.toISOString() : String(value);
  return Object.fromEntries(keys.filter((key) => values[key] != null).map((key) => [key, inWords(values[key])]));
}

function readValues(
  values: ReadonlyMap<string, unknown>,
  frontMatter: FrontMatter | null,
  { taxonomies, dates, oldYaml }: DigestNeeds,
  digest: { -readonly [Key in keyof Digest]: Digest[Key] },
): void {
  const slug = wordOf(values.get('slug'), 'slug', frontMatter, oldYaml);
  if (slug) digest.slug = slug;
  const url = textOf(values.get('url'));
  if (url) digest.url = url;
  const draft = wordOf(values.get('draft'), 'draft', frontMatter, oldYaml);
  if (draft.toLowerCase() === 'true' || values.get('published') === false) digest.draft = true;
  else if (draft.toLowerCase() === 'false') digest.draft = false;
  const day = dates || url.includes(':') ? dayOf(values.get('date')) : null;
  if (day !== null) digest.date = day;
  const outputs = values.has('outputs') ? textsOf(values.get('outputs')) : [];
  if (outputs.length > 0) digest.outputs = outputs;
  const from = firstDate(values, published);
  if (from && from > Date.now()) digest.from = from;
  const until = firstDate(values, expires);
  if (until) digest.until = until;
  const rendered = isTrue(values.get('headless')) ? false : renders(values);
  if (rendered !== undefined) digest.rendered = rendered;
  const cascade = cascadesOf(values.get('cascade'));
  if (cascade.length > 0) digest.cascade = cascade;
  const aliases = textsOf(values.get('aliases'));
  if (aliases.length > 0) digest.aliases = aliases;
  if (values.has('pagetype')) digest.hasType = true;
  const terms = taxonomies
    .map((key) => [key, textsOf(values.get(key.toLowerCase()))] as const)
    .filter(([, found]) => found.length > 0);
  if (terms.length > 0) digest.terms = Object.fromEntries(terms);
}

const published = ['publishdate', 'pubdate', 'published', 'date', 'lastmod', 'modified'];
const expires = ['expirydate', 'unpublishdate'];

function firstDate(values: ReadonlyMap<string, unknown>, keys: readonly string[]): number | null {
  for (const key of keys) {
    const date = dateOf(values.get(key));
    if (date !== null) return date;
  }
  return null;
}

function dateOf(value: unknown): number | null {
  const date = value instanceof Date ? value.getTime() : typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(date) ? null : date;
}

/** The day that a date names, whatever its time and zone. */
function dayOf(value: unknown): number | null {
  const match = typeof value === 'string' ? /^(\d{4})-(\d\d)-(\d\d)/.exec(value) : null;
  if (!match) return dateOf(value);
  const day = Date.parse(match[0]);
  return Number.isNaN(day) ? null : day;
}

const OLD_TRUE = /^(?:y|yes|on)$/i;
const OLD_FALSE = /^(?:n|no|off)$/i;
const EXPONENT = /^[-+]?\d+e[-+]?\d+$/i;

/** A single word of YAML front matter; unquoted ones mean what YAML of their day had them mean. */
function wordOf(value: unknown, key: string, frontMatter: FrontMatter | null, oldYaml: boolean): string {
  if (typeof value === 'boolean') return String(value);
  const written = textOf(value);
  if (!oldYaml || typeof value !== 'string') return written;
  const range = Object.entries(frontMatter?.keys ?? {}).find(([name]) => name.toLowerCase() === key)?.[1].value;
  const isBare = frontMatter?.format === 'yaml' && range !== undefined && range[1] - range[0] === written.length;
  if (!isBare) return written;
  if (OLD_TRUE.test(written)) return 'true';
  if (OLD_FALSE.test(written)) return 'false';
  return EXPONENT.test(written) ? String(Number(written)) : written;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

function textsOf(value: unknown): readonly string[] {
  if (value === undefined) return [];
  const each = Array.isArray(value) ? value : [value];
  return each.map(textOf).filter((text) => text !== '');
}
