import { endingOf } from '../../files/paths.ts';
import type { PageSummary } from '../../model/page-summary.ts';
import { type CollectionFile, nameParts } from './documents.ts';

/** What of front matter decides where a page or document stands. */
export const PLACING_KEYS = ['permalink', 'redirect_from', 'published', 'date', 'slug', 'categories', 'category'];

/** Values of front matter, in words. */
export type Values = NonNullable<PageSummary['values']>;

/**
 * The old addresses that front matter keeps. jekyll-redirect-from 0.17 with Jekyll 4.4.1 writes a file for each (run): `/a/index.html` for `/a/`,
 * `/a.html` for `/a`, which hosts serve without its ending as well.
 */
export function oldAddresses(values: Values = {}): readonly string[] {
  return [values.redirect_from ?? []].flat().flatMap((from) => {
    const bare = from.replace(/\.html$/, '');
    const isFolder = from.endsWith('/') || from.endsWith('/index.html');
    return isFolder || (bare === from && endingOf(from) !== '') ? [from] : [bare, `${bare}.html`];
  });
}

/** The pattern of addresses of posts that a style of `permalink` stands for (`style_to_permalink` of Jekyll 4.4). */
export function patternOfStyle(style: string): string {
  const day = '/:categories/:year/:month/:day/:title';
  const named: Readonly<Record<string, string>> = {
    pretty: `${day}/`,
    date: `${day}:output_ext`,
    ordinal: '/:categories/:year/:y_day/:title:output_ext',
    weekdate: '/:categories/:year/W:week/:short_day/:title:output_ext',
    none: '/:categories/:title:output_ext',
  };
  return named[style] ?? style;
}

/** What is put behind a pattern so that it ends as a style does (`add_permalink_suffix`). */
export function endingOfStyle(style: string): '/' | ':output_ext' | '' {
  if (style === 'pretty' || style.endsWith('/')) return '/';
  return ['date', 'ordinal', 'none'].includes(style) || style.endsWith(':output_ext') ? ':output_ext' : '';
}

/** A page by its permalink, in which only the path counts (`Jekyll::Page`). */
export function pageAddress(permalink: string, folder: string, name: string, ending: string): string {
  const filled = permalink
    .replace(/:path/g, folder)
    .replace(/:basename/g, name)
    .replace(/:output_ext/g, ending);
  return built(filled, ending);
}

/**
 * The addresses that a document of a collection may have by its permalink: one, or several where the time zone of the build decides
 * on its day; none where it is made of what is not known, such as the hour.
 */
export function documentAddresses(
  permalink: string,
  file: CollectionFile,
  path: string,
  values: Values,
  zone: string | null,
  ending: string,
): readonly string[] {
  const parts = nameParts(path);
  const slug = one(values.slug) ?? parts.slug;
  const words: Readonly<Record<string, () => string>> = {
    collection: () => file.collection.name,
    path: () => file.path,
    name: () => slugify(path.replace(/^.*\//, '').replace(/\.[^.]*$/, '')),
    title: () => slugify(slug, /[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu, true),
    slug: () => slugify(slug),
    categories: () => [...new Set(categoriesOf(file, values).map((name) => name.toLowerCase()))].join('/'),
    slugified_categories: () => [...new Set(categoriesOf(file, values).map((name) => slugify(name)))].join('/'),
    output_ext: () => ending,
  };
  const days = daysOf(one(values.date) ?? parts.date, zone);
  const addresses = new Set<string>();
  for (const day of days.length === 0 ? [null] : days) {
    let isKnown = true;
    const filled = permalink.replace(/:([a-z_]+)/g, (_, key: string) => {
      const bare = key.replace(/_$/, '');
      const found = words[key]?.() ?? words[bare]?.() ?? (day === null ? null : dayWord(bare, day));
      isKnown &&= found !== null;
      return `${found}${bare === key ? '' : '_'}`;
    });
    if (!isKnown) return [];
    addresses.add(built(filled, ending));
  }
  return [...addresses];
}

/** The file of a collection that has no front matter, and is copied. */
export function copiedAddress({ collection, path }: CollectionFile, ending: string): string {
  const filled = collection.permalink
    .replace(/:collection/g, collection.name)
    .replace(/:path/g, path)
    .replace(/:name/g, path.replace(/^.*\//, ''))
    .replace(/:(?:title|output_ext)/g, '');
  return `${sanitized(filled).replace(/\/$/, '')}.${ending}`;
}

/** What all addresses of a pattern begin with: `/news/` for `/news/:title/`. */
export function fixedStart(permalink: string): string {
  const start = `/${permalink.replace(/:.*$/s, '')}`.replace(/\/{2,}/g, '/');
  return start.slice(0, start.lastIndexOf('/') + 1);
}

function built(filled: string, ending: string): string {
  const path = sanitized(filled).replace(/\/index(?:\.html)?$/, '/');
  return path.endsWith('/') || path.endsWith(ending) ? path : `${path}${ending}`;
}

function sanitized(filled: string): string {
  return `/${filled}`
    .replace(/\.\./g, '/')
    .replace(/\.\//g, '')
    .replace(/\/{2,}/g, '/');
}

function slugify(words: string, others = /[^\p{M}\p{L}\p{Nd}]+/gu, isCased = false): string {
  const slug = words.replace(others, '-').replace(/^-|-$/g, '');
  return isCased ? slug : slug.toLowerCase();
}

/** Folders above `_posts`, then what front matter says; words in `categories` are several, in `category` one. */
function categoriesOf({ above }: CollectionFile, { categories = [], category = [] }: Values): readonly string[] {
  const several = typeof categories === 'string' ? categories.split(/\s+/) : categories;
  return [...new Set([...above, ...several, ...[category].flat()])].filter((name) => name !== '');
}

/** The days that a date may fall on: in the zone of the site, else as it is written and in UTC. */
function daysOf(date: string | null, zone: string | null): readonly Date[] {
  const found = /^(\d{2,4})-(\d{1,2})-(\d{1,2})(.*)$/s.exec(date ?? '');
  if (!found) return [];
  const [year = 0, month = 0, day = 0] = found.slice(1).map(Number);
  const written = new Date(Date.UTC(year < 100 ? year + 2000 : year, month - 1, day));
  const time = /(\d{1,2}):(\d{2})(?::[\d.]{1,20})?\s{0,9}(?:([-+])(\d{2}):?(\d{2})|Z|UTC|GMT)?$/.exec(
    found[4]?.trim() ?? '',
  );
  if (!time) return [written];
  const [, hours, minutes, sign, aside, more] = time;
  const offset = sign === undefined ? 0 : Number(`${sign}1`) * (Number(aside) * 60 + Number(more));
  const instant = new Date(written.getTime() + (Number(hours) * 60 + Number(minutes) - offset) * 60_000);
  const there = dayIn(zone ?? '', instant);
  const inUtc = new Date(Math.floor(instant.getTime() / DAY) * DAY);
  return there === null ? [written, inUtc] : [there];
}

const DAY = 86_400_000;

/** `null` for a zone that there is not. */
function dayIn(zone: string, instant: Date): Date | null {
  try {
    const words = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(instant);
    return new Date(`${words}T00:00:00Z`);
  } catch {
    return null;
  }
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

function dayWord(key: string, day: Date): string | null {
  const [year, month, date] = [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()];
  const padded = (number: number, length = 2) => String(number).padStart(length, '0');
  const yearDay = (Date.UTC(year, month - 1, date) - Date.UTC(year, 0, 1)) / DAY + 1;
  const values: Readonly<Record<string, string | undefined>> = {
    year: padded(year, 4),
    short_year: padded(year % 100),
    month: padded(month),
    i_month: String(month),
    long_month: MONTHS[month - 1],
    short_month: MONTHS[month - 1]?.slice(0, 3),
    day: padded(date),
    i_day: String(date),
    y_day: padded(yearDay, 3),
  };
  return values[key] ?? null;
}

function one(value: string | readonly string[] | undefined): string | undefined {
  return [value].flat()[0];
}
