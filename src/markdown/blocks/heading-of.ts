import type { Block, Heading, PageFacts } from '../facts.ts';

/**
 * The heading that a block of the page's content stands for; nothing for one that its generator does not see. Content is read with
 * what its generator sets aside, facts are not, so that the places of the two among all headings may differ.
 */
export function headingOfBlock(
  { headings }: PageFacts,
  { heading, range: [start] }: Block & { readonly type: 'heading' },
): Heading | undefined {
  const there = headings[heading];
  return there?.range[0] === start ? there : headings.find(({ range }) => range[0] === start);
}
