import { isIgnored } from '../../config/git-ignore.ts';
import { endingOf, folderPrefix, nameOf, withoutEnding } from '../../files/paths.ts';
import type { PageSummary } from '../../model/page-summary.ts';
import type { Place, Placement, SiteFiles } from '../../model/place.ts';
import { belowContent, placement } from '../content-paths.ts';
import type { JekyllSettings } from './config.ts';
import { collectionFileAt } from './documents.ts';
import { copiedAddress } from './permalinks.ts';
import { isLeftAlone } from './rendered.ts';
import { publishedAt } from './standing.ts';

const endings = new Set(['md', 'markdown', 'mkdown', 'mkdn', 'mkd']);

/** Whether Jekyll reads the file: nothing whose name, or whose folder's, starts with `.`, `_`, `#` or `~`. */
export function isRead(path: string, settings: JekyllSettings): boolean {
  const { content, included, excluded } = settings;
  const below = belowContent(path, content).slice(1);
  const segments = below.split('/');
  const open = collectionFileAt(below, settings)?.depth;
  const isHidden = segments.some((segment, depth) => {
    if (depth === open || (!/^[._#~]/.test(segment) && !segment.endsWith('~'))) return false;
    return !included.includes(segment) && !included.includes(segments.slice(0, depth + 1).join('/'));
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
    return file === null ? below : file.collection.name === 'posts' ? null : copiedAddress(file, endingOf(path));
  };
  return {
    ...placement(new Map(places), published, new Set(settings.rendered.addresses)),
    unknownPrefixes: [...open],
    ...(settings.redirects ? {} : { aliasesOf: () => [] }),
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
  const folder = folderPrefix(below);
  const name = withoutEnding(nameOf(below)).replace(/(?<!\.)\.+$/, '');
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
  const { address } = published;
  const place: Place = {
    kind: isFolder ? 'section' : 'regular',
    address: isBuilt ? address : null,
    unbuilt: isBuilt && address !== null ? null : 'unrendered',
    logical: below,
    folder: folder === '/' ? '/' : folder.slice(0, -1),
    files: isFolder ? folder : null,
  };
  return { place, mayBeAt: isBuilt ? published.mayBeAt : [] };
}
