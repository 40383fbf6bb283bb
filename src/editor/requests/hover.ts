import type { Hover } from 'vscode-languageserver/node';
import { internalLinks } from '../../links/judge.ts';
import { resolutionsOf } from '../../links/linked-pages.ts';
import type { Link } from '../../markdown/facts.ts';
import type { Handbook, Page } from '../../model/handbook.ts';
import type { Found } from '../../sites/resolution.ts';
import { placeOfAnchor } from '../find/link-targets.ts';
import { countOf, linksToHeading } from '../find/links-to.ts';
import { templateOf } from '../find/templates.ts';
import { type UnderCursor, underCursor } from '../find/under-cursor.ts';
import type { PageNow } from '../handbooks.ts';
import { type At, offsetIn, rangeIn } from '../positions.ts';

/** What a reader of the source wants to know of the thing under the cursor, as Markdown. */
export function hover(at: At, now: PageNow): Hover | null {
  const { handbook, page } = now;
  const thing = underCursor(page, offsetIn(page, at.position), handbook);
  const lines = thing === null ? [] : describe(thing, now);
  if (thing === null || lines.length === 0) return null;
  return { contents: { kind: 'markdown', value: lines.join('\n\n') }, range: rangeIn(page, thing.range) };
}

function describe(thing: UnderCursor, now: PageNow): readonly string[] {
  const { handbook, page } = now;
  switch (thing.kind) {
    case 'link':
      return describeLink(thing.link, now);
    case 'heading': {
      const count = countOf(linksToHeading(page, thing.index, handbook));
      const ids = idsOf(page, thing.index, handbook).map((id) => `\`#${id}\``);
      return [`${ids.join(', ')} ${count === 1 ? 'One link leads' : `${count} links lead`} here.`.trim()];
    }
    case 'include': {
      const { state } = thing.include;
      return state.kind === 'found' ? titled(state.page.title, firstWords(state.page)) : [];
    }
    case 'shortcode': {
      const template = templateOf(thing.call.name, handbook);
      return template === null ? [] : [`Shortcode of \`${template}\``];
    }
    case 'redirect':
      return [`\`${thing.rule.from}\` leads on to \`${thing.rule.to}\`.`];
  }
}

function describeLink(link: Link, now: PageNow): readonly string[] {
  const { handbook, page, judged } = now;
  if (!internalLinks(page, handbook).includes(link)) return [];
  const complaints = judged
    .of(page.path, handbook)
    .findings.filter(({ start, end }) => link.range[0] <= start.offset && end.offset <= link.range[1])
    .map(({ message }) => plainInMarkdown(message));
  const found = resolutionsOf(link, page, handbook).find((each) => each.outcome === 'found');
  return [...(found?.outcome === 'found' ? describeFound(found, handbook) : []), ...new Set(complaints)];
}

function describeFound({ address, page, file, anchor }: Found, handbook: Handbook): readonly string[] {
  const fragment = anchor === null ? '' : `#${anchor.id}`;
  const leads = `Leads to \`${address}${fragment}\``;
  if (file !== null) return [`${leads}, the file \`${file}\`.`];
  if (page === null) return [`${leads}.`];
  const place = anchor === null ? undefined : placeOfAnchor(anchor, handbook);
  const holder = place && handbook.page(place.path);
  const words = holder && place.range ? firstWords(holder, place.range[1]) : firstWords(page);
  return [...titled(anchor?.heading ? `${page.title} › ${anchor.heading}` : page.title, words), `${leads}.`];
}

function titled(title: string, words: string | null): readonly string[] {
  return [`**${plainInMarkdown(title)}**`, ...(words === null ? [] : [plainInMarkdown(words)])];
}

/** The ids that a heading has, on each page that shows it. */
function idsOf(file: Page, index: number, handbook: Handbook): readonly string[] {
  const pages = file.kind === 'include' ? handbook.shownOn(file).slice(0, 20) : [file];
  const ids = pages.flatMap((page) =>
    [...handbook.anchors(page).ids.values()]
      .filter((anchor) => anchor.path === file.path && anchor.headingIndex === index)
      .map(({ id }) => id),
  );
  return [...new Set(ids)];
}

const MOST = 400;

/** The first paragraph of a page after an offset, as plain words; `null` when there is none before the next heading. */
function firstWords(page: Page, after = 0): string | null {
  for (const block of page.content.blocks) {
    if (block.range[0] < after) continue;
    if (block.type === 'heading' && after > 0) return null;
    if (block.type !== 'paragraph') continue;
    const words = block.text.replace(/\s+/g, ' ').trim();
    if (words !== '') return words.length > MOST ? `${words.slice(0, MOST).trimEnd()} …` : words;
  }
  return null;
}

/** Words as they can stand in Markdown without becoming markup. */
function plainInMarkdown(words: string): string {
  return words.replace(/[\\`*_[\]<>#|~!]/g, '\\$&');
}
