import type { Heading, Link, Range, ShortcodeCall } from '../../markdown/facts.ts';
import type { Handbook, Include, Page } from '../../model/handbook.ts';
import type { Redirect } from '../../model/redirects.ts';

/** What stands at a place of a page. */
export type UnderCursor =
  | { readonly kind: 'link'; readonly link: Link; readonly range: Range }
  | { readonly kind: 'include'; readonly include: Include; readonly range: Range }
  | { readonly kind: 'shortcode'; readonly call: ShortcodeCall; readonly range: Range }
  | { readonly kind: 'heading'; readonly heading: Heading; readonly index: number; readonly range: Range }
  | { readonly kind: 'redirect'; readonly rule: Redirect; readonly range: Range };

/** The innermost thing at an offset; `null` for plain words. */
export function underCursor(page: Page, offset: number, handbook: Handbook): UnderCursor | null {
  const found = page.kind === 'redirects' ? rulesAt(page, handbook) : thingsOn(page, handbook);
  const around = found.filter(({ range: [start, end] }) => start <= offset && offset <= end);
  return around.sort((a, b) => length(a) - length(b))[0] ?? null;
}

function rulesAt(page: Page, handbook: Handbook): UnderCursor[] {
  const own = handbook.redirects.filter(({ path }) => path === page.path);
  return own.map((rule) => ({ kind: 'redirect', rule, range: rule.range }));
}

function thingsOn(page: Page, handbook: Handbook): UnderCursor[] {
  const { links, externalLinks, headings, shortcodes } = page.facts;
  const includes = new Map(handbook.includes(page).map((include) => [include.call.range[0], include]));
  return [
    ...[...links, ...externalLinks].map((link): UnderCursor => ({ kind: 'link', link, range: link.range })),
    ...shortcodes.map((call): UnderCursor => {
      const include = includes.get(call.range[0]);
      return include ? { kind: 'include', include, range: call.range } : { kind: 'shortcode', call, range: call.range };
    }),
    ...headings.map((heading, index): UnderCursor => ({ kind: 'heading', heading, index, range: heading.range })),
  ];
}

function length({ range }: UnderCursor): number {
  return range[1] - range[0];
}
