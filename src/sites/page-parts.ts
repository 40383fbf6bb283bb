import type { Handbook, Page } from '../model/handbook.ts';
import type { HeadingIds } from '../model/site-model.ts';

const MAX_DEPTH = 8;

/** Whether a fragment is the id of something in a part that the page brings in from another file. */
export function inParts(page: Page, fragment: string, handbook: Handbook): 'there' | 'missing' | 'unsure' {
  return search(page, fragment, handbook, 0);
}

function search(page: Page, fragment: string, handbook: Handbook, depth: number): 'there' | 'missing' | 'unsure' {
  const { ids } = handbook.site;
  const parts = ids.partsOf?.(page.text, page.path);
  if (parts === undefined) return 'missing';
  if (parts.ids?.has(fragment)) return 'there';
  let isOpen = parts.isOpen;
  for (const candidates of parts.files) {
    const part = candidates.map((path) => handbook.page(path)).find((found) => found !== undefined);
    const answer = part === undefined || depth === MAX_DEPTH ? 'unsure' : inPart(part, fragment, handbook, depth);
    if (answer === 'there') return answer;
    if (answer === 'unsure') isOpen = true;
  }
  return isOpen ? 'unsure' : 'missing';
}

function inPart(part: Page, fragment: string, handbook: Handbook, depth: number): 'there' | 'missing' | 'unsure' {
  const own = idsOf(part, handbook.site.ids);
  if (own.has(fragment)) return 'there';
  // Which number an id gets depends on what stands in the other files.
  if (own.has(fragment.replace(/[-_]\d+$/, ''))) return 'unsure';
  return search(part, fragment, handbook, depth + 1);
}

function idsOf({ facts }: Page, ids: HeadingIds): ReadonlySet<string | null> {
  const headings = facts.headings.map((heading) => (ids.hasAttributes ? heading.id : undefined) ?? ids.slugOf(heading));
  return new Set([...headings, ...facts.anchors.map(({ id }) => id)]);
}
