import type { Place, Placement, SiteFiles } from '../../model/place.ts';
import { belowContent, placeAt, placement } from '../content-paths.ts';
import type { GitbookSettings } from './config.ts';

/**
 * Pages stand by their files: what address GitBook gives a page depends on titles and groups in its own editor, which no file
 * says. README is its folder's page.
 */
export function placeAll({ content }: SiteFiles, settings: GitbookSettings): Placement {
  const places = content.map((path): [string, Place] => {
    const address = `/${path}`;
    const place = placeAt(address, { isFolder: /\/README\.md$/i.test(address), address });
    return [path, { ...place, logical: belowContent(path, settings.content) }];
  });
  return placement(new Map(places), (path) => `/${path}`);
}
