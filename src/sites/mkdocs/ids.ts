import { type HeadingIds, type PageParts, type PartCall, usualIds } from '../../model/heading-ids.ts';
import { isPlainHeading } from '../original-markdown/raw-blocks.ts';
import { isInComment, withoutComments } from './comments.ts';
import type { MkdocsSettings } from './config.ts';
import { markdownLines } from './lines.ts';
import { type SlugRule, slugBy } from './slugs.ts';

/** What includes, lists of tags and API pages write into a page, which may bring ids; and what plugins fill in. */
const MORE = /--8<--|\{!|^:::|material\/tags|^\[TAGS\]/m;
const TEMPLATE = /\{[%{]/;
/** `--8<-- "part.md"`, on a line of its own (pymdownx.snippets 11). */
const SNIPPET = /^[ \t]*--8<--[ \t]+["']([^"'\n:]+)["'][ \t]*$/dgm;

/** How Python-Markdown 3.10 makes ids of headings (its toc extension). */
export function idsOf(settings: MkdocsSettings): HeadingIds {
  const { attributes, slugs, markedHtml, hasMacros, hasAutorefs } = settings;
  return {
    ...usualIds,
    hasAttributes: attributes,
    slugOf: ({ text, range }, page) => {
      const isLinked = hasAutorefs && !hasBracketsInCode(page.text.slice(...range));
      const words = isLinked ? text.replace(IDENTIFIER, ']') : text;
      return attributes ? slugWithAttributes(words, slugs) : slugBy(slugs, words);
    },
    numbered: numberedByUnderscore,
    isShown: (heading, { text }) =>
      isPlainHeading(heading, text, markedHtml) && !(hasMacros && isInComment(text, heading)),
    partsOf: (text) => partsOf(hasMacros ? withoutComments(text) : text, settings),
  };
}

/** `[File][crew.files.File]`, which mkdocs-autorefs takes for a link whatever it names (run with 0.4.1). */
const IDENTIFIER = /\] ?\[[^\][\n]{1,200}\]/g;

/** `matrix[i][j]` in code, which is no link (run with 0.4.1). */
function hasBracketsInCode(heading: string): boolean {
  return [...heading.matchAll(/`[^`\n]{0,300}`/g)].some(([code]) => /\] ?\[/.test(code));
}

/** `Deck {: #deck .wide }`: attributes with a colon, which name the heading or are left out. */
function slugWithAttributes(text: string, slugs: SlugRule): string {
  const [attributes = ''] = / \{:[^{}]{1,300}\}$/.exec(text) ?? [];
  return ID.exec(attributes)?.[1] ?? slugBy(slugs, text.slice(0, text.length - attributes.length));
}

/** `toc.unique`: `x`, `x_1`, `x_2`; an id that ends in a number counts on from it. */
function numberedByUnderscore(slug: string, number: number): string {
  const counted = /^(.*)_(\d+)$/.exec(slug);
  return counted ? `${counted[1]}_${BigInt(counted[2]!) + BigInt(number)}` : `${slug}_${number}`;
}

/** A line that Python-Markdown may read as a heading: `#Watch`, and what stands in admonitions, tabs and lists. */
const HEADING = /^[ \t>*+\d.-]*#+(.*)/;
/** One that CommonMark reads so as well, with no more than words: its id is that of the heading. */
const PLAIN_HEADING = /^[ \t>]*#{1,6} [^!&<:\\]*$/;
/** A line below the words of a heading, whatever CommonMark sees in these: `1. Sail` above `---`. */
const UNDERLINE = /^[=-]+$/;
/** `=== "Ship"`: a tab, whose id is made of its title where pymdownx.tabbed has `slugify`. */
const TAB = /^[ \t>]*===[!+]*[ \t]*"(.*)"/;
const TABS = /^[ \t>]*===[!+]*[ \t]*"/m;
/** `{ #watch }`, `{: #watch .wide }`, `{ id=watch }` (attr_list), and `attrs: {id: watch}` (pymdownx.blocks). */
const ATTRIBUTES = /\{[^{}\n]{1,300}\}/g;
const LAST_ATTRIBUTES = /\{([^{}\n]{1,600})\} *#*$/;
/** Attributes of a block of pymdownx and of a fence, which need no attr_list (run with 11.0.1). */
const BLOCK_ATTRIBUTES =
  /^[ \t>]{0,20}(?:attrs:[ \t]{0,4}|(?:~~~|```)[`~]{0,9}[ \t]{0,4}\w{0,30}[ \t]{0,4})\{[^{}\n]{1,300}\}/gm;
const ID = /(?:#|\bid[=:][ \t]{0,4}["']?)([^\s"'#{}=]+)/;
const FOOTNOTE = /\[\^([^\]\s]{1,200})\]/g;
/** What shows none of its own words in an id: images, addresses of links, tags, entities, attributes. */
const SILENT =
  /&#?\w{1,30};|!\[[^\]\n]{0,200}\](?:\([^)\n]{0,200}\)|\[[^\]\n]{0,200}\])|\]\([^)\n]{0,200}\)|<[^<>\n]{0,200}>/g;
const EMOJI = /:[a-z0-9_+-]{1,40}:/g;

function partsOf(text: string, settings: MkdocsSettings): PageParts {
  const files = [...text.matchAll(SNIPPET)].map(({ 1: name = '', indices }): PartCall => {
    const paths = settings.snippets.map((folder) => (folder === '' ? name : `${folder}/${name}`));
    return { paths, range: indices![1]! };
  });
  const isOpen =
    MORE.test(text.replace(SNIPPET, '')) ||
    (TEMPLATE.test(text) && (settings.hasTemplates || hasBracesInHeading(text, settings)));
  return { files, isOpen, ids: idsIn(text, settings) };
}

/** Braces in a heading: attr_list takes some of them, and they are read with the page for calls of shortcodes. */
function hasBracesInHeading(text: string, settings: MkdocsSettings): boolean {
  for (const { line, next } of markdownLines(text, settings))
    if (TEMPLATE.test(line) && (HEADING.test(line) || UNDERLINE.test(next))) return true;
  return false;
}

/** Ids that Python-Markdown and pymdownx may make of lines in which CommonMark sees no heading, or other words. */
function idsIn(text: string, settings: MkdocsSettings): ReadonlySet<string> {
  const { attributes, slugs, tabSlugs, hasAutorefs } = settings;
  const ids = new Set<string>();
  const seen = new Map<string, number>();
  let tabs = 0;
  // Titles of tabs take their ids before headings do.
  const isCounted = tabSlugs !== null && TABS.test(text);
  const add = (words: string, rule: SlugRule, isNew: boolean) => {
    const shown = words
      .replace(/&nbsp;/g, ' ')
      .replace(hasAutorefs ? IDENTIFIER : '', hasAutorefs ? ']' : '')
      .replace(SILENT, '')
      .replace(attributes ? ATTRIBUTES : '', '');
    for (const slug of new Set([slugBy(rule, shown), slugBy(rule, shown.replace(EMOJI, ''))])) {
      const number = seen.get(slug) ?? 0;
      seen.set(slug, number + 1);
      if (isNew) ids.add(number === 0 ? slug : numberedByUnderscore(slug, number));
    }
  };
  for (const { line, next, isHidden } of markdownLines(text, settings)) {
    const words = HEADING.exec(line)?.[1] ?? (UNDERLINE.test(next) ? line : null);
    const isNamed = attributes && /(?:#|\bid=)./.test(LAST_ATTRIBUTES.exec(line)?.[1] ?? '');
    if (words !== null && !isNamed) add(words, slugs, isCounted || isHidden || !PLAIN_HEADING.test(line));
    const title = TAB.exec(line)?.[1];
    if (title === undefined) continue;
    tabs += 1;
    if (tabSlugs === null)
      for (let row = 1; row <= Math.min(tabs, 40); row++) ids.add(`__tabbed_${row}_${tabs + 1 - row}`);
    else add(title.replace(/ {2,}/g, ' ').replace(/(?<!\w)_{1,2}|_{1,2}(?!\w)/g, ''), tabSlugs, true);
  }
  for (const [list] of text.matchAll(attributes ? ATTRIBUTES : BLOCK_ATTRIBUTES)) {
    const id = ID.exec(list)?.[1];
    if (id !== undefined) ids.add(id);
  }
  for (const [, label] of text.matchAll(FOOTNOTE))
    for (const kind of ['fn', 'fnref', 'fnref2', 'fnref3']) ids.add(`${kind}:${label}`);
  return ids;
}
