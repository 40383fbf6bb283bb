import { resolveLink } from '../links/resolve.ts';
import type { Link } from '../markdown/facts.ts';
import type { Anchor, Handbook, Page } from '../model/handbook.ts';
import { isExternal, splitHref } from '../sites/href.ts';
import type { Resolution } from '../sites/resolution.ts';

/** What a reference leads to, named so that a rename or a move can be followed. */
export interface Meaning {
  readonly target: MeantTarget;
  /** What goes on after the `#`, `null` for the top. */
  readonly fragment: MeantFragment;
  /** How the link gets there although it does not say so: `alias`, `redirect`, `case`, `browser`. */
  readonly detours: ReadonlySet<string>;
  readonly outcome: Resolution['outcome'];
}

/** An anchor that the target has, or words that lead to none that is known. */
type MeantFragment =
  | { readonly kind: 'anchor'; readonly anchor: Anchor }
  | { readonly kind: 'words'; readonly words: string }
  | null;

/** What a link leads to. */
type MeantTarget =
  | { readonly kind: 'page' | 'file'; readonly path: string }
  /** A page that the site makes by itself, a folder. */
  | { readonly kind: 'address'; readonly address: string };

/** What a link means on the page that shows it; `null` when it leads nowhere, or nobody can say where. */
export function meaningOf(link: Link, page: Page, seenFrom: Page, handbook: Handbook): Meaning | null {
  return fromResolution(resolveLink(link, page, handbook, seenFrom), link.href);
}

/** What a redirect's target means: an address that a browser asks for. */
export function meaningOfAddress(href: string, page: Page, handbook: Handbook): Meaning | null {
  if (href.includes(':splat') || isExternal(href)) return null;
  return meaningOf(addressLink(href), page, page, handbook);
}

/** An address as a link in raw HTML. */
export function addressLink(href: string): Link {
  return { kind: 'html', href, range: [0, href.length], target: [0, href.length], fragment: null, text: '' };
}

function fromResolution(resolution: Resolution, href: string): Meaning | null {
  const { outcome } = resolution;
  const target = targetOf(resolution);
  if (target === null) return null;
  const detours = new Set(outcome === 'unknown' ? [] : resolution.indirections.map(({ kind }) => kind));
  const words = splitHref(href).fragment;
  if (outcome === 'found' && resolution.anchor)
    return { target, fragment: { kind: 'anchor', anchor: resolution.anchor }, detours, outcome };
  return { target, fragment: words === null ? null : { kind: 'words', words }, detours, outcome };
}

function targetOf(resolution: Resolution): MeantTarget | null {
  if (resolution.page) return { kind: 'page', path: resolution.page.path };
  if (resolution.outcome !== 'found' || isExternal(resolution.address)) return null;
  if (resolution.file !== null) return { kind: 'file', path: resolution.file };
  return { kind: 'address', address: resolution.address };
}

/** Whether a reference still means what it meant; `moved` gives a file's path after the change. */
export function isSameMeaning(before: Meaning, after: Meaning | null, moved: (path: string) => string): boolean {
  if (after === null || after.outcome !== before.outcome) return false;
  if (!isSameTarget(before.target, after.target, moved)) return false;
  for (const detour of after.detours) if (!before.detours.has(detour)) return false;
  return isSameFragment(before.fragment, after.fragment, moved);
}

function isSameTarget(before: MeantTarget, after: MeantTarget, moved: (path: string) => string): boolean {
  if (before.kind === 'address') return after.kind === 'address' && before.address === after.address;
  return before.kind === after.kind && moved(before.path) === after.path;
}

function isSameFragment(before: MeantFragment, after: MeantFragment, moved: (path: string) => string): boolean {
  if (before === null || after === null) return before === after;
  if (before.kind === 'words') return after.kind === 'words' && before.words === after.words;
  return after.kind === 'anchor' && isSameAnchor(before.anchor, after.anchor, moved);
}

/** Whether two anchors are one heading, or one tag with an id. */
export function isSameAnchor(before: Anchor, after: Anchor, moved: (path: string) => string): boolean {
  if (moved(before.path) !== after.path || before.headingIndex !== after.headingIndex) return false;
  return before.headingIndex !== null || before.id === after.id;
}
