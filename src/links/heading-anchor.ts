import type { Anchor, Handbook, Page } from '../model/handbook.ts';

/** The anchor that a page has for a heading, which is named by its file and its place among the headings there. */
export function anchorOf(
  { path, headingIndex }: Pick<Anchor, 'path' | 'headingIndex'>,
  page: Page,
  handbook: Handbook,
): Anchor | undefined {
  if (headingIndex === null) return undefined;
  const anchors = [...handbook.anchors(page).ids.values()];
  return anchors.find((anchor) => anchor.path === path && anchor.headingIndex === headingIndex);
}
