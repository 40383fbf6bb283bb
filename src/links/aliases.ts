import { addToGroup } from '../collections/groups.ts';
import type { Range } from '../markdown/facts.ts';
import type { Handbook, Page } from '../model/handbook.ts';
import { query } from '../model/query.ts';

/** One of a page's old addresses, and where the front matter names it. */
interface Alias {
  readonly address: string;
  /** Reads the page when asked. */
  readonly range: Range;
}

const none: readonly never[] = [];

/** The old addresses that a page's front matter claims, in order: `aliases` of a Hugo site that does not switch them off. */
export function aliasesOf(page: Page, handbook: Handbook): readonly Alias[] {
  const written = page.address === null || !handbook.config.hugo.hasAliases ? none : writtenAliases(page);
  const place = written.length === 0 ? undefined : page.facts.frontMatter?.keys.aliases?.value;
  if (place === undefined) return none;
  let ranges: readonly Range[] | undefined;
  return written.map((alias, index) => ({
    address: claimedAddress(alias, page, handbook),
    get range() {
      ranges ??= rangesIn(place, page.text, written);
      return ranges[index]!;
    },
  }));
}

/** The address that a page claims by one of its aliases. */
export function claimedAddress(alias: string, page: Page, handbook: Handbook): string {
  const { address, language } = page;
  const place = { address, language, folder: handbook.contentFolder(page) };
  return handbook.site.addressOfAlias(alias, place, handbook.config);
}

/** The place of each item in a list of front matter; the whole list for an item that is written there in another form. */
function rangesIn(place: Range, text: string, items: readonly string[]): readonly Range[] {
  const source = text.slice(...place);
  let from = 0;
  return items.map((item) => {
    const start = source.indexOf(item, from);
    if (start === -1) return place;
    from = start + item.length;
    return [place[0] + start, place[0] + from];
  });
}

const ownersByAlias = query('owners of aliases', (handbook): ReadonlyMap<string, readonly Page[]> => {
  const owners = new Map<string, Page[]>();
  for (const page of handbook.config.hugo.hasAliases ? handbook.pages : []) {
    if (page.address === null) continue;
    for (const alias of new Set(page.summary.aliases ?? none))
      addToGroup(owners, claimedAddress(alias, page, handbook), page);
  }
  return owners;
});

/** Every page that claims this address as an old one of its own. */
export function aliasOwners(address: string, handbook: Handbook): readonly Page[] {
  return ownersByAlias(handbook).get(address) ?? none;
}

function writtenAliases(page: Page): readonly string[] {
  // Most pages have none.
  if (page.summary.aliases === undefined) return none;
  const value = page.facts.frontMatter?.values.aliases;
  const list = Array.isArray(value) ? value : [value];
  return list.filter((item): item is string => typeof item === 'string' && item.trim() !== '');
}
