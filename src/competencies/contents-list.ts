import type { ListBlock, ListItem, Range } from '../markdown/facts.ts';
import type { Handbook, Page } from '../model/handbook.ts';
import { decodePercent } from '../sites/href.ts';
import type { CompetencyGroup, Framework, LevelPage } from './framework.ts';
import { isLinkList, linkThatFills } from './reading/link-list.ts';
import { splitWords, stem } from './wording.ts';

/** A group that the page's own table of contents does not name. */
export interface ContentsGap {
  readonly page: LevelPage;
  /** The table of contents. */
  readonly range: Range;
  readonly left: readonly CompetencyGroup[];
}

/** Finds groups that a page's table of contents leaves out. What it invents is a broken link, and told as one. */
export function findContentsGaps(framework: Framework, handbook: Handbook): readonly ContentsGap[] {
  return framework.pages.flatMap((page): ContentsGap[] => {
    const list = page.shape === 'page' ? contentsOf(page.page) : undefined;
    if (list === undefined) return [];
    const anchors = handbook.anchors(page.page).ids;
    const named = new Set<number>();
    const broken: string[][] = [];
    for (const item of withNested(list.items)) {
      const link = linkThatFills(item, page.page);
      if (!link?.href.startsWith('#')) continue;
      const anchor = anchors.get(decodePercent(link.href.slice(1)));
      if (anchor === undefined) broken.push(splitWords(link.text).map(stem));
      else if (anchor.path === page.page.path && anchor.headingIndex !== null) named.add(anchor.headingIndex);
    }
    const groups = page.groups.filter((group) => group.page === page.page);
    const isNamed = (group: CompetencyGroup): boolean =>
      named.has(page.page.facts.headings.findIndex((heading) => heading.textRange[0] === group.range[0])) ||
      broken.some((words) => isAbout(words, group));
    const left = groups.filter((group) => !isNamed(group));
    if (left.length === 0 || left.length >= groups.length) return [];
    return [{ page, range: list.range, left }];
  });
}

/** All items; one that has others below it may be a link as well. */
function withNested(items: readonly ListItem[]): readonly ListItem[] {
  return items.flatMap((item) => [
    item,
    ...item.children.flatMap((child) => (child.type === 'list' ? withNested(child.items) : [])),
  ]);
}

/** The first list that is made of links to the page's own headings. */
function contentsOf(page: Page): ListBlock | undefined {
  const lists = page.content.blocks.filter((block) => block.type === 'list');
  return lists.find((list) => {
    const own = withNested(list.items).filter((item) => linkThatFills(item, page)?.href.startsWith('#'));
    return own.length >= 2 && isLinkList(list, page, () => true);
  });
}

function isAbout(words: readonly string[], group: CompetencyGroup): boolean {
  const heading = splitWords(group.heading).map(stem);
  const isIn = (some: readonly string[], all: readonly string[]) => some.every((word) => all.includes(word));
  return words.length > 0 && (isIn(words, heading) || isIn(heading, words));
}
