import { isIgnored } from '../../config/git-ignore.ts';
import { endingOf, folderPrefix, nameOf, withoutEnding } from '../../files/paths.ts';
import type { Place, Placement, SiteFiles } from '../../model/place.ts';
import { belowContent, placeAt, placement } from '../content-paths.ts';
import type { MkdocsSettings } from './config.ts';
import { liveRedirects, oldAddress } from './redirects.ts';

const endings = new Set(['md', 'markdown', 'mdown', 'mkdn', 'mkd']);

export function isPage(path: string): boolean {
  const name = nameOf(path);
  return !name.startsWith('.') && endings.has(endingOf(path));
}

/** `a/b.md` is at `/a/b/`, `a/index.md` at `/a/`, and so is `a/README.md` where there is no index (MkDocs 1.6). */
export function placeAll({ content }: SiteFiles, settings: MkdocsSettings): Placement {
  const paths = new Set(content);
  const places = new Map(content.map((path) => [path, placeOf(path, paths, settings)]));
  const old = liveRedirects(settings, paths).map((path) => oldAddress(path, settings));
  // A theme's templates are not published (`get_theme` of MkDocs 1.6).
  const published = (path: string, isContent: boolean) =>
    isContent
      ? isHidden(belowContent(path, settings.content), settings)
        ? null
        : belowContent(path, settings.content)
      : /\.(?:html|py)$/.test(path)
        ? null
        : belowContent(path, settings.static);
  return placement(places, published, new Set(old));
}

function placeOf(path: string, paths: ReadonlySet<string>, settings: MkdocsSettings): Place {
  const { content, directoryUrls } = settings;
  const below = belowContent(path, content);
  const folder = folderPrefix(below);
  const name = withoutEnding(nameOf(below));
  const prefix = path.slice(0, path.length - (below.length - folder.length));
  const hidden = isHidden(below, settings);
  const isFolder = name === 'index' || name === 'README';
  const isDouble = name === 'README' && paths.has(`${prefix}index.md`);
  const address = isFolder ? folder : `${folder}${name}${directoryUrls ? '/' : '.html'}`;
  return placeAt(below, { isFolder, address: hidden || isDouble ? null : address, files: isFolder ? folder : null });
}

/** What MkDocs leaves out of what it builds, unless `exclude_docs` says otherwise: its own list comes first. */
function isHidden(below: string, { excluded }: MkdocsSettings): boolean {
  return isIgnored(below.slice(1), ['.*', '/templates/', ...excluded]);
}
