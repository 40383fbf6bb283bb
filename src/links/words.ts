import type { Page } from '../model/handbook.ts';
import { someOf } from '../phrases/amounts.ts';
import { quoted } from '../phrases/quoted.ts';
import type { Broken } from '../sites/resolution.ts';
import type { JudgedLink } from './judge.ts';

export function pageName(page: Page): string {
  return quoted(page.title);
}

/** ` on the page "A"` when a link is broken on some of the pages that show it, and works on others; else nothing. */
export function onlyOn({ seenOn, shownOn }: JudgedLink): string {
  if (seenOn.length === shownOn.length) return '';
  return ` on the page${seenOn.length > 1 ? 's' : ''} ${someOf(seenOn.map(pageName))}`;
}

export const offSite = (way: string, written: string) =>
  `This link${way} goes to ${written}, which lies outside of the site.`;
export const meant = (address: string) => ` Did you mean ${address}?`;

/** An address of the site as its host has it, by a link to another one: `/base/crew/` where the site lies below `/base/`. */
export function onHost(address: string, { address: missed, onHost: whole = missed }: Broken): string {
  return whole.endsWith(missed) ? whole.slice(0, whole.length - missed.length) + address : address;
}
