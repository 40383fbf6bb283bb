import type { Anchor, Handbook, Page } from '../../model/handbook.ts';
import type { HeadingIds } from '../../model/heading-ids.ts';
import { query } from '../../model/query.ts';

const MAX_DEPTH = 8;

/** An anchor of a part, an id that the page's text makes, or no such id. */
type InParts = Anchor | 'there' | 'missing' | 'unsure';

/** Whether a fragment is the id of something in a part that the page brings in from another file. */
export function inParts(page: Page, fragment: string, handbook: Handbook): InParts {
  return search(page, fragment, handbook, 0);
}

function search(page: Page, fragment: string, handbook: Handbook, depth: number): InParts {
  const { ids } = handbook.site;
  const parts = ids.partsOf?.(page.text, page.path);
  if (parts === undefined) return 'missing';
  if (parts.ids?.has(fragment)) return 'there';
  let isOpen = parts.isOpen;
  for (const { paths } of parts.files) {
    const part = firstOf(paths, handbook);
    const answer = part === undefined || depth === MAX_DEPTH ? 'unsure' : inPart(part, fragment, handbook, depth);
    if (answer === 'unsure') isOpen = true;
    else if (answer !== 'missing') return answer;
  }
  return isOpen ? 'unsure' : 'missing';
}

/** The anchors of all parts that a page brings in, as far as their ids do not depend on what else it shows. */
export function anchorsInParts(page: Page, handbook: Handbook): readonly Anchor[] {
  const { ids } = handbook.site;
  const seen = new Set([page]);
  for (const each of seen)
    for (const { paths } of ids.partsOf?.(each.text, each.path).files ?? []) {
      const part = firstOf(paths, handbook);
      if (part !== undefined) seen.add(part);
    }
  return [...seen].filter((part) => part !== page).flatMap((part) => [...anchorsOf(part, ids).values()]);
}

function firstOf(paths: readonly string[], handbook: Handbook): Page | undefined {
  return paths.map((path) => handbook.page(path)).find((found) => found !== undefined);
}

function inPart(part: Page, fragment: string, handbook: Handbook, depth: number): InParts {
  const own = anchorsOf(part, handbook.site.ids);
  const anchor = own.get(fragment);
  if (anchor !== undefined) return anchor;
  // Which number an id gets depends on what stands in the other files.
  if (own.has(fragment.replace(/[-_]\d+$/, ''))) return 'unsure';
  return search(part, fragment, handbook, depth + 1);
}

function anchorsOf(page: Page, ids: HeadingIds): ReadonlyMap<string, Anchor> {
  const { path, facts } = page;
  const anchors = new Map<string, Anchor>();
  const add = (id: string | null, heading: string | null, headingIndex: number | null) => {
    if (id && !anchors.has(id)) anchors.set(id, { id, path, heading, headingIndex, positional: false });
  };
  for (const [index, heading] of facts.headings.entries())
    add((ids.hasAttributes ? heading.id : undefined) ?? ids.slugOf(heading, page), heading.text, index);
  for (const { id } of facts.anchors) add(id, null, null);
  return anchors;
}

/** The pages that bring in each part, directly or through others, by its path. Includes of Hugo are not among them. */
const showing = query('pages that bring in parts', (handbook) => {
  const users = new Map<string, Page[]>();
  const { ids } = handbook.site;
  if (ids.partsOf === undefined) return users;
  for (const page of handbook.pages)
    for (const { paths } of ids.partsOf(page.text, page.path).files) {
      const part = firstOf(paths, handbook);
      if (part !== undefined) users.set(part.path, [...(users.get(part.path) ?? []), page]);
    }
  return users;
});

/** Pages with an address that bring a part in from its file, directly or through other parts. */
export function pagesBringingIn(part: Page, handbook: Handbook): readonly Page[] {
  const seen = new Set([part]);
  for (const each of seen) for (const user of showing(handbook).get(each.path) ?? []) seen.add(user);
  return [...seen].filter((page) => page !== part && page.address !== null);
}
