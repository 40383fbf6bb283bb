import { endingOf, folderPrefix, nameOf, withoutEnding } from '../../files/paths.ts';
import type { PageSummary } from '../../model/page-summary.ts';
import type { Place, Placement, SiteFiles } from '../../model/place.ts';
import { belowContent, placement } from '../content-paths.ts';
import { isIgnored } from '../ignore-patterns.ts';
import type { JekyllSettings } from './config.ts';

const endings = new Set(['md', 'markdown', 'mkdown', 'mkdn', 'mkd']);

/** Whether Jekyll reads the file: nothing whose name, or whose folder's, starts with `.`, `_`, `#` or `~`. */
export function isRead(path: string, { content, collections, included, excluded }: JekyllSettings): boolean {
  const below = belowContent(path, content).slice(1);
  const segments = below.split('/');
  const isHidden = segments.some((segment, depth) => {
    if (!/^[._#~]/.test(segment) && !segment.endsWith('~')) return false;
    const isOpen = depth === 0 && segment.startsWith('_') && collections.includes(segment.slice(1));
    return !isOpen && !included.includes(segment) && !included.includes(segments.slice(0, depth + 1).join('/'));
  });
  return (
    !isHidden &&
    !isIgnored(
      below,
      excluded.map((pattern) => (pattern.includes('/') ? `/${pattern}` : pattern)),
    )
  );
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
  const places = content.map((path) => [path, placeOf(path, paths, summaries.get(path) ?? {}, settings)] as const);
  const published = (path: string) => (isRead(path, settings) ? belowContent(path, settings.content) : null);
  return placement(new Map(places), published);
}

function placeOf(path: string, paths: ReadonlySet<string>, summary: PageSummary, settings: JekyllSettings): Place {
  const below = belowContent(path, settings.content).replace(/^\/_/, '/');
  const folder = folderPrefix(below);
  const name = withoutEnding(nameOf(below));
  const prefix = folderPrefix(path);
  const isBuilt = summary.values?.published !== 'false';
  // Copied as it is.
  const isFile = summary.hasFrontMatter !== true && settings.optionalFrontMatter === false;
  const isReadme =
    settings.readmeIndex === true &&
    /^readme$/i.test(name) &&
    summary.hasFrontMatter !== true &&
    !paths.has(`${prefix}index.md`);
  const isFolder = name === 'index' || isReadme;
  const given =
    first(summary.values?.permalink) ?? settings.permalinks.findLast((each) => isBelow(path, each.folder))?.permalink;
  const address = isFile
    ? below
    : given === undefined
      ? isFolder
        ? folder
        : `${folder}${name}${settings.suffix || '.html'}`
      : permalinkOf(given, folder, name);
  return {
    kind: isFolder ? 'section' : 'regular',
    address: isBuilt ? address : null,
    unbuilt: isBuilt && address !== null ? null : 'unrendered',
    logical: below,
    folder: folder === '/' ? '/' : folder.slice(0, -1),
    files: isFolder ? folder : null,
  };
}

/** The address that a permalink gives; `null` when it is made of more than the path. */
function permalinkOf(permalink: string, folder: string, name: string): string | null {
  const filled = permalink
    .replace(/:path/g, folder.slice(1, -1))
    .replace(/:basename/g, name)
    .replace(/:output_ext/g, '.html');
  if (/:[a-z]/.test(filled)) return null;
  const path = `/${filled}`.replace(/\/{2,}/g, '/');
  return path.endsWith('/') || /\.[a-z0-9]+$/i.test(path) ? path : `${path}.html`;
}

function first(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : value?.[0];
}

function isBelow(path: string, folder: string): boolean {
  return folder === '' || path.startsWith(`${folder.replace(/\/$/, '')}/`) || path === folder;
}
