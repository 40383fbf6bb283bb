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
  const above = folders.join('/').toLowerCase();
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
  const { title, slug, name, sections, sectionSlugs } = page;
  const asWritten = (words: string) => (page.keepsCase ? urlized(words) : urlize(words));
  switch (token) {
    case 'section':
      return sections[0] ?? '';
    case 'sections':
      return sections.join('/');
    case 'sectionslug':
      return sectionSlugs[0] ?? '';
    case 'sectionslugs':
      return sectionSlugs.join('/');
    case 'title':
      return asWritten(title);
    case 'slug':
      return slug === undefined ? asWritten(title) : asWritten(slug);
    case 'filename':
      return page.isSection ? '' : asWritten(name);
    case 'contentbasename':
      return asWritten(name);
    case 'slugorfilename':
      return slug === undefined ? (page.isSection ? '' : asWritten(name)) : asWritten(slug);
    case 'slugorcontentbasename':
      return asWritten(slug ?? name);
  }
  const cut = /^(sections|sectionslugs)\[(.+)\]$/.exec(token);
  if (cut) return cutOf(cut[1] === 'sections' ? sections : sectionSlugs, cut[2]!).join('/');
  return dateValue(token, page.date);
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

function dateValue(token: string, date: number | null): string | null {
  const day = new Date(date ?? NO_DATE);
  const two = (number: number) => String(number).padStart(2, '0');
  switch (token) {
    case 'year':
      return String(day.getUTCFullYear());
    case 'month':
      return two(day.getUTCMonth() + 1);
    case 'monthname':
      return MONTHS[day.getUTCMonth()]!;
    case 'day':
      return two(day.getUTCDate());
    case 'weekday':
      return String(day.getUTCDay());
    case 'weekdayname':
      return WEEKDAYS[day.getUTCDay()]!;
    case 'yearday':
      return String(yearday(day));
  }
  return inLayout(token, day);
}

/** The day by a layout of Go's time, as `:2006` and `:Jan` are; `null` for what is none, or asks for the time of day. */
function inLayout(layout: string, day: Date): string | null {
  const two = (number: number) => String(number).padStart(2, '0');
  const [year, month] = [day.getUTCFullYear(), day.getUTCMonth()];
  let isKnown = false;
  const filled = layout.replace(/January|Jan|Monday|Mon|MST|2006|002|0[1-6]|15|[1-5]|PM|pm/g, (part) => {
    isKnown = true;
    switch (part) {
      case '2006':
        return String(year).padStart(4, '0');
      case '06':
        return two(year % 100);
      case 'January':
        return MONTHS[month]!;
      case 'Jan':
        return MONTHS[month]!.slice(0, 3);
      case '01':
        return two(month + 1);
      case '1':
        return String(month + 1);
      case '02':
        return two(day.getUTCDate());
      case '2':
        return String(day.getUTCDate());
      case '002':
        return String(yearday(day)).padStart(3, '0');
      case 'Monday':
        return WEEKDAYS[day.getUTCDay()]!;
      case 'Mon':
        return WEEKDAYS[day.getUTCDay()]!.slice(0, 3);
    }
    return '\0';
  });
  return isKnown && !filled.includes('\0') ? filled : null;
}

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
