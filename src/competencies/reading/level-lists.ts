import type { Block, ListBlock, Range } from '../../markdown/facts.ts';
import { headingOf } from './headings.ts';
import { isCategory } from './items.ts';
import type { PagePart } from './parts.ts';
import { fewestLevels, type LevelNames } from './sheets.ts';

/** Parts in which lists of levels (`- **Junior**`, with groups or competencies nested below) stand as headings with lists. */
export function unfoldLevelLists(parts: readonly PagePart[], levelOf: LevelNames): readonly PagePart[] {
  let depth = 1;
  return parts.flatMap((part) => {
    if (part.kind === 'heading') depth = part.heading.level;
    if (part.kind !== 'block' || part.block.type !== 'list' || !namesLevels(part.block, levelOf)) return [part];
    const { page, via } = part;
    const heading = (text: string, range: Range, level: number): PagePart => ({
      kind: 'heading',
      page,
      via,
      heading: headingOf(text, range, level),
    });
    const below = (block: Block, level: number): readonly PagePart[] =>
      block.type === 'list' && namesGroups(block)
        ? block.items.flatMap(({ text, textRange, children }) => [
            heading(text, textRange, level),
            ...children.map((child): PagePart => ({ kind: 'block', page, via, block: child })),
          ])
        : [{ kind: 'block', page, via, block }];
    const level = Math.min(depth + 1, 5);
    return part.block.items.flatMap(({ text, textRange, children }) => [
      heading(text, textRange, level),
      ...children.flatMap((child) => below(child, level + 1)),
    ]);
  });
}

/** Do most items name a level, with more below them? */
function namesLevels({ items }: ListBlock, levelOf: LevelNames): boolean {
  const levels = items.flatMap(({ text, children }) => (children.length > 0 ? (levelOf(text) ?? []) : []));
  return new Set(levels).size >= fewestLevels && levels.length * 2 > items.length;
}

/** Does each item only name what the list below it is about? */
function namesGroups({ items }: ListBlock): boolean {
  return items.every(({ text, children }) => isCategory(text) && children.some(({ type }) => type === 'list'));
}
