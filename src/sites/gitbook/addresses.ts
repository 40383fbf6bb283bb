import { folderOf } from '../../files/paths.ts';
import type { Place, Placement, SiteFiles } from '../../model/place.ts';
import { belowContent, placement } from '../content-paths.ts';
import type { GitbookSettings } from './config.ts';

/**
 * Pages stand by their files: what address GitBook gives a page depends on titles and groups in its own editor, which no file
 * says. README is its folder's page.
 */
export function placeAll({ content }: SiteFiles, settings: GitbookSettings): Placement {
  const places = new Map(content.map((path) => [path, placeOf(path, settings)]));
  return placement(places, (path) => `/${path}`);
}

function placeOf(path: string, { content }: GitbookSettings): Place {
  const address = `/${path}`;
  const folder = folderOf(address) || '/';
  return {
    kind: /\/README\.md$/i.test(address) ? 'section' : 'regular',
    address,
    unbuilt: null,
    logical: belowContent(path, content),
    folder,
    files: null,
  };
}
