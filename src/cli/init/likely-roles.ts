import type { Handbook, Page } from '../../model/handbook.ts';
import { type CompiledType, pageTypeOf, pageTypes } from '../../sections/page-type.ts';
import { isRoleTitle, roleWordsOf } from '../../sections/role-words.ts';

/** A line that begins with bold words, in a list or not: `**Responsibilities:** ships`. */
const leadIn = /^[ \t]*(?:[-*+>][ \t]+)*(?:\*\*|__)([^*_\n]{1,200}?)[:.]?(?:\*\*|__)/gm;

/**
 * Pages that are named after a role and that have something of a role page, but too little for the rule to take them for one
 * by itself: one of the sections, or a section whose name stands in bold words instead of a heading.
 */
export function findLikelyRoles(handbook: Handbook, pages: readonly Page[]): readonly Page[] {
  const role = pageTypes(handbook).find(({ type }) => type.name === 'role');
  if (role === undefined) return [];
  return pages.filter(
    (page) => isRoleTitle(page.title) && pageTypeOf(page, handbook) === null && hasSomeSection(page, role),
  );
}

function hasSomeSection(page: Page, { sections }: CompiledType): boolean {
  const around = roleWordsOf([page.title]);
  const isName = (text: string) => sections.some(({ sure }) => sure.isSure(text, around));
  if (page.facts.headings.some(({ level, text }) => level <= 3 && isName(text))) return true;
  return [...page.text.matchAll(leadIn)].some(([, words = '']) => isName(words));
}
