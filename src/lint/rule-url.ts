import { publishedUrl } from './version.ts';

/** Where the rule's page can be read: `handbook-link-page` → `…/docs/rules/link-page.md` of this version. */
export function ruleUrl(id: string): string {
  return publishedUrl(`docs/rules/${id.replace(/^handbook-/, '')}.md`);
}
