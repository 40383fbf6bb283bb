import { folderPrefix } from '../../files/paths.ts';
import { type DefaultValues, defaultPermalink, defaultsOf } from './defaults.ts';
import { bareName, type Collections, collectionFileAt } from './documents.ts';
import { documentAddresses, fixedStart, pageAddress, type Values } from './permalinks.ts';

/** The settings that decide where pages and documents stand. */
export interface Standing extends Collections {
  /** What stands behind the path of a page that has no `permalink` of its own. */
  readonly suffix: string;
  readonly defaults: readonly DefaultValues[];
  /** The time zone that days of documents are told in, where it is set. */
  readonly zone: string | null;
}

/** Where what has front matter is published: its address, or where it may be when that is not known. */
interface Published {
  readonly address: string | null;
  readonly mayBeAt: readonly string[];
}

/** Where a file with front matter is published, by its path below the source, which starts with a slash. */
export function publishedAt(
  below: string,
  values: Values,
  settings: Standing,
  { isFolder = false, ending = '.html' } = {},
): Published {
  const file = collectionFileAt(below.slice(1), settings);
  const defaults = defaultsOf(below.slice(1), file?.collection.name ?? 'pages', settings);
  const given = values.permalink === undefined ? defaultPermalink(defaults) : [values.permalink].flat()[0];
  if (file === null) {
    const usual = isFolder ? '/:path/' : `/:path/:basename${ending === '.html' ? settings.suffix : ending}`;
    return { address: pageAddress(given ?? usual, folderPrefix(below), bareName(below), ending), mayBeAt: [] };
  }
  const permalink = given ?? file.collection.permalink;
  const possible = defaults.some(({ isOpaque }) => isOpaque)
    ? []
    : documentAddresses(permalink, file, below, values, settings.zone, ending);
  const [address = null, ...others] = possible;
  if (address !== null && others.length === 0) return { address, mayBeAt: [] };
  return { address: null, mayBeAt: address === null ? [fixedStart(permalink)] : possible };
}
