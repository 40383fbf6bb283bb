import { endingOf, folderPrefix, nameOf, withoutEnding } from '../../files/paths.ts';
import type { PageSummary } from '../../model/page-summary.ts';
import type { Place, Placement, SiteFiles } from '../../model/place.ts';
import { belowContent, placement } from '../content-paths.ts';
import { isIgnored } from '../ignore-patterns.ts';
import type { JekyllSettings } from './config.ts';
import { defaultPermalink, defaultsOf } from './defaults.ts';
import { collectionFileAt } from './documents.ts';
import { copiedAddress, documentAddresses, fixedStart, pageAddress } from './permalinks.ts';
import { isLeftAlone } from './rendered.ts';

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
  const open = new Set<string>();
  const rendered = new Set(settings.html.files);
  const places = content.map((path) => {
    const { place, unknownAt } = placeOf(path, paths, summaries.get(path) ?? {}, settings);
    for (const address of unknownAt) open.add(address);
    return [path, place] as const;
  });
  const published = (path: string) => {
    if (!isRead(path, settings) || rendered.has(path)) return null;
    const below = belowContent(path, settings.content);
    const file = collectionFileAt(below.slice(1), settings);
    return file === null ? below : file.collection.name === 'posts' ? null : copiedAddress(file, endingOf(path));
  };
  return {
    ...placement(new Map(places), published, new Set(settings.html.addresses)),
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
): { readonly place: Place; readonly unknownAt: readonly string[] } {
  const below = belowContent(path, settings.content);
  const folder = folderPrefix(below);
  const name = withoutEnding(nameOf(below)).replace(/\.+$/, '');
  const isBuilt = summary.values?.published !== 'false';
  const file = collectionFileAt(below.slice(1), settings);
  const isReadme =
    settings.readmeIndex === true &&
    /^readme$/i.test(name) &&
    summary.hasFrontMatter !== true &&
    !paths.has(`${folderPrefix(path)}index.md`) &&
    !settings.html.files.includes(`${folderPrefix(path)}index.html`);
  const isCopied =
    settings.optionalFrontMatter === false || (settings.optionalFrontMatter === true && isLeftAlone(nameOf(path)));
  const isFile =
    summary.hasFrontMatter !== true && !isReadme && (file === null ? isCopied : file.collection.name !== 'posts');
  const isFolder = file === null && (name === 'index' || isReadme);
  const inDefaults = file === null ? below.slice(1) : below.slice(1 + settings.collectionsFolder.length);
  const defaults = defaultsOf(inDefaults, file?.collection.name ?? 'pages', settings.defaults);
  const given = first(summary.values?.permalink) ?? defaultPermalink(defaults);
  const permalink = given ?? file?.collection.permalink ?? `/:path/${isFolder ? '' : `:basename${settings.suffix}`}`;
  const possible =
    file === null
      ? [isFile ? below : pageAddress(permalink, folder, name)]
      : isFile
        ? [copiedAddress(file, endingOf(path))]
        : defaults.some(({ isOpaque }) => isOpaque)
          ? []
          : documentAddresses(permalink, file, path, summary.values ?? {}, settings.zone);
  const address = possible.length === 1 ? (possible[0] ?? null) : null;
  const place: Place = {
    kind: isFolder ? 'section' : 'regular',
    address: isBuilt ? address : null,
    unbuilt: isBuilt && address !== null ? null : 'unrendered',
    logical: below,
    folder: folder === '/' ? '/' : folder.slice(0, -1),
    files: isFolder ? folder : null,
  };
  const unknownAt = possible.length === 0 ? [fixedStart(permalink)] : possible;
  return { place, unknownAt: isBuilt && address === null ? unknownAt : [] };
}

function first(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : value?.[0];
}
