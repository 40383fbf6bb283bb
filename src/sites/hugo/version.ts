import { getOrInsert } from '../../collections/get-or-insert.ts';
import { versionPattern } from '../../config/hugo-settings.ts';

/** The newest version of Hugo whose behaviour was run and is known here. */
export const newestHugo = '0.169.0';

/** The oldest version whose behaviour is known here: 0.111.3 resolves references otherwise, and does not know `build` in front matter. */
export const oldestHugo = '0.123.0';

/**
 * What changed when, as far as pages, ids and links depend on it. Run with 0.131, 0.167 and 0.169; the versions between are those
 * of upstream's commits.
 */
export const changes = {
  /** Hugo has hooks of its own for links and images (upstream's commit 5b7cb25; 0.111.3 has none). */
  embeddedHooks: '0.123.0',
  /** Ids are made from a heading's words; `{#id} ##` is no attribute; a heading without words has none. */
  idsFromWords: '0.144.0',
  /** `autoIDType` beside `autoHeadingIDType`; `autoDefinitionTermID`. */
  idTypeOfAll: '0.144.0',
  /** All words of a link or of emphasis count for an id, not only those before other markup. */
  idsFromAllWords: '0.168.0',
  /** The `url` of a list is written as it stands, and no more in lower case without spaces (upstream's commit e4ad0c527). */
  urlsAsWritten: '0.136.1',
  /** `uglyURLs` can name sections. */
  uglySections: '0.136.0',
  /** `disableDefaultLanguageRedirect`. */
  homeWithoutRedirect: '0.140.0',
  /** `canonifyURLs` leaves an address alone that has the path of `baseURL` already. */
  canonifyOnce: '0.143.1',
  /** `layouts/_markup` beside `layouts/_default/_markup`. */
  layoutsWithoutDefault: '0.146.0',
  /** `_merge` at the top takes over single values of a theme as well, since none is set before (seen in 0.169, not in 0.131). */
  mergedValues: '0.147.0',
  /** `useEmbedded` beside `enableDefault`. */
  useEmbedded: '0.148.0',
  /** With `uglyURLs`, lists are `/docs/` and no longer `/docs.html`; the path of an output format stands first. */
  listsInFolders: '0.148.0',
  /** Ids of footnotes can have a prefix. */
  footnotePrefix: '0.151.0',
  /** Front matter's YAML is read by another parser: `yes` is a word, `1e3` too, a key twice stops the build. */
  yamlWords: '0.152.0',
  /** `files` in mounts, beside `includeFiles` and `excludeFiles`. */
  filesOfMounts: '0.153.0',
  /** Of `index.md` and `_index.md` in one folder the first counts: all beside it belongs to a leaf bundle (upstream's commit 264022a75). */
  leafBeforeBranch: '0.153.0',
  /** With `uglyURLs` the home page of the main language has no old address: Hugo makes it from `/index.html` (seen in 0.167, not in 0.131). */
  uglyHomeWithoutRedirect: '0.153.0',
  /** A path that `permalinks` gives is cleaned before it is read as part of a query (upstream's commit 264022a75). */
  permalinksCleaned: '0.153.0',
  /** Files of pages whose kind is disabled are not published (seen in 0.167, not in 0.131). */
  disabledWithoutFiles: '0.153.0',
  /** Terms of Markdown files inside of a bundle have lists (seen in 0.167, not in 0.131). */
  termsOfParts: '0.153.0',
  /** A cascade's `lang` is a name, and no pattern any more (seen in 0.167, not in 0.131). */
  cascadesByLanguage: '0.153.0',
  /** `disableDefaultSiteRedirect`, the new name of `disableDefaultLanguageRedirect`. */
  siteWithoutRedirect: '0.154.5',
  /** An absolute alias of a page in another language is below that language. */
  aliasesBelowLanguage: '0.155.0',
  /** Pages that are not rendered have no aliases. */
  noAliasesUnrendered: '0.161.0',
  /** `permalinks` goes by paths in content, and can be a list of targets (upstream's commit 017a7cd63). */
  permalinksByTarget: '0.161.0',
  /** Aliases of other output formats end as those do, and `.htm` is an ending of HTML. */
  aliasSuffixes: '0.164.0',
  /** A slash in a title is a hyphen in `permalinks` (seen in 0.167, not in 0.165's source). */
  titlesWithoutSlash: '0.166.0',
  /** The `slug` of a section moves it and all below it (seen in 0.167, not in 0.165). */
  sectionSlugs: '0.166.0',
} as const;

/** `0.131` as `0.131.0`, `v0.131.0+extended` too; `null` when it is no version. */
export function parseVersion(written: string): string | null {
  const match = versionPattern.exec(written.trim());
  return match ? `${Number(match[1])}.${Number(match[2])}.${Number(match[3] ?? 0)}` : null;
}

/** Whether a version is this one or a later one. */
export function isSince(version: string, since: string): boolean {
  // Nearly all ask for the version of one site.
  if (version !== lastVersion) {
    lastVersion = version;
    answers.clear();
  }
  return getOrInsert(answers, since, () => compareVersions(version, since) >= 0);
}

let lastVersion = '';
const answers = new Map<string, boolean>();

/** Negative when the first is older. */
export function compareVersions(a: string, b: string): number {
  const [first, second] = [a, b].map((version) => version.split('.').map(Number));
  for (let at = 0; at < 3; at++) {
    const difference = (first?.[at] ?? 0) - (second?.[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
