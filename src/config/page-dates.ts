/** The keys of front matter that each date of a page is taken from, the first that has one; `frontmatter` in the configuration sets them. */
export interface DateKeys {
  readonly date: readonly string[];
  readonly published: readonly string[];
  readonly expires: readonly string[];
}

const ALIASES: Readonly<Record<string, readonly string[]>> = {
  lastmod: ['lastmod', 'modified'],
  publishdate: ['publishdate', 'pubdate', 'published'],
  expirydate: ['expirydate', 'unpublishdate'],
};

const DEFAULTS = {
  date: ['date', 'publishdate', 'lastmod'],
  publishdate: ['publishdate', 'date'],
  expirydate: ['expirydate'],
} as const;

/** The keys that a configuration's lists name; `:default` stands for Hugo's own. Run with 0.131, 0.167 and 0.169. */
export function dateKeysOf(written: (name: keyof typeof DEFAULTS) => readonly string[] | undefined): DateKeys {
  const keysFor = (name: keyof typeof DEFAULTS) =>
    (written(name) ?? DEFAULTS[name])
      .map((key) => key.toLowerCase())
      .flatMap((key) => (key === ':default' ? DEFAULTS[name] : [key]))
      .flatMap((key) => ALIASES[key] ?? [key]);
  return { date: keysFor('date'), published: keysFor('publishdate'), expires: keysFor('expirydate') };
}

export const defaultDateKeys: DateKeys = dateKeysOf(() => undefined);

/** What front matter says of when a page is of, and from and until when it is built, in ms. A page's date stands for `date` in what follows. */
export function readDates(
  written: ReadonlyMap<string, unknown>,
  keys: DateKeys,
): { readonly day: number | null; readonly from: number | null; readonly until: number | null } {
  const value = firstDate(written, keys.date);
  const all = written.has('date') || value === undefined ? written : new Map([...written, ['date', value]]);
  return {
    day: dayOf(value),
    from: dateOf(firstDate(all, keys.published)),
    until: dateOf(firstDate(all, keys.expires)),
  };
}

function firstDate(written: ReadonlyMap<string, unknown>, keys: readonly string[]): unknown {
  for (const key of keys) if (dateOf(written.get(key)) !== null) return written.get(key);
  return undefined;
}

/** Hugo knows no date without month and day, each with two digits or the month as a word. */
function dateOf(value: unknown): number | null {
  if (typeof value === 'string' && !/^\d{4}-\d\d-\d\d|[A-Za-z]{3}/.test(value)) return null;
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
