import { getOrInsert } from '../../collections/get-or-insert.ts';
import type { Link, ListBlock, ListItem, Range } from '../../markdown/facts.ts';
import type { Page } from '../../model/handbook.ts';
import { wordKey } from '../wording.ts';

/**
 * Is this list a table of contents or a navigation? Nearly all its items are a link and nothing else, and
 * most of these lead to a heading of the page or to a page that `isOurs` knows.
 */
export function isLinkList(list: ListBlock, page: Page, isOurs: (link: Link) => boolean): boolean {
  const items = flatten(list.items);
  const links = items.map((item) => linkThatFills(item, page));
  const filled = links.filter((link) => link !== undefined);
  const ours = filled.filter((link) => link.href.startsWith('#') || isOurs(link));
  return items.length > 0 && filled.length >= items.length * 0.8 && ours.length * 2 > filled.length;
}

/** All items, nested ones too; those that only hold a list are left out. */
function flatten(items: readonly ListItem[]): ListItem[] {
  return items.flatMap((item) => {
    const below = item.children.flatMap((child) => (child.type === 'list' ? flatten(child.items) : []));
    return below.length > 0 ? below : [item];
  });
}

/** The link that is all of an item's words, on the page that holds the item. */
export function linkThatFills(item: ListItem, page: Page): Link | undefined {
  return getOrInsert(filling, item, () => ({ link: findFilling(item, page) })).link;
}

const filling = new WeakMap<ListItem, { readonly link: Link | undefined }>();

function findFilling(item: ListItem, page: Page): Link | undefined {
  const links = linksIn(item.textRange, page);
  const words = links.length === 0 ? '' : wordKey(item.text);
  return links.find((link) => wordKey(link.text) === words && words !== '');
}

/** Links inside the site that stand in this stretch of the page. */
export function linksIn(range: Range, page: Page): readonly Link[] {
  return page.facts.links.filter((link) => link.range[0] >= range[0] && link.range[1] <= range[1]);
}
