import type { Handbook } from '../../src/model/handbook.ts';

/** All that a handbook says of itself, as plain data: two states that say the same cannot be told apart by a rule. */
export function answers(handbook: Handbook): unknown {
  return handbook.pages.map((page) => {
    const { frontMatter, headings, anchors, links, externalLinks, shortcodes, controls, problems } = page.facts;
    return {
      ...{ path: page.path, kind: page.kind, address: page.address, unbuilt: page.unbuilt, title: page.title },
      facts: { frontMatter, headings, anchors, links, externalLinks, shortcodes, controls, problems },
      content: page.content,
      ids: [...handbook.anchors(page).ids.values()],
      generatedBy: handbook.anchors(page).generatedBy,
      includes: handbook.includes(page).map(({ argument, state }) => [argument, state.kind]),
      shownOn: handbook.shownOn(page).map(({ path }) => path),
    };
  });
}
