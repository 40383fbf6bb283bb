import type { Anchor, Page } from '../model/handbook.ts';
import type { Redirect } from '../model/redirects.ts';

/** Where a link leads on the built site. Specification: docs/how-resolution-works.md. */
export type Resolution = Found | Broken | Uncheckable;

export interface Found {
  readonly outcome: 'found';
  /** The address in the end, without fragment; another site's URL after a redirect to one. */
  readonly address: string;
  readonly page: Page | null;
  /** A file of the site, when it is not a page. */
  readonly file: string | null;
  readonly anchor: Anchor | null;
  /** Steps between the link and its target that the link should not need; empty when the link is as it should be. */
  readonly indirections: readonly Indirection[];
}

/** A step that leads to the target although the link does not name it. */
export type Indirection =
  | { readonly kind: 'redirect'; readonly rule: Redirect }
  /** `from`: the old address, as some page's front matter has it. */
  | { readonly kind: 'alias'; readonly from: string }
  /** Differs from the real name in upper and lower case. */
  | { readonly kind: 'case' }
  /** Hugo's page lookup did not find it, the browser did. */
  | { readonly kind: 'browser' };

export interface Broken {
  readonly outcome: 'broken';
  /** `off-site`: the site is published below a path, and this address leaves it although the page is there below the path. */
  readonly reason: 'missing-page' | 'missing-anchor' | 'missing-file' | 'unrendered' | 'outside' | 'off-site';
  /** The address looked for, without fragment; for `off-site` where it is instead. */
  readonly address: string;
  /** This address with the path that the site is published below; absent where it is published at the top. */
  readonly onHost?: string;
  /** For a missing anchor the page that lacks it, for `off-site` the page that is meant. */
  readonly page: Page | null;
  readonly fragment: string;
  readonly indirections: readonly Indirection[];
}

export interface Uncheckable {
  readonly outcome: 'unknown';
  /** `generated`: the page's shortcodes make ids. `unknown-tree`: an unknown prefix. `other-site`. `shortcode`: the href is made by one. `not-shown`: relative, in a file that no page shows. `unknown-site`: what it means is for a generator to say whose rules are not known. `hook`: a link hook that cannot be understood decides. */
  readonly reason: 'generated' | 'unknown-tree' | 'other-site' | 'shortcode' | 'not-shown' | 'hook' | 'unknown-site';
  readonly address: string;
  readonly page: Page | null;
}

/** A link that leads to an address: of a page or a file, when one is given, else of something that the site makes by itself. */
export function foundAt(
  address: string,
  { page = null, file = null, anchor = null }: Partial<Pick<Found, 'page' | 'file' | 'anchor'>> = {},
  indirections: readonly Indirection[] = [],
): Found {
  return { outcome: 'found', address, page, file, anchor, indirections };
}

/** A link that leads nowhere; `page` is the one that lacks an anchor or is not built. */
export function brokenAt(
  reason: Broken['reason'],
  address: string,
  fragment: string | null,
  indirections: readonly Indirection[] = [],
  page: Page | null = null,
): Broken {
  return { outcome: 'broken', reason, address, page, fragment: fragment ?? '', indirections };
}

/** A link that cannot be checked. */
export function unknownAt(reason: Uncheckable['reason'], address: string, page: Page | null = null): Uncheckable {
  return { outcome: 'unknown', reason, address, page };
}
