import type { Language, OutputFormat, Outputs } from '../../../config/hugo-settings.ts';
import { nameOf } from '../../../files/paths.ts';
import { flagAt, type Table, tableAt, tableOf, textAt, valueAt, wordsOf } from './tables.ts';

const builtIn: readonly OutputFormat[] = [
  { name: 'rss', file: 'index.xml', path: '', isUgly: false },
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
  const feed = ['html', 'rss'];
  return {
    home: of('home', feed),
    section: of('section', feed),
    taxonomy: of('taxonomy', feed),
    term: of('term', feed),
    page: of('page', ['html']),
  };
}

/** Kinds of pages that a site writes in no `index.html`: in other formats, in HTML of another name, or not at all. */
export function kindsWithoutHtml(config: Table): readonly string[] {
  const isRenamed = formatsOf(config).some(({ name }) => name === 'html');
  return ['home', 'section', 'taxonomy', 'term', 'page'].filter((kind) => {
    if (isRenamed) return true;
    const written = valueAt(config, `outputs.${kind}`);
    return Array.isArray(written) && !wordsOf(written).some((name) => name.toLowerCase() === 'html');
  });
}

/** All formats that the site knows: Hugo's own, changed and added to. HTML is one of them where it has another name or folder. */
export function formatsOf(config: Table): readonly OutputFormat[] {
  const written = tableAt(config, 'outputformats');
  const html = tableOf(written.get('html'));
  const isRenamed = !['', 'index'].includes(textAt(html, 'basename')) || textAt(html, 'path') !== '';
  const own = isRenamed ? [{ name: 'html', file: 'index.html', path: '' }] : [];
  const formats = new Map([...own, ...builtIn].map((format) => [format.name, format]));
  for (const [name, value] of written) {
    if (name === 'html' && !isRenamed) continue;
    const table = tableOf(value);
    const known = formats.get(name);
    const suffix = suffixOf(textAt(table, 'mediatype'), config) ?? known?.file.slice(known.file.indexOf('.') + 1);
    if (suffix === undefined) continue;
    const base = textAt(table, 'basename') || known?.file.slice(0, known.file.indexOf('.')) || 'index';
    const path = textAt(table, 'path') || (known?.path ?? '');
    formats.set(name, { ...known, name, file: `${base}.${suffix}`, path, ...placeOf(table) });
  }
  return [...formats.values()];
}

function placeOf(table: Table): Pick<OutputFormat, 'isUgly' | 'isAtRoot'> {
  const root = flagAt(table, 'root', false) ? { isAtRoot: true } : {};
  if (flagAt(table, 'nougly', false)) return { ...root, isUgly: false };
  return flagAt(table, 'ugly', false) ? { ...root, isUgly: true } : root;
}

function suffixOf(type: string, config: Table): string | undefined {
  const own = wordsOf(valueAt(tableOf(tableAt(config, 'mediatypes').get(type.toLowerCase())), 'suffixes'))[0];
  return own ?? suffixes[type.toLowerCase()];
}

/** Files at the top that Hugo makes by itself. */
export function filesAtTop(
  config: Table,
  disabledKinds: readonly string[],
  languages: readonly Language[],
): readonly string[] {
  const files: string[] = [];
  // A folder in the name is left out. Run with 0.131, 0.167 and 0.169.
  const sitemap = nameOf(textAt(config, 'sitemap.filename')) || 'sitemap.xml';
  if (!disabledKinds.includes('sitemap')) {
    files.push(`/${sitemap}`);
    // Each language has one of its own, and the one at the top leads to them.
    if (languages.length > 1 || languages[0]?.prefix) files.push(...languages.map(({ name }) => `/${name}/${sitemap}`));
  }
  if (!disabledKinds.includes('robotstxt') && flagAt(config, 'enablerobotstxt', false)) files.push('/robots.txt');
  return files;
}
