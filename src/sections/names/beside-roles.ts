import type { Page } from '../../model/handbook.ts';

/** A plan for somebody's first days, in a folder or file of that name, or with such a title. "Head of Onboarding" is a role. */
const onboarding = /(?:^|\/)(?:on|off)boarding(?:[-_ ](?:plans?|guides?|checklists?))?(?:\/|\.mdx?$)/i;
const planTitle = /\b(?:on|off)boarding(?:\s{0,3}:| (?:plans?|guides?|checklists?)\s{0,3}(?::|$))/i;
/** Where prompts for programs lie, and how they begin below their headings. */
const promptPlace = /(?:^|\/)\.?(?:(?:sub)?agents?|prompts?|personas?|claude|github|cursor|chatmodes)\//i;
const promptStart = /^(?:\s|#[^\n]{0,200}\n){0,40}[*_>"'“]{0,3}(?:you are|act as|you act as)\b/i;

/** Is a page with the title of a role no role page: a plan for the first days in it, or a prompt for a program that plays it? */
export function isBesideRoles(page: Page): boolean {
  const { path, title } = page;
  if (onboarding.test(path) || planTitle.test(title)) return true;
  const { frontMatter } = page.facts;
  const { description, name, model, tools, 'allowed-tools': allowed } = frontMatter?.values ?? {};
  const isTold = model !== undefined || allowed !== undefined || (name !== undefined && typeof tools === 'string');
  if (description !== undefined && isTold) return true;
  return promptPlace.test(path) && promptStart.test(page.text.slice(frontMatter?.range[1] ?? 0).slice(0, 4000));
}
