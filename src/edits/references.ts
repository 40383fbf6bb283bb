import { internalLinks } from '../links/judge.ts';
import type { Link, Range } from '../markdown/facts.ts';
import type { Handbook, Include, Page } from '../model/handbook.ts';
import type { PartCall } from '../model/heading-ids.ts';
import type { Redirect } from '../model/redirects.ts';
import type { Meaning } from './meaning.ts';

/** Something on a page that leads to a page or file, and what an edit of it replaces. */
export type Reference =
  | { readonly kind: 'link'; readonly link: Link; readonly range: Range }
  | { readonly kind: 'include'; readonly include: Include; readonly range: Range }
  | { readonly kind: 'part'; readonly call: PartCall; readonly range: Range }
  | { readonly kind: 'redirect'; readonly rule: Redirect; readonly range: Range };

/** All references on a page, in an order that stays when only destinations change. */
export function referencesOn(page: Page, handbook: Handbook): readonly Reference[] {
  if (page.kind === 'redirects') {
    const own = handbook.redirects.filter(({ path }) => path === page.path);
    return own.map((rule) => ({ kind: 'redirect', rule, range: rule.toRange }));
  }
  const links = internalLinks(page, handbook).map((link): Reference => ({ kind: 'link', link, range: link.target }));
  const includes = handbook.includes(page).flatMap((include): Reference[] => {
    const [argument] = include.call.params;
    return argument === undefined ? [] : [{ kind: 'include', include, range: argument.range }];
  });
  const calls = partCalls(page.text, page.path, handbook);
  return [...links, ...includes, ...calls.map((call): Reference => ({ kind: 'part', call, range: call.range }))];
}

/** The calls in a text that bring in parts, as MDX and snippets do. */
export function partCalls(text: string, path: string, { site }: Handbook): readonly PartCall[] {
  const parts = site.ids.partsOf?.(text, path);
  return [...(parts?.files ?? []), ...(parts?.others ?? [])];
}

/** A handbook before and after a change. */
export interface HandbookStates {
  readonly before: Handbook;
  readonly after: Handbook;
  /** A file's path after the change. */
  readonly moved: (path: string) => string;
  readonly exists: { readonly before: (path: string) => boolean; readonly after: (path: string) => boolean };
  /** The heading whose words are replaced. */
  readonly heading: { readonly path: string; readonly index: number } | undefined;
}

/** One reference before and after, with the pages on which it has a meaning to keep. */
export interface ReferencePair {
  readonly before: Reference;
  readonly now: Reference;
  readonly page: { readonly before: Page; readonly after: Page };
  readonly seen: readonly Seen[];
}

/** What one reference means on one of the pages that show it. */
export interface Seen {
  readonly from: { readonly before: Page; readonly after: Page };
  readonly meaning: Meaning;
}
