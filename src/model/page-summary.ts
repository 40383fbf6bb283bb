import { type IncludeBy, includeArgument } from '../config/include-by.ts';
import { type Cascade, cascadesOf, type PageValues, pageValues, type ValueNeeds } from '../config/page-values.ts';
import type { FrontMatter, PageFacts } from '../markdown/facts.ts';

/**
 * The few facts of a page that its place in the handbook depends on. They are kept for every page at all
 * times, so that a run over one page need not load the facts of the others.
 */
export interface PageSummary extends PageValues {
  /** The first heading, where front matter gives no title. */
  readonly heading?: string;
  /** Values that front matter hands down to the pages below. */
  readonly cascade?: readonly Cascade[];
  /** The front matter names a page type. */
  readonly hasType?: true;
  /** Nothing of it can be read, so that nobody knows what it has: not the file, or no text in it. */
  readonly isUnread?: true;
  /** The page starts with front matter; absent where the generator does not ask for it. */
  readonly hasFrontMatter?: true;
  /** Other front matter values that the generator places pages by. */
  readonly values?: Readonly<Record<string, string | readonly string[]>>;
  /** Shortcode calls on the page, in order, each with its first parameter: what includes are found by. */
  readonly calls?: readonly (readonly [name: string, argument: string])[];
  /** Hash of all that other pages can see of this one. The place of the page does not depend on it. */
  readonly interfaceHash?: string;
}

/** Whether a page that had the one summary and has the other now has the same place in the handbook. */
export function isSamePlace(before: PageSummary, now: PageSummary): boolean {
  return JSON.stringify(placingOf(before)) === JSON.stringify(placingOf(now));
}

/** All of a summary that can decide a page's place in the handbook. */
export function placingOf({ interfaceHash: _, ...placing }: PageSummary): Omit<PageSummary, 'interfaceHash'> {
  return placing;
}

/** Whether a summary says more of a page than what it is called. */
export function saysMore({ title: _, heading: __, interfaceHash: ___, ...more }: PageSummary): boolean {
  return Object.keys(more).length > 0;
}

/** What a summary has to hold on this kind of site. */
export interface SummaryNeeds extends ValueNeeds {
  /** Shortcodes that may be include calls, and how their templates bring in a file. */
  readonly inserting: ReadonlyMap<string, IncludeBy | undefined>;
  /** Words such as `yes` are true, `1e3` is a number: as Hugo's YAML had it up to 0.151. */
  readonly oldYaml: boolean;
  /** Front matter keys that the site's generator places pages by. */
  readonly keys?: readonly string[];
}

/** What keeps a whole page from being read. */
const UNREAD: ReadonlySet<string> = new Set(['unreadable', 'too-large', 'binary']);

export function summaryOf(facts: PageFacts, interfaceHash: string | undefined, needs: SummaryNeeds): PageSummary {
  const values = new Map<string, unknown>();
  const written = facts.frontMatter?.values ?? {};
  for (const key of Object.keys(written)) values.set(key.toLowerCase(), written[key]);
  const summary = values.size > 0 ? readValues(values, facts.frontMatter, needs) : {};
  const heading = facts.headings[0]?.text;
  if (summary.title === undefined && heading) summary.heading = heading;
  const calls = facts.shortcodes
    .filter((call) => call.place === 'content' && needs.inserting.has(call.name))
    .map((call) => [call.name, includeArgument(call.params, needs.inserting.get(call.name)?.parameter)] as const);
  if (calls.length > 0) summary.calls = calls;
  if (facts.problems.some(({ kind }) => UNREAD.has(kind))) summary.isUnread = true;
  const { keys = [] } = needs;
  if (keys.length > 0 && facts.frontMatter) {
    summary.hasFrontMatter = true;
    const kept = valuesInWords(facts.frontMatter.values, keys);
    if (Object.keys(kept).length > 0) summary.values = kept;
  }
  if (interfaceHash !== undefined) summary.interfaceHash = interfaceHash;
  return summary;
}

/** Of front matter the values of these keys, in words. */
export function valuesInWords(
  values: Readonly<Record<string, unknown>>,
  keys: readonly string[],
): NonNullable<PageSummary['values']> {
  // A value may have keys of any name: `toString` too.
  const word = (value: unknown) => (typeof value === 'object' ? JSON.stringify(value) : String(value));
  const inWords = (value: unknown) =>
    Array.isArray(value) ? value.map(word) : value instanceof Date ? value.toISOString() : word(value);
  return Object.fromEntries(keys.filter((key) => values[key] != null).map((key) => [key, inWords(values[key])]));
}

function readValues(
  values: Map<string, unknown>,
  frontMatter: FrontMatter | null,
  needs: SummaryNeeds,
): { -readonly [Key in keyof PageSummary]: PageSummary[Key] } {
  if (needs.oldYaml && frontMatter?.format === 'yaml')
    for (const key of ['slug', 'draft']) values.set(key, inOldYaml(values.get(key), key, frontMatter));
  const summary: ReturnType<typeof readValues> = pageValues(values, needs);
  const cascade = cascadesOf(values.get('cascade'), needs);
  if (cascade.length > 0) summary.cascade = cascade;
  if (values.has('pagetype')) summary.hasType = true;
  return summary;
}

const OLD_TRUE = /^(?:y|yes|on)$/i;
const OLD_FALSE = /^(?:n|no|off)$/i;
const EXPONENT = /^[-+]?\d+e[-+]?\d+$/i;

/** What an unquoted word meant in the YAML that Hugo read up to 0.151. */
function inOldYaml(value: unknown, key: string, { keys }: FrontMatter): unknown {
  if (typeof value !== 'string') return value;
  const range = Object.entries(keys).find(([name]) => name.toLowerCase() === key)?.[1].value;
  if (range === undefined || range[1] - range[0] !== value.length) return value;
  if (OLD_TRUE.test(value)) return true;
  if (OLD_FALSE.test(value)) return false;
  return EXPONENT.test(value) ? Number(value) : value;
}
