import type { HugoSettings, Language, OutputFormat, Outputs } from '../../../config/hugo-settings.ts';
import { flagAt, type Table, tableAt, tableOf, textAt, valueAt, wordsOf } from './tables.ts';
import { changes, isSince } from './version.ts';

const builtIn: readonly OutputFormat[] = [
  { name: 'rss', file: 'index.xml', path: '' },
  { name: 'json', file: 'index.json', path: '' },
  { name: 'amp', file: 'index.html', path: 'amp' },
  { name: 'csv', file: 'index.csv', path: '' },
  { name: 'calendar', file: 'index.ics', path: '' },
  { name: 'markdown', file: 'index.md', path: '' },
  { name: 'webappmanifest', file: 'manifest.webmanifest', path: '' },
];

const suffixes: Readonly<Record<string, string>> = {
  'text/html': 'html',
  'application/json': 'json',
  'application/rss+xml': 'xml',
  'application/xml': 'xml',
  'text/xml': 'xml',
  'text/plain': 'txt',
  'text/csv': 'csv',
  'text/calendar': 'ics',
  'text/css': 'css',
  'text/javascript': 'js',
  'text/markdown': 'md',
  'application/manifest+json': 'webmanifest',
};

/** The formats of each kind, by a site's configuration. */
export function outputsOf(config: Table, disabledKinds: readonly string[]): Outputs {
  const formats = formatsOf(config);
  const hasFeeds = !disabledKinds.includes('rss');
  const of = (kind: string, otherwise: readonly string[]) => {
    const written = valueAt(config, `outputs.${kind}`);
    const names = written === undefined ? otherwise : wordsOf(written).map((name) => name.toLowerCase());
    return formats.filter(({ name }) => names.includes(name) && (name !== 'rss' || hasFeeds));
  };
  const feed = ['rss'];
  return {
    home: of('home', feed),
    section: of('section', feed),
    taxonomy: of('taxonomy', feed),
    term: of('term', feed),
    page: of('page', []),
  };
}

/** Kinds of pages that a site writes in other formats than HTML only, or not at all. */
export function kindsWithoutHtml(config: Table): readonly string[] {
  return ['home', 'section', 'taxonomy', 'term', 'page'].filter((kind) => {
    const written = valueAt(config, `outputs.${kind}`);
    return Array.isArray(written) && !wordsOf(written).some((name) => name.toLowerCase() === 'html');
  });
}

/** Whether a page is written as HTML, by its own front matter or by its kind. */
export function hasHtml(
  kind: keyof Outputs,
  own: readonly string[] | undefined,
  { withoutHtml }: { readonly withoutHtml: readonly string[] },
): boolean {
  return own === undefined ? !withoutHtml.includes(kind) : own.some((name) => name.toLowerCase() === 'html');
}

/** All formats that the site knows: Hugo's own, changed and added to. */
export function formatsOf(config: Table): readonly OutputFormat[] {
  const written = tableAt(config, 'outputformats');
  const formats = new Map(builtIn.map((format) => [format.name, format]));
  for (const [name, value] of written) {
    const table = tableOf(value);
    const known = formats.get(name);
    const suffix = suffixOf(textAt(table, 'mediatype'), config) ?? known?.file.slice(known.file.indexOf('.') + 1);
    if (suffix === undefined) continue;
    const base = textAt(table, 'basename') || known?.file.slice(0, known.file.indexOf('.')) || 'index';
    formats.set(name, { name, file: `${base}.${suffix}`, path: textAt(table, 'path') || (known?.path ?? '') });
  }
  return [...formats.values()];
}

function suffixOf(type: string, config: Table): string | undefined {
  const own = wordsOf(valueAt(tableOf(tableAt(config, 'mediatypes').get(type.toLowerCase())), 'suffixes'))[0];
  return own ?? suffixes[type.toLowerCase()];
}

/**
 * Where the page at an address, be it HTML or not, is in another format; the format's folder is below that of the language. With
 * `uglyURLs` a page is `/docs/p.json` as well, but for feeds. Run with 0.131, 0.167 and 0.169.
 */
export function addressOfFormat(
  address: string,
  { name, file, path }: OutputFormat,
  { version, languages, uglyUrls }: Pick<HugoSettings, 'version' | 'languages' | 'uglyUrls'>,
  kind: keyof Outputs,
): string {
  const isBelowPath = kind !== 'page' && !isSince(version, changes.listsInFolders);
  const prefixOf = (folder: string) =>
    languages.find((each) => each.prefix !== '' && folder.startsWith(`${each.prefix}/`))?.prefix ?? '';
  if (uglyUrls !== false && name !== 'rss' && file.startsWith('index.') && address.endsWith('.html')) {
    const bare = address.slice(0, -'.html'.length);
    const ending = file.slice('index'.length);
    if (path === '') return bare + ending;
    return isBelowPath
      ? `${bare}/${path}${ending}`
      : `${prefixOf(bare)}/${path}${bare.slice(prefixOf(bare).length)}${ending}`;
  }
  const inOther = /^(.*\/)[^/]+\.(?!html?$)\w+$/.exec(address)?.[1];
  const folder = inOther ?? (address.endsWith('/') ? address : `${address.replace(/\.html$/, '')}/`);
  if (path === '') return folder + file;
  if (isBelowPath) return `${folder}${path}/${file}`;
  const prefix = prefixOf(folder);
  return `${prefix}/${path}${folder.slice(prefix.length)}${file}`;
}

/** Files at the top that Hugo makes by itself. */
export function filesAtTop(
  config: Table,
  disabledKinds: readonly string[],
  languages: readonly Language[],
): readonly string[] {
  const files: string[] = [];
  const sitemap = textAt(config, 'sitemap.filename') || 'sitemap.xml';
  if (!disabledKinds.includes('sitemap')) {
    files.push(`/${sitemap}`);
    // Each language has one of its own, and the one at the top leads to them.
    if (languages.length > 1 || languages[0]?.prefix) files.push(...languages.map(({ name }) => `/${name}/${sitemap}`));
  }
  if (!disabledKinds.includes('robotstxt') && flagAt(config, 'enablerobotstxt', false)) files.push('/robots.txt');
  return files;
}

/** The formats of one page: those that its front matter names instead of those of its kind. */
export function formatsOfPage(
  kind: keyof Outputs,
  own: readonly string[] | undefined,
  { outputs, formats }: { readonly outputs: Outputs; readonly formats: readonly OutputFormat[] },
): readonly OutputFormat[] {
  if (own === undefined) return outputs[kind];
  const names = own.map((name) => name.toLowerCase());
  return formats.filter(({ name }) => names.includes(name));
}
