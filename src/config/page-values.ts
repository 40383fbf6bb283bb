import { type DateKeys, defaultDateKeys, readDates } from './page-dates.ts';

/** A table of a configuration or of front matter. Keys are in lower case, since Hugo does not tell capitals apart. */
export type Table = ReadonlyMap<string, unknown>;

/** What a page's front matter says of its place on the site. The `cascade` of a section says the same for the pages below it. */
export interface PageValues {
  readonly title?: string;
  readonly slug?: string;
  readonly url?: string;
  /** `false`: it says that it is none, whatever its section says. */
  readonly draft?: boolean;
  /** It is built from or until this moment only, in ms; left out when past and future do not matter any more. */
  readonly from?: number;
  readonly until?: number;
  /** `build`: whether the page has an address, is found by links at least (`link`), and publishes the files of its folder. */
  readonly build?: BuildOptions;
  /** The day that it is of, in ms of UTC; kept where addresses depend on it. */
  readonly date?: number;
  /** Formats that it is written in, where it names them itself. */
  readonly outputs?: readonly string[];
  readonly aliases?: readonly string[];
  /** Terms of taxonomies, by front matter key, lower case: `{tags: ['finance']}`. */
  readonly terms?: Readonly<Record<string, readonly string[]>>;
}

/** What `build` (once `_build`) says; a page that says anything of it is not told by its section. */
interface BuildOptions {
  readonly render: 'always' | 'link' | 'never';
  readonly publishesFiles: boolean;
}

/** What a section, or the configuration, says about the pages below. */
export interface Cascade {
  /** A pattern of content paths; all pages when absent. */
  readonly target?: string;
  /** Patterns of kinds, `{page,section}`, and of languages; all when absent. */
  readonly kind?: string;
  readonly lang?: string;
  readonly values: PageValues;
}

/** How values are read: which keys make terms, and whether addresses depend on dates. */
export interface ValueNeeds {
  readonly taxonomies: readonly string[];
  readonly dates: boolean;
  /** Hugo's own, unless the site names others. */
  readonly dateKeys?: DateKeys;
}

/** The rules of a `cascade`, as far as pages move, come or go by them. */
export function cascadesOf(cascade: unknown, needs: ValueNeeds): readonly Cascade[] {
  if (cascade === undefined) return [];
  return (Array.isArray(cascade) ? cascade : [cascade]).flatMap((one): readonly Cascade[] => {
    const written = tableOf(one);
    // What stands below `params` counts as if it stood beside it.
    const values = pageValues(new Map([...tableOf(written.get('params')), ...written]), needs);
    if (Object.keys(values).length === 0) return [];
    const target = tableOf(written.get('target') ?? written.get('_target'));
    // A target may also name sites and versions; whom those mean cannot be known here.
    if ([...target.keys()].some((key) => !['path', 'kind', 'lang', 'environment'].includes(key))) return [];
    const environment = textOf(target.get('environment'));
    if (environment !== '' && environment !== 'production') return [];
    const [path, kind, lang] = ['path', 'kind', 'lang'].map((key) => textOf(target.get(key)));
    return [{ ...(path ? { target: path } : {}), ...(kind ? { kind } : {}), ...(lang ? { lang } : {}), values }];
  });
}

/** What front matter says of a page's place; keys are in lower case. */
export function pageValues(written: Table, { taxonomies, dates, dateKeys = defaultDateKeys }: ValueNeeds): PageValues {
  const values: { -readonly [Key in keyof PageValues]: PageValues[Key] } = {};
  const title = wordOf(written.get('title'));
  const slug = wordOf(written.get('slug'));
  const url = wordOf(written.get('url'));
  if (title) values.title = title;
  if (slug) values.slug = slug;
  if (url) values.url = url;
  const draft = wordOf(written.get('draft')).toLowerCase();
  // As Go reads truth values: `1` and `t` are true as well.
  if (/^(?:true|t|1)$/.test(draft) || written.get('published') === false) values.draft = true;
  else if (draft === 'false') values.draft = false;
  const { day, from, until } = readDates(written, dateKeys);
  if (day !== null && (dates || url.includes(':'))) values.date = day;
  const outputs = written.has('outputs') ? textsOf(written.get('outputs')) : [];
  if (outputs.length > 0) values.outputs = outputs;
  if (from && from > Date.now()) values.from = from;
  if (until) values.until = until;
  const build = buildOf(written);
  if (build) values.build = build;
  const aliases = textsOf(written.get('aliases'));
  if (aliases.length > 0) values.aliases = aliases;
  const params = tableOf(written.get('params'));
  for (const key of taxonomies) {
    const name = key.toLowerCase();
    const found = textsOf(written.get(name) ?? params.get(name));
    if (found.length > 0) values.terms = { ...values.terms, [key]: found };
  }
  return values;
}

/** Hugo 0.131 and 0.169 know `never`, `link`, `always` and truth values, in lower case; anything else is `always`. */
function buildOf(written: Table): BuildOptions | undefined {
  const build = tableOf(written.get('build') ?? written.get('_build'));
  const isHeadless = wordOf(written.get('headless')).toLowerCase() === 'true';
  if (build.size === 0 && !isHeadless) return undefined;
  const render = wordOf(build.get('render'));
  const isNever = isHeadless || render === 'never' || render === 'false';
  return {
    render: isNever ? 'never' : render === 'link' ? 'link' : 'always',
    publishesFiles: wordOf(build.get('publishresources')) !== 'false',
  };
}

const empty: Table = new Map();

/** What was parsed, as a table; what is none becomes an empty one. */
export function tableOf(value: unknown): Table {
  if (value instanceof Map) return value as Table;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return empty;
  return new Map(Object.entries(value).map(([key, below]) => [key.toLowerCase(), below]));
}

function wordOf(value: unknown): string {
  return typeof value === 'boolean' ? String(value) : textOf(value);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

function textsOf(value: unknown): readonly string[] {
  if (value === undefined) return [];
  const each = Array.isArray(value) ? value : [value];
  return each.map(textOf).filter((text) => text !== '');
}
