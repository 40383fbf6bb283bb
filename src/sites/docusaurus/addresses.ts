import { compileGlobs } from '../../config/glob.ts';
import { withoutEnding } from '../../files/paths.ts';
import type { Page } from '../../model/handbook.ts';
import type { PageSummary } from '../../model/page-summary.ts';
import type { Place, Placement, SiteFiles } from '../../model/place.ts';
import { placeAt, placement, sourceFile } from '../content-paths.ts';
import { joinPath } from '../href.ts';
import type { DocusaurusSettings } from './config.ts';
import type { DocusaurusPlugin } from './plugins.ts';

/** The plugin whose folder a file lies in. */
export function pluginOf(path: string, { plugins }: DocusaurusSettings): DocusaurusPlugin | undefined {
  return plugins.find(({ folder }) => folder === '' || path.startsWith(`${folder}/`));
}

/** The path of a file below its plugin's folder: `guide/setup.md`. */
function belowPlugin(path: string, { folder }: DocusaurusPlugin): string {
  return folder === '' ? path : path.slice(folder.length + 1);
}

/**
 * The route of a page below the base, as its plugin makes it, with or without a final slash; `null` for what is not built. With
 * versions the route is not known, and only links by file can be followed.
 */
export function routeOf(path: string, summary: PageSummary, settings: DocusaurusSettings): string | null {
  const plugin = pluginOf(path, settings);
  if (plugin === undefined) return null;
  const below = belowPlugin(path, plugin);
  if (compileGlobs(plugin.excluded)(below) || summary.draft) return null;
  const route = joinRoutes(plugin.route, slugOf(below, summary, plugin));
  if (settings.trailingSlash === null || route === '/') return route;
  return settings.trailingSlash ? route.replace(/\/?$/, '/') : route.replace(/\/$/, '');
}

function slugOf(below: string, { values }: PageSummary, plugin: DocusaurusPlugin): string {
  const slug = word(values?.slug);
  if (plugin.of === 'docs') return docSlug(below, { slug, ...namingOf(values, plugin) });
  if (slug !== undefined) return slug;
  return plugin.of === 'blog'
    ? postSlug(below)
    : `/${below.replace(/(?:^|(?<=\/))index\.mdx?$/i, '').replace(/\.mdx?$/, '')}`;
}

/** What front matter and settings say of a doc's name. */
function namingOf(values: PageSummary['values'], { numberPrefixes }: DocusaurusPlugin) {
  return {
    id: word(values?.id),
    numberPrefixes: numberPrefixes && word(values?.parse_number_prefixes) !== 'false',
  };
}

/** What the sidebars of a plugin call a page; `null` for a page that is none of its docs. */
export function docIdOf({ path, summary: { values } }: Page, plugin: DocusaurusPlugin): string | null {
  if (plugin.of !== 'docs' || !(plugin.folder === '' || path.startsWith(`${plugin.folder}/`))) return null;
  return docId(belowPlugin(path, plugin), namingOf(values, plugin));
}

/** `2024-05-02-launch.md` is `/2024/05/02/launch` (Docusaurus 3.10, `parseBlogFileName`). */
function postSlug(below: string): string {
  const name = below.replace(/(?:\/index)?\.mdx?$/, '');
  const date = [...name.matchAll(/\d{4}[-/]\d{1,2}[-/]\d{1,2}/g)].at(-1);
  if (date === undefined) return `/${name}`;
  const rest = name.slice(date.index + date[0].length).replace(/^[-/]/, '');
  return `/${date[0].replace(/-/g, '/')}/${name.slice(0, date.index)}${rest}`;
}

function word(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function joinRoutes(route: string, slug: string): string {
  return slug.startsWith('/') ? `${route}${slug}`.replace(/\/{2,}/g, '/') : joinPath(route, slug);
}

/**
 * Where the built file of a route is served: `/a/` for `a/index.html`, or `/a.html` without final slashes and where the route is named
 * so (Docusaurus 3.10.2, `pathnameToFilename`).
 */
function addressOf(route: string, { trailingSlash }: DocusaurusSettings): string {
  if (/\.html?$/i.test(route)) return route;
  if (trailingSlash === false && route !== '/') return `${route.replace(/\/$/, '')}.html`;
  return route.endsWith('/') ? route : `${route}/`;
}

export function placeAll(
  { content }: SiteFiles,
  summaries: ReadonlyMap<string, PageSummary>,
  settings: DocusaurusSettings,
): Placement {
  const places = content.map((path) => [path, placeOf(path, summaries.get(path) ?? {}, settings)] as const);
  const published = (path: string, isContent: boolean) => {
    const folder = isContent ? undefined : settings.static.find((name) => path.startsWith(`${name}/`));
    return folder === undefined ? sourceFile(path) : path.slice(folder.length);
  };
  const { routes, redirects } = settings.made;
  const made = [...routes, ...redirects].map((route) => addressOf(route, settings));
  return placement(new Map(places), published, new Set([...made, ...redirects]));
}

function placeOf(path: string, summary: PageSummary, settings: DocusaurusSettings): Place {
  const route = routeOf(path, summary, settings);
  return placeAt(`/${path}`, {
    isFolder: route?.endsWith('/') === true,
    address: route === null ? null : addressOf(route, settings),
    why: summary.draft ? 'draft' : 'unrendered',
  });
}

/** What front matter and settings say of a doc. */
interface Doc {
  readonly slug: string | undefined;
  readonly id: string | undefined;
  readonly numberPrefixes: boolean;
}

/** `2024-05-01-log` and `7.0-notes` have no number prefix. */
const NO_PREFIX = /^\d+[-_.]\d+/;
const PREFIX = /^\d+\s*[-_.]+\s*([^-_.\s].*)$/;

/** The slug of a doc below the route of its plugin (Docusaurus 3.10, `getSlug`): `01-guide/02-setup.md` is `/guide/setup`. */
export function docSlug(below: string, { slug, id, numberPrefixes }: Doc): string {
  if (slug?.startsWith('/')) return slug;
  const names = withoutEnding(below).split('/');
  const file = names.pop() ?? '';
  const folders = numberPrefixes ? names.map(withoutPrefix) : names;
  const folder = folders.length === 0 ? '/' : `/${folders.join('/')}/`;
  const isIndex = ['index', 'readme', names.at(-1)?.toLowerCase()].includes(file.toLowerCase());
  if (slug === undefined && isIndex) return folder;
  return joinPath(folder, slug ?? id ?? (numberPrefixes ? withoutPrefix(file) : file));
}

/** What sidebars call a doc (Docusaurus 3.10.2, `processDocMetadata`, run): `01-guide/02-setup.md` is `guide/setup`. */
function docId(below: string, { id, numberPrefixes }: Omit<Doc, 'slug'>): string {
  const names = withoutEnding(below).split('/');
  const own = names.map((name) => (numberPrefixes ? withoutPrefix(name) : name));
  return [...own.slice(0, -1), id ?? own.at(-1)].join('/');
}

function withoutPrefix(name: string): string {
  return NO_PREFIX.test(name) ? name : (PREFIX.exec(name)?.[1] ?? name);
}
