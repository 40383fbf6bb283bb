import { compileGlobs } from '../../config/glob.ts';
import { endingOf, folderPrefix, nameOf } from '../../files/paths.ts';
import type { PageSummary } from '../../model/page-summary.ts';
import type { Place, Placement, SiteFiles } from '../../model/place.ts';
import { belowContent, placeAt, placement } from '../content-paths.ts';
import type { JekyllSettings } from './config.ts';
import { bareName, collectionFileAt } from './documents.ts';
import { copiedAddress, oldAddresses } from './permalinks.ts';
import { isLeftAlone } from './rendered.ts';
import { publishedAt } from './standing.ts';

const endings = new Set(['md', 'markdown', 'mkdown', 'mkdn', 'mkd']);

/** Whether Jekyll reads the file: nothing whose name, or whose folder's, starts with `.`, `_`, `#` or `~`. Run with 4.4.1. */
export function isRead(path: string, settings: JekyllSettings): boolean {
  const { content, included, excluded } = settings;
  const below = belowContent(path, content).slice(1);
  const segments = below.split('/');
  const open = collectionFileAt(below, settings)?.depth;
  const folders = included.map((pattern) => pattern.replace(/\/$/, ''));
  const isHidden = segments.some(
    (segment, depth) => depth !== open && /^[._#~]|~$/.test(segment) && !isNamed(segment, folders),
  );
  if (isHidden && !included.includes(below)) return false;
  return !segments.some((_, depth) => isNamed(segments.slice(0, depth + 1).join('/'), excluded));
}

/** Whether `include` or `exclude` names a path: by its beginning, or by a glob whose stars stand for slashes as well (`glob_include?`). */
function isNamed(path: string, patterns: readonly string[]): boolean {
  const asOneName = (words: string) => words.replaceAll('/', '\0');
  const bare = patterns.map((pattern) => pattern.replace(/^\/+/, ''));
  const isInGlob = compileGlobs(bare.map((pattern) => asOneName(pattern.replace(/^!|\{/g, '\\$&'))));
  return bare.some((pattern) => path.startsWith(pattern)) || isInGlob(asOneName(path));
}

export function isPage(path: string): boolean {
  return endings.has(endingOf(path));
}

/** Puts each page where its permalink says, else where its path does (Jekyll 4.4, `Jekyll::Page#url`). */
export function placeAll(
  { content }: SiteFiles,
  summaries: ReadonlyMap<string, PageSummary>,
  settings: JekyllSettings,
): Placement {
  const paths = new Set(content);
  const open = new Set<string>(settings.rendered.mayBeAt);
  const rendered = new Set(settings.rendered.files);
  const places = content.map((path) => {
    const { place, mayBeAt } = placeOf(path, paths, summaries.get(path) ?? {}, settings);
    for (const address of mayBeAt) open.add(address);
    return [path, place] as const;
  });
  const published = (path: string) => {
    if (!isRead(path, settings) || rendered.has(path)) return null;
    const below = belowContent(path, settings.content);
    const file = collectionFileAt(below.slice(1), settings);
    if (file === null) return below;
    // A picture is a post, too.
    const ending = endingOf(path);
    return file.collection.name === 'posts'
      ? (publishedAt(below, {}, settings, { ending: `.${ending}` }).address?.replace(/\/$/, '/index.html') ?? null)
      : copiedAddress(file, ending);
  };
  return {
    ...placement(new Map(places), published, new Set(settings.rendered.addresses)),
    unknownPrefixes: [...open],
    ...(settings.redirects ? { aliasesOf: (path: string) => oldAddresses(summaries.get(path)?.values) } : {}),
  };
}

/** Where a page or document stands, and where it may stand when that is not known. */
function placeOf(
  path: string,
  paths: ReadonlySet<string>,
  summary: PageSummary,
  settings: JekyllSettings,
): { readonly place: Place; readonly mayBeAt: readonly string[] } {
  const below = belowContent(path, settings.content);
  const name = bareName(below);
  const isBuilt = settings.showsUnpublished || summary.values?.published !== 'false';
  const file = collectionFileAt(below.slice(1), settings);
  const isReadme =
    settings.readmeIndex === true &&
    /^readme$/i.test(name) &&
    summary.hasFrontMatter !== true &&
    !paths.has(`${folderPrefix(path)}index.md`) &&
    !settings.rendered.files.includes(`${folderPrefix(path)}index.html`);
  const isCopied =
    settings.optionalFrontMatter === false || (settings.optionalFrontMatter === true && isLeftAlone(nameOf(path)));
  const isFile =
    summary.hasFrontMatter !== true && !isReadme && (file === null ? isCopied : file.collection.name !== 'posts');
  const isFolder = file === null && (name === 'index' || isReadme);
  const published = isFile
    ? { address: file === null ? below : copiedAddress(file, endingOf(path)), mayBeAt: [] }
    : publishedAt(below, summary.values ?? {}, settings, { isFolder });
  const files = isFolder ? folderPrefix(below) : null;
  const place = placeAt(below, { isFolder, address: isBuilt ? published.address : null, files });
  return { place, mayBeAt: isBuilt ? published.mayBeAt : [] };
}
