import { addressOfAlias } from '../handbook/addresses.ts';
import type { Handbook, Page } from '../handbook/handbook.ts';
import type { Range } from '../markdown/facts.ts';

/** One of a page's old addresses, and where the front matter names it. */
export interface Alias {
  readonly address: string;
  readonly range: Range;
}

/** The old addresses that a page's front matter claims, in order. */
export function aliasesOf(page: Page): readonly Alias[] {
  const { frontMatter } = page.facts;
  const written = listOf(frontMatter?.values.aliases);
  const place = frontMatter?.keys.aliases?.value;
  const { address } = page;
  if (address === null || written.length === 0 || !place) return [];
  const source = page.text.slice(...place);
  let from = 0;
  return written.map((alias) => {
    const start = source.indexOf(alias, from);
    if (start < 0) return { address: addressOfAlias(alias, address), range: place };
    from = start + alias.length;
    return { address: addressOfAlias(alias, address), range: [place[0] + start, place[0] + from] };
  });
}

const KEY = {};

/** Every page that claims this address as an old one of its own. */
export function aliasOwners(address: string, handbook: Handbook): readonly Page[] {
  const owners = handbook.memo(KEY, () => {
    const claims = new Map<string, Page[]>();
    for (const page of handbook.pages) {
      if (page.address === null) continue;
      for (const alias of new Set(listOf(page.facts.frontMatter?.values.aliases))) {
        const claimed = addressOfAlias(alias, page.address);
        claims.set(claimed, [...(claims.get(claimed) ?? []), page]);
      }
    }
    return claims;
  });
  return owners.get(address) ?? [];
}

function listOf(value: unknown): readonly string[] {
  const list = Array.isArray(value) ? value : [value];
  return list.filter((item): item is string => typeof item === 'string' && item.trim() !== '');
}
