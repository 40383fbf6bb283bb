import type { HandbookConfig } from '../../../config/config.ts';
import type { HugoSettings } from '../../../config/hugo-settings.ts';
import { endingOf, folderPrefix, isLeftover } from '../../../files/paths.ts';
import type { PageSummary } from '../../../model/page-summary.ts';
import { lookupKey, type Placement, type SiteFiles } from '../../../model/place.ts';
import { isContentEnding, logicalPath } from '../paths.ts';
import { changes, isSince } from '../version.ts';
import { addressOfPath } from './addresses.ts';
import { aliasesOf } from './aliases.ts';
import { contentFiles, publishedIn } from './content-files.ts';
import { bundlesIn, LanguagePlacement, type PlacedPages } from './language-placement.ts';
import { locate } from './locate.ts';
import { needsDate, ruleFor } from './permalinks.ts';

export function isPage(path: string): boolean {
  return !isLeftover(path) && isContentEnding(endingOf(path));
}

/** Places all content files, since bundles and what sections hand down decide where a page is. */
export function place(
  files: SiteFiles,
  summaries: ReadonlyMap<string, PageSummary>,
  { hugo }: HandbookConfig,
): Placement {
  const content = contentFiles(files.content, hugo);
  const found: PlacedPages = {
    places: new Map(),
    aliased: new Map(),
    lists: new Map(),
    folders: new Map(),
    made: new Set(hugo.generated),
    unpublished: [],
    bundles: new Set(),
  };
  const bundles = hugo.languages.length > 1 ? bundlesIn(content, hugo.version) : new Set<string>();
  for (const { name } of hugo.languages) {
    const own = content.filter(({ language }) => language === name);
    new LanguagePlacement(name, own, bundles, summaries, { ...hugo, ...hugo.byLanguage[name] }).place(found);
  }
  const { places, aliased, lists, folders } = found;
  const adapters = (files.adapters ?? []).flatMap((path) => {
    const below = locate(path, hugo.mounts)?.below;
    return below === undefined ? [] : [folderPrefix(below).toLowerCase()];
  });
  const automatic = new Set<string>();
  const automaticPaths = new Map<string, string | null>();
  for (const [key, { address, hasPage }] of lists) {
    if (hasPage && address !== null) automatic.add(address);
    if (hasPage || address === null) automaticPaths.set(key, address);
  }
  for (const [key, address] of notFoundPages(hugo)) automaticPaths.set(key, address);
  return {
    places,
    automatic,
    sentOn: toHome(hugo),
    automaticPaths,
    made: found.made,
    ...(hugo.hasAliases
      ? { aliasesOf: (path: string) => aliasesOf(aliased.get(path) ?? {}, places.get(path), hugo) }
      : {}),
    unknownPrefixes: hugo.languages.flatMap(({ prefix }) =>
      [...adapters.flatMap((folder) => madeByAdapter(folder, hugo)), ...datedByFiles(hugo)].map(
        (address) => prefix + address,
      ),
    ),
    adapters,
    unpublished: found.unpublished,
    published: publishedIn(folders, found.bundles, hugo),
  };
}

/** What the addresses begin with of what the content adapter of a folder makes. Run with 0.131 and 0.169. */
function madeByAdapter(folder: string, hugo: HugoSettings): readonly string[] {
  const path = folder.slice(0, -1) || '/';
  const page = { kind: 'page', path: `${logicalPath(path)}/made`, folders: path.split('/').filter(Boolean) };
  const rule = ruleFor(hugo.permalinks, page, hugo.version);
  // A rule that begins with a token leaves open any address; that all are checked is worth more.
  const moved = rule === undefined ? [] : [beforeTokens(rule.pattern)].filter((start) => start !== '/');
  return [addressOfPath(path, hugo), addressOfPath(path, { ...hugo, uglyUrls: false }), ...moved];
}

/** `/c/` for `/c/:title/`. */
function beforeTokens(pattern: string): string {
  return `/${pattern.slice(0, pattern.indexOf(':')).replace(/^\//, '')}`;
}

/** What the addresses begin with that depend on when files were changed, which they do not say themselves. */
function datedByFiles({ permalinks, dateKeys }: HugoSettings): readonly string[] {
  const isByFile = dateKeys.date.some((key) => key === ':filemodtime' || key === ':git');
  const dated = isByFile ? permalinks.filter(({ pattern }) => needsDate(pattern)) : [];
  return dated.map(({ pattern }) => beforeTokens(pattern));
}

/** The home page of the main language, under its language or at the top. */
function toHome({ languages, redirectsHome, uglyUrls, version }: HugoSettings): ReadonlyMap<string, string> {
  const [main] = languages;
  if (main === undefined || !redirectsHome) return new Map();
  if (main.prefix !== '') return new Map([['/', `${main.prefix}/`]]);
  const isUgly = uglyUrls === true && isSince(version, changes.uglyHomeWithoutRedirect);
  return new Map(languages.length > 1 && !isUgly ? [[`/${main.name}/`, '/']] : []);
}

/** The pages that a host shows for what is not there; links can lead to them by path as well. */
function notFoundPages({ languages, generated }: HugoSettings): readonly (readonly [key: string, address: string])[] {
  return languages.flatMap(({ name, prefix }, index) => {
    const address = `${prefix}/404.html`;
    return generated?.includes(address) ? [[lookupKey('/404', index === 0 ? '' : name), address]] : [];
  });
}
