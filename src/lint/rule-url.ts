import { documentation } from './version.ts';

/** Where the rule's page can be read: `handbook-link-page` → `…/rules/link-page.html` of the documentation. */
export function ruleUrl(id: string): string {
  return `${documentation}rules/${id.replace(/^handbook-/, '')}.html`;
}
