import type { Page } from '../../model/handbook.ts';
import type { Group, Level } from '../framework.ts';
import { splitWords } from '../wording.ts';
import { groupOf, type HeadingWords } from './headings.ts';

/**
 * Is a page without levels one about the framework, such as "How we grow", and none of a department? Such a page names hardly any of
 * the groups that departments have; where they have none, hardly any level.
 */
export function isGuide(
  { facts, content, text }: Page,
  levels: readonly Level[],
  groups: readonly Group[],
  names: HeadingWords,
): boolean {
  const named = groups.filter(({ match }) => match !== 'all');
  if (named.length > 0) {
    const cells = content.blocks.flatMap((block): readonly { readonly text: string }[] => {
      if (block.type === 'list') return block.items;
      return block.type === 'table' ? [...block.header, ...block.rows.flatMap(([first]) => first ?? [])] : [];
    });
    const texts = [...facts.headings, ...cells].map((each) => each.text);
    const found = new Set(texts.flatMap((each) => groupOf(each, named, names) ?? []));
    return found.size < Math.min(fewest, named.length);
  }
  const words = ` ${splitWords(text).join(' ')} `;
  const told = levels.filter((level) => level.words.some((name) => words.includes(` ${name.join(' ')} `)));
  return told.length < fewest;
}

/** One name could be there by chance. */
const fewest = 2;
