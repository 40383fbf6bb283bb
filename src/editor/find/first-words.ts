import type { Page } from '../../model/handbook.ts';

const MOST = 400;

/** The first paragraph of a page after an offset, as plain words; `null` when there is none before the next heading. */
export function firstWords(page: Page, after = 0): string | null {
  for (const block of page.content.blocks) {
    if (block.range[0] < after) continue;
    if (block.type === 'heading' && after > 0) return null;
    if (block.type !== 'paragraph') continue;
    const words = block.text.replace(/\s+/g, ' ').trim();
    if (words !== '') return words.length > MOST ? `${words.slice(0, MOST).trimEnd()} …` : words;
  }
  return null;
}

/** Words as they can stand in Markdown without becoming markup. */
export function plainInMarkdown(words: string): string {
  return words.replace(/[\\`*_[\]<>#|~!]/g, '\\$&');
}
