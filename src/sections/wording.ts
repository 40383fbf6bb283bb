import { allOf, count } from '../phrases/amounts.ts';
import { quoted } from '../phrases/quoted.ts';
import type { CompiledSection } from './page-type.ts';

/** Words of a heading, without the colon at their end. */
export const quote = (text: string) => quoted(text.trim().replace(/(?<![:：])[:：]+$/u, ''));
/** How a section is called first. */
export const sectionName = ({ names, config }: CompiledSection) => names.plain[0] ?? config.id;
export const withoutColon = (hint: string) => hint.replace(/[:：]\s*/gu, ', ');

/** What the handbook says to a writer who lacks this section, as a sentence of its own after others. */
export const hintOf = ({ config: { hint } }: CompiledSection) => (hint === undefined ? '' : ` ${withoutColon(hint)}`);

/** `"A" (or "B" or "C")`: headings that the section may have, three at the most. */
export function accepted({ names, config }: CompiledSection): string {
  const [first = config.id, ...others] = names.plain;
  const some = others.slice(0, 2);
  return quote(first) + (some.length === 0 ? '' : ` (or ${allOf(some.map(quote), 'or')})`);
}

/** What has to stand below the section's heading. */
export function asked({ config: { content } }: CompiledSection): string {
  if (content?.items !== undefined) return `at least ${count(content.items, 'list item')}`;
  return content?.words === undefined ? 'a sentence' : `at least ${count(content.words, 'word')}`;
}
