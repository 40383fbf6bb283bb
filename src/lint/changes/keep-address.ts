import type { Range } from '../../markdown/facts.ts';
import type { Handbook, Page } from '../../model/handbook.ts';
import { parentAddress } from '../../sites/hugo/places/addresses.ts';
import { siteAt } from '../../sites/index.ts';
import type { Suggestion } from '../finding.ts';
import type { Cause } from './cause.ts';

/** Where a cause is mended at its root, and how old addresses go on working. */
interface Remedy {
  readonly page: Page;
  /** What a suggestion replaces; may be empty. */
  readonly range: Range;
  readonly suggestions: readonly Suggestion[];
}

/** The place of the cause on a page of the change; `null` where nothing is left of it. */
export function remedyFor(cause: Cause, handbook: Handbook): Remedy | null {
  switch (cause.kind) {
    case 'page-moved':
      return cause.before.address === null ? null : keepAddressOf(cause.after, cause.before.address, handbook);
    case 'heading-renamed':
      return headingRemedy(cause.file, cause.heading, cause.oldId, handbook);
    case 'page-deleted':
      return cause.before.address === null ? null : redirectRemedy(cause.before.address, handbook);
    case 'page-hidden':
      return { page: cause.after, range: [0, 0], suggestions: [] };
    case 'anchor-removed':
      return { page: cause.page, range: [0, 0], suggestions: [] };
    default:
      return null;
  }
}

/** A line for the file of redirects: `/old/ /new/ 301`. */
export function redirectLine(from: string, to: string): string {
  return `${from} ${to} 301`;
}

/** The file that redirect lines belong in, when the handbook has one. */
export function redirectsFile(handbook: Handbook): Page | undefined {
  return handbook.pages.find((page) => page.kind === 'redirects');
}

/** A line at the end of the redirects: nothing else is left of a deleted page. */
function redirectRemedy(address: string, handbook: Handbook): Remedy | null {
  const page = redirectsFile(handbook);
  if (page === undefined) return null;
  const text = page.text;
  const parent = parentOf(address, handbook);
  const line = redirectLine(address, parent);
  const lead = text === '' || text.endsWith('\n') ? '' : '\n';
  const suggestion = { title: `Redirect ${address} to ${parent}`, text: `${lead}${line}\n`, safe: false };
  return { page, range: [text.length, text.length], suggestions: [suggestion] };
}

/** The nearest page above: `/a/` for `/a/b/c/` when there is no `/a/b/`. */
function parentOf(address: string, handbook: Handbook): string {
  let above = address;
  do above = parentAddress(above) || '/';
  while (above !== '/' && handbook.at(above) === undefined);
  return above;
}

/** Keeps an address as an alias of the page; without suggestions where the kind of site has no aliases. */
export function keepAddressOf(page: Page, address: string, handbook: Handbook): Remedy {
  const title = `Keep ${address} as an alias of this page`;
  const { range, text } = siteAt(page, handbook).keepAddress(page, address);
  return { page, range, suggestions: text === null ? [] : [{ title, text, safe: false }] };
}

function headingRemedy(file: Page, index: number, oldId: string, handbook: Handbook): Remedy | null {
  const heading = file.facts.headings[index];
  if (heading === undefined) return null;
  const range = heading.textRange;
  const text = siteAt(file, handbook).keepId(heading, file.text.slice(...range), oldId);
  const title = `Keep #${oldId} for this heading`;
  return { page: file, range, suggestions: text === null ? [] : [{ title, text, safe: false }] };
}
