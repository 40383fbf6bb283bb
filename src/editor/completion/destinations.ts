import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver/node';
import { pathsToFile } from '../../edits/destinations.ts';
import { folderOf, joinInside, nameOf } from '../../files/paths.ts';
import { resolveLink } from '../../links/resolve.ts';
import type { Link, Range } from '../../markdown/facts.ts';
import type { Handbook, Page } from '../../model/handbook.ts';
import { query } from '../../model/query.ts';
import { decodePercent } from '../../sites/href.ts';
import { siteAt } from '../../sites/index.ts';
import type { PageNow } from '../handbooks.ts';
import { rangeIn } from '../positions.ts';
import type { Writing } from './place.ts';
import { best, named } from './rank.ts';

type Destination = Writing & { readonly kind: 'destination' };

/** What a destination may lead to: headings behind a `#`, else pages by title and address, and files by address. */
export function destinations(writing: Destination, { page, handbook }: PageNow): CompletionItem[] {
  const hash = writing.typed.indexOf('#');
  if (hash >= 0) return headings(writing, hash, page, handbook);
  const isShown = writing.of === 'image' || writing.of === 'html-resource';
  const pages = isShown ? [] : pageItems(writing, page, handbook);
  return writing.of === 'ref' ? pages : [...pages, ...fileItems(writing, page, handbook)];
}

function headings({ of, typed, range }: Destination, hash: number, page: Page, handbook: Handbook): CompletionItem[] {
  const path = typed.slice(0, hash);
  const shown = page.kind === 'include' ? (handbook.shownOn(page)[0] ?? page) : page;
  const target = path === '' ? shown : resolveLink(linkTo(of, path), page, handbook, shown).page;
  if (target === null) return [];
  const anchors = [...handbook.anchors(target).ids.values()];
  const written: Typed = { typed: typed.slice(hash + 1), range: [range[0] + hash + 1, range[1]] };
  const put = replacing(page, written);
  const byWords = anchors.map((anchor) => named(anchor, anchor.id, anchor.heading ?? ''));
  return best(byWords, decodePercent(written.typed)).map((anchor, at) => ({
    label: anchor.heading ?? anchor.id,
    detail: `#${anchor.id}`,
    kind: CompletionItemKind.Reference,
    ...put(anchor.id, `${anchor.id} ${anchor.heading ?? ''}`, at),
  }));
}

const pageNames = query(
  'names of pages to link to',
  ({ pages }) => {
    const targets = pages.filter(({ address, kind }) => address !== null && kind !== 'redirects');
    return targets.map(({ path, title, address }) => named(path, address ?? '', title, path));
  },
  { lives: 'places' },
);

function pageItems({ of, typed, range }: Destination, page: Page, handbook: Handbook): CompletionItem[] {
  const link = linkTo(of, typed);
  const site = siteAt(page, handbook);
  const put = replacing(page, { typed, range });
  return best(pageNames(handbook), fromTop(typed, page)).map((path, at) => {
    const target = handbook.page(path)!;
    const text = site.destinationFor(target, link, page, handbook);
    return {
      label: target.title || target.path,
      detail: target.address ?? target.path,
      kind: CompletionItemKind.File,
      ...put(text, `${text} ${target.title}`, at),
    };
  });
}

const FILES_BEHIND_PAGES = 20;
const IMAGE = /\.(?:apng|avif|gif|jpe?g|png|svg|webp)$/i;

const fileNames = query(
  'names of files to link to',
  (handbook) => [...handbook.files()].map((address) => named(address, address)),
  { lives: 'places' },
);

const imageNames = query(
  'names of images to show',
  (handbook) => fileNames(handbook).filter(({ one }) => IMAGE.test(one)),
  { lives: 'places' },
);

function fileItems({ of, typed, range }: Destination, page: Page, handbook: Handbook): CompletionItem[] {
  const addresses = of === 'image' ? imageNames(handbook) : fileNames(handbook);
  const most = of === 'image' || of === 'html-resource' ? undefined : FILES_BEHIND_PAGES;
  const put = replacing(page, { typed, range });
  return best(addresses, typed.replace(/^(?:\.\.?\/)+/, ''), most).flatMap((address, at) => {
    const text = pathsToFile(typed === '' ? '/' : typed, page, [address]).find((path) => {
      const resolution = resolveLink(linkTo(of, path), page, handbook);
      return resolution.outcome === 'found' && resolution.file !== null && resolution.indirections.length === 0;
    });
    if (text === undefined) return [];
    const label = nameOf(address);
    // Behind the pages, which links mostly lead to.
    return [
      {
        label,
        detail: address,
        kind: CompletionItemKind.File,
        ...put(text, text, 200 + at),
      },
    ];
  });
}

/** What is typed, as the path of a file has it: `docs/va` for `../va` on `docs/crew/list.md`. */
function fromTop(typed: string, { path }: Page): string {
  if (!/^\.{1,2}\//.test(typed)) return typed;
  const folder = typed.slice(0, typed.lastIndexOf('/'));
  const inside = joinInside(folderOf(path), folder);
  return inside === null ? nameOf(typed) : `${inside === '' ? '' : `${inside}/`}${nameOf(typed)}`;
}

function linkTo(of: Destination['of'], href: string): Link {
  return { kind: of, href, range: [0, href.length], target: [0, href.length], fragment: null, text: '' };
}

/** What is there of a word before the cursor, and the range of all of it. */
export interface Typed {
  readonly typed: string;
  readonly range: Range;
}

/**
 * The words that an editor puts in place of what is typed, by what it finds them, and in which order. Neovim 0.12.4 offers only
 * what begins with the typed letters, so what was found begins with them: a page is found by its title there as well.
 */
export function replacing(page: Page, { typed, range }: Typed) {
  const place = rangeIn(page, range);
  return (newText: string, words: string, order: number) => ({
    textEdit: { range: place, newText },
    filterText: words.startsWith(typed) ? words : `${typed} ${words}`,
    sortText: String(order).padStart(4, '0'),
  });
}
