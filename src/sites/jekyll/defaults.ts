import { highest } from '../../collections/order.ts';
import { compileGlobs } from '../../config/glob.ts';
import type { YamlMap } from '../configuration/yaml-values.ts';

/** What `defaults` of _config.yml says of pages or documents below a path. */
export interface DefaultValues {
  /** The beginning of a path, or a glob; `''` for all. */
  readonly path: string;
  /** `pages`, or the name of a collection; `null` for all. */
  readonly type: string | null;
  readonly permalink: string | null;
  /** Other values that addresses are made of are set. */
  readonly isOpaque: boolean;
}

export function readDefaults(root: YamlMap): readonly DefaultValues[] {
  return root.maps('defaults').map((each) => {
    const [scope, values] = [each.map('scope'), each.map('values')];
    return {
      path: scope.word('path') ?? '',
      type: scope.word('type'),
      permalink: values.word('permalink'),
      isOpaque: ['slug', 'date', 'categories', 'category', 'published'].some((key) => values.has(key)),
    };
  });
}

/** Those that hold for a file, by its path below the source. Only globs name the folder of collections. Run with Jekyll 4.4.1. */
export function defaultsOf(
  path: string,
  type: string,
  { defaults, collectionsFolder }: { readonly defaults: readonly DefaultValues[]; readonly collectionsFolder: string },
): readonly DefaultValues[] {
  const inCollections = (whole: string) =>
    whole.startsWith(collectionsFolder) ? whole.slice(collectionsFolder.length) : whole;
  const own = type === 'pages' ? path : inCollections(path);
  const isBelow = (start: string) =>
    start.includes('*') ? isInGlob(path, start) : own.startsWith(inCollections(start));
  return defaults.filter((each) => (each.type === null || each.type === type) && isBelow(each.path));
}

/** The permalink that counts: of the longest path, of one with a type before one without, of the last (`has_precedence?` of Jekyll 4.4). */
export function defaultPermalink(applying: readonly DefaultValues[]): string | undefined {
  const latestFirst = applying.filter(({ permalink }) => permalink !== null).reverse();
  return (
    highest(
      latestFirst,
      ({ path }) => path.length,
      ({ type }) => type !== null,
    )?.permalink ?? undefined
  );
}

function isInGlob(path: string, glob: string): boolean {
  return !glob.startsWith('/') && compileGlobs([glob, `${glob}/**`])(path);
}
