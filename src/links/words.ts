import type { Page } from '../model/handbook.ts';
import { someOf } from '../phrases/amounts.ts';
import { quoted } from '../phrases/quoted.ts';
import type { JudgedLink } from './judge.ts';

/** The page by its title. */
export function pageName(page: Page): string {
  return quoted(page.title);
}

/** ` on the page "A"` when a link is broken on some of the pages that show it, and works on others; else nothing. */
export function onlyOn({ seenOn, shownOn }: JudgedLink): string {
  if (seenOn.length === shownOn.length) return '';
  return ` on the page${seenOn.length > 1 ? 's' : ''} ${someOf(seenOn.map(pageName))}`;
}
