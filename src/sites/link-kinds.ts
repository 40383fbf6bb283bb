import type { Link } from '../markdown/facts.ts';
import type { Handbook, Page } from '../model/handbook.ts';

/** Whether the link shows or embeds a file instead of leading the reader somewhere. */
export function isResource({ kind }: Link): boolean {
  return kind === 'image' || kind === 'html-resource' || kind === 'figure-image';
}

/** Whether the link is one of Markdown's own, which a generator may rewrite. */
export function isMarkdown({ kind }: Link): boolean {
  return kind === 'inline' || kind === 'reference' || kind === 'autolink';
}

/** Whether the link is a parameter of Hugo's `figure`. */
export function isFigure({ kind }: Link): boolean {
  return kind === 'figure-image' || kind === 'figure-link';
}

/** The destination as it stands in the page, `\\_` and `&amp;` included. */
export function writtenHref({ href, target }: Link, page: Page): string {
  return target[1] - target[0] === href.length ? href : page.text.slice(...target);
}

/** The destination as a browser or a generator takes it: in HTML without the spaces around it. */
export function trimmedHref({ kind, href }: Link): string {
  return kind === 'html' || kind === 'html-resource' ? href.trim() : href;
}

/** A link, and where it stands: in `file`, which `page` shows; they are one, but for what a page imports or includes. */
export interface PlacedLink<Settings> {
  readonly link: Link;
  readonly file: Page;
  readonly page: Page;
  readonly handbook: Handbook;
  readonly settings: Settings;
}
