import type { Page } from '../model/handbook.ts';
import type { JudgedLink } from './judge.ts';

// Tools that show findings cut them at the first colon, so no message may hold one.

/** An address or path as a message shows it. */
export function shown(address: string): string {
  return clip(address.replace(/^https?:\/\//i, '').replaceAll(':', '%3A'));
}

/** Words of a page as a message shows them. */
export function quoted(words: string): string {
  return `"${clip(
    words
      .replace(/\s+/g, ' ')
      .replace(/(?<!\s)\s*:[\s:]*/g, ' – ')
      .trim(),
  )}"`;
}

/** The page by its title. */
export function pageName(page: Page): string {
  return quoted(page.title);
}

/** `"A"`, `"A" and "B"`, `"A", "B" and 3 more`. */
export function namesOf(pages: readonly Page[]): string {
  const names = pages.map(pageName);
  if (names.length < 3) return names.join(' and ');
  return `${names.slice(0, 2).join(', ')} and ${names.length - 2} more`;
}

/** ` on the page "A"` when only some of the pages that show a link have the trouble, else nothing. */
export function onlyOn({ seenOn, shownOn }: JudgedLink): string {
  if (seenOn.length === shownOn.length) return '';
  return ` on the page${seenOn.length > 1 ? 's' : ''} ${namesOf(seenOn)}`;
}

function clip(text: string): string {
  const line = text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
  if (line.length <= 160) return line;
  const letters = [...line];
  return letters.length <= 160 ? line : `${letters.slice(0, 159).join('')}…`;
}
