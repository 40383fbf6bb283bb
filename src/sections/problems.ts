import type { Emptiness } from './content.ts';
import type { NearName } from './names/spelling.ts';
import type { Section } from './outline/outline.ts';
import type { CompiledSection } from './page-type.ts';
import type { NearMiss } from './sayings.ts';

/** What is wrong with one section of a page. */
export type SectionProblem = { readonly section: CompiledSection } & (
  | {
      readonly kind: 'missing';
      /** The level that lacks it; `null`: the page. */
      readonly level: Section | null;
      /** The page has levels, and none has it. */
      readonly everyLevel: boolean;
      /** Other pages have it as a label, and not as a heading. */
      readonly isLabel: boolean;
      /** What is like the missing section, and where. */
      readonly near: NearMiss | null;
    }
  /** It is in none of the files, and this shortcode, component or tag may show it: it cannot be checked. */
  | { readonly kind: 'unknown'; readonly by: string }
  | { readonly kind: 'misspelt'; readonly heading: Section; readonly near: NearName }
  | { readonly kind: 'empty'; readonly heading: Section; readonly emptiness: Emptiness }
  | { readonly kind: 'twice'; readonly heading: Section; readonly first: Section; readonly onLevel: boolean }
  | { readonly kind: 'misplaced'; readonly heading: Section; readonly where: Misplacement }
);

export type Misplacement =
  /** It belongs to the whole page and stands below this level. */
  | { readonly kind: 'inside-level'; readonly level: Section }
  /** It belongs below each level and stands outside of them. */
  | { readonly kind: 'outside-levels' }
  /** It stands beside its level instead of below it: one # too few. */
  | { readonly kind: 'beside-level'; readonly level: Section }
  | { readonly kind: 'depth'; readonly wanted: readonly number[] }
  | { readonly kind: 'order'; readonly side: 'before' | 'after'; readonly other: Section };
