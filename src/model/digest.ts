import type { PageFacts } from '../markdown/facts.ts';

/**
 * The few facts of a page that its place in the handbook depends on. They are kept for every page at all
 * times, so that a run over one page need not load the facts of the others.
 */
export interface Digest {
  /** Front matter title, else the first heading. */
  readonly title?: string;
  readonly slug?: string;
  readonly url?: string;
  readonly draft?: true;
  /** It is built from or until this moment only, in ms; left out when past and future do not matter any more. */
  readonly from?: number;
  readonly until?: number;
  /** `false`: it is found by links but has no address. `true`: it says that it has one, whatever its section says. */
  readonly rendered?: boolean;
  /** What holds for pages below as well. */
  readonly cascade?: readonly Cascade[];
  readonly aliases?: readonly string[];
  /** It says of which type it is, rightly or not. */
  readonly hasType?: true;
  /** Terms of taxonomies, by front matter key, lower case: `{tags: ['finance']}`. */
  readonly terms?: Readonly<Record<string, readonly string[]>>;
  /** Shortcode calls on the page, in order, each with its first parameter: what includes are found by. */
  readonly calls?: readonly (readonly [name: string, argument: string])[];
  /** Changes with what other pages see of this one; its place does not depend on it. */
  readonly face?: string;
}

/** Whether a page that had the one digest and has the other now has the same place in the handbook. */
export function isSamePlace(before: Digest, now: Digest): boolean {
  return JSON.stringify({ ...before, face: '' }) === JSON.stringify({ ...now, face: '' });
}

/** What a section says about the pages below it. */
export interface Cascade {
  /** A pattern of content paths; all pages when absent. */
  readonly target?: string;
  readonly draft?: true;
  readonly unrendered?: true;
}

/** What of the facts the index keeps. `insertsFiles` says which shortcodes may be include calls. */
export function digestOf(
  facts: PageFacts,
  face: string,
  taxonomies: readonly string[],
  insertsFiles: ReadonlySet<string>,
): Digest {
  const digest: { -readonly [Key in keyof Digest]: Digest[Key] } = {};
  const values = new Map<string, unknown>();
  const written = facts.frontMatter?.values ?? {};
  for (const key of Object.keys(written)) values.set(key.toLowerCase(), written[key]);
  const title = textOf(values.get('title')) || facts.headings[0]?.text;
  if (title) digest.title = title;
  if (values.size > 0) readValues(values, taxonomies, digest);
  const calls = facts.shortcodes
    .filter((call) => call.place === 'content' && insertsFiles.has(call.name))
    .map((call) => [call.name, call.params[0]?.value ?? ''] as const);
  if (calls.length > 0) digest.calls = calls;
  digest.face = face;
  return digest;
}

function readValues(
  values: ReadonlyMap<string, unknown>,
  taxonomies: readonly string[],
  digest: { -readonly [Key in keyof Digest]: Digest[Key] },
): void {
  const slug = textOf(values.get('slug'));
  if (slug) digest.slug = slug;
  const url = textOf(values.get('url'));
  if (url) digest.url = url;
  if (isTrue(values.get('draft'))) digest.draft = true;
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

function renders(values: ReadonlyMap<string, unknown>): boolean | undefined {
  const build = values.get('build') ?? values.get('_build');
  if (!isRecord(build)) return undefined;
  const render = Object.entries(build).find(([key]) => key.toLowerCase() === 'render')?.[1];
  if (render === undefined) return undefined;
  return !(render === false || ['never', 'false', 'link'].includes(String(render).toLowerCase()));
}

function cascadesOf(cascade: unknown): readonly Cascade[] {
  if (cascade === undefined) return [];
  return (Array.isArray(cascade) ? cascade : [cascade]).flatMap((one) => {
    if (!isRecord(one)) return [];
    const values = new Map(Object.entries(one).map(([key, value]) => [key.toLowerCase(), value]));
    const draft = isTrue(values.get('draft'));
    const unrendered = renders(values) === false;
    if (!draft && !unrendered) return [];
    const target = values.get('target') ?? values.get('_target');
    if (target === undefined) return [{ ...(draft ? { draft } : {}), ...(unrendered ? { unrendered } : {}) }];
    // A target may also name kinds, languages or environments; whom those mean cannot be known here.
    if (!isRecord(target) || Object.keys(target).join().toLowerCase() !== 'path') return [];
    return [
      { target: textOf(Object.values(target)[0]), ...(draft ? { draft } : {}), ...(unrendered ? { unrendered } : {}) },
    ];
  });
}

function isTrue(value: unknown): boolean {
  return value === true || (typeof value === 'string' && value.toLowerCase() === 'true');
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

function textsOf(value: unknown): readonly string[] {
  if (value === undefined) return [];
  const each = Array.isArray(value) ? value : [value];
  return each.map(textOf).filter((text) => text !== '');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
