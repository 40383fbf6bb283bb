import type { PermalinkRule } from '../../../config/hugo-settings.ts';
import { matchesPattern } from '../path-pattern.ts';
import { lowerCase, sanitizeWords } from '../paths.ts';
import { changes, isSince } from '../version.ts';

/** What the tokens of a pattern are filled with. */
export interface PermalinkPage {
  /** Its own date, in ms; `null` for none. */
  readonly date: number | null;
  readonly title: string;
  readonly slug: string | undefined;
  /** The file's name, or that of the bundle's or section's folder, as written. */
  readonly name: string;
  /** The folders that are sections, from the top. */
  readonly sections: readonly string[];
  /** The slugs or titles of these folders. */
  readonly sectionSlugs: readonly string[];
  readonly isSection: boolean;
  /** `disablePathToLower`. */
  readonly keepsCase: boolean;
}

/**
 * The first rule for a page of this kind: since 0.161.0 its path in content decides, before the folders that it lies in. `path`:
 * `/docs/time-off`. Run with 0.131, 0.167 and 0.169.
 */
export function ruleFor(
  rules: readonly PermalinkRule[],
  { kind, path, folders }: { readonly kind: string; readonly path: string; readonly folders: readonly string[] },
  version: string,
): PermalinkRule | undefined {
  if (isSince(version, changes.permalinksByTarget))
    return rules.find((rule) => matchesPattern(rule.kind, kind) && matchesPattern(rule.path, path));
  const above = lowerCase(folders.join('/')).replaceAll(' ', '-');
  return rules.find(
    (rule) =>
      rule.kind === kind &&
      rule.section !== null &&
      (rule.section === '' ? above === '' : above === rule.section || above.startsWith(`${rule.section}/`)),
  );
}

const TOKEN = /\\:|:\w+(\[.+?\])?/g;
const COLON = '\0';

/** A pattern with its tokens filled in; `null` when one is not known. */
export function expandPattern(pattern: string, page: PermalinkPage): string | null {
  let isKnown = true;
  const filled = pattern.replace(TOKEN, (token) => {
    if (token === '\\:') return COLON;
    const value = valueOfToken(token.slice(1), page);
    if (value === null) isKnown = false;
    return value ?? '';
  });
  return isKnown ? filled.replaceAll(COLON, ':') : null;
}

/** Whether a pattern asks for a page's date. */
export function needsDate(pattern: string): boolean {
  return /:(?:year|month|day|weekday|January|Jan|Mon|\d)/.test(pattern);
}

function valueOfToken(token: string, page: PermalinkPage): string | null {
  if (Object.hasOwn(TOKENS, token)) return TOKENS[token]!(page);
  const cut = /^(sections|sectionslugs)\[(.+)\]$/.exec(token);
  if (cut) return cutOf(cut[1] === 'sections' ? page.sections : page.sectionSlugs, cut[2]!).join('/');
  return dateValue(token, page.date);
}

const TOKENS: Readonly<Record<string, (page: PermalinkPage) => string>> = {
  section: ({ sections }) => sections[0] ?? '',
  sections: ({ sections }) => sections.join('/'),
  sectionslug: ({ sectionSlugs }) => sectionSlugs[0] ?? '',
  sectionslugs: ({ sectionSlugs }) => sectionSlugs.join('/'),
  title: (page) => inCase(page.title, page),
  slug: (page) => inCase(page.slug ?? page.title, page),
  filename: (page) => (page.isSection ? '' : inCase(page.name, page)),
  contentbasename: (page) => inCase(page.name, page),
  slugorfilename: (page) => inCase(page.slug ?? (page.isSection ? '' : page.name), page),
  slugorcontentbasename: (page) => inCase(page.slug ?? page.name, page),
};

function inCase(words: string, { keepsCase }: PermalinkPage): string {
  return keepsCase ? urlized(words) : urlize(words);
}

/** `[1:]`, `[:last]`, `[0]`. */
function cutOf(sections: readonly string[], cut: string): readonly string[] {
  const place = (written: string, otherwise: number) => {
    if (written === '') return otherwise;
    return written === 'last' ? sections.length - 1 : Math.max(0, Number.parseInt(written, 10) || 0);
  };
  const [low = '', high] = cut.toLowerCase().split(':');
  const from = place(low, 0);
  return sections.slice(from, high === undefined ? from + 1 : place(high, sections.length));
}

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const DAY = 86_400_000;

/** A page without a date has that of Go's zero time. */
const NO_DATE = Date.parse('0001-01-01T00:00:00Z');

const two = (number: number) => String(number).padStart(2, '0');

/** A day by the name of a token, or by a layout of Go's time, as `:2006` and `:Jan` are; `null` for what is neither, or asks for the time of day. */
function dateValue(token: string, date: number | null): string | null {
  const day = new Date(date ?? NO_DATE);
  if (Object.hasOwn(DATE_TOKENS, token)) return DATE_TOKENS[token]!(day);
  const parts = token.match(LAYOUT) ?? [];
  if (parts.length === 0 || !parts.every((part) => Object.hasOwn(LAYOUT_PARTS, part))) return null;
  return token.replace(LAYOUT, (part) => LAYOUT_PARTS[part]!(day));
}

const DATE_TOKENS: Readonly<Record<string, (day: Date) => string>> = {
  year: (day) => String(day.getUTCFullYear()),
  month: (day) => two(day.getUTCMonth() + 1),
  monthname: (day) => MONTHS[day.getUTCMonth()]!,
  day: (day) => two(day.getUTCDate()),
  weekday: (day) => String(day.getUTCDay()),
  weekdayname: (day) => WEEKDAYS[day.getUTCDay()]!,
  yearday: (day) => String(yearday(day)),
};

/** All parts of Go's layouts; those that ask for the time of day have no value. */
const LAYOUT = /January|Jan|Monday|Mon|MST|2006|002|0[1-6]|15|[1-5]|PM|pm/g;
const LAYOUT_PARTS: Readonly<Record<string, (day: Date) => string>> = {
  '2006': (day) => String(day.getUTCFullYear()).padStart(4, '0'),
  '06': (day) => two(day.getUTCFullYear() % 100),
  January: (day) => MONTHS[day.getUTCMonth()]!,
  Jan: (day) => MONTHS[day.getUTCMonth()]!.slice(0, 3),
  '01': (day) => two(day.getUTCMonth() + 1),
  '1': (day) => String(day.getUTCMonth() + 1),
  '02': (day) => two(day.getUTCDate()),
  '2': (day) => String(day.getUTCDate()),
  '002': (day) => String(yearday(day)).padStart(3, '0'),
  Monday: (day) => WEEKDAYS[day.getUTCDay()]!,
  Mon: (day) => WEEKDAYS[day.getUTCDay()]!.slice(0, 3),
};

function yearday(day: Date): number {
  return Math.floor((day.getTime() - new Date(day).setUTCMonth(0, 1)) / DAY) + 1;
}

/** What Hugo makes of words in an address: `My Post!` as `my-post`. */
export function urlize(words: string): string {
  return lowerCase(urlized(words));
}

/** An empty fragment is left out: `C#` becomes `C`, and `C# guide` stays. Run with 0.131, 0.167 and 0.169. */
function urlized(words: string): string {
  return sanitizeWords(words).replace(/#$/, '');
}
