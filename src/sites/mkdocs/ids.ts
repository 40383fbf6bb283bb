import { type HeadingIds, type PageParts, type PartCall, usualIds } from '../../model/site-model.ts';
import { isPlainHeading } from '../original-markdown/headings.ts';
import type { MkdocsSettings } from './config.ts';

/** What macros, includes, lists of tags and API pages write into a page, which may bring ids. */
const MORE = /--8<--|\{[%{!]|^:::|material\/tags|^\[TAGS\]/m;
/** `--8<-- "part.md"`, on a line of its own (pymdownx.snippets 11). */
const SNIPPET = /^[ \t]*--8<--[ \t]+["']([^"'\n:]+)["'][ \t]*$/gm;

/** How Python-Markdown 3.10 makes ids of headings (its toc extension, with the slugs that MkDocs leaves as they are). */
export function idsOf({ attributes, snippets }: Pick<MkdocsSettings, 'attributes' | 'snippets'>): HeadingIds {
  return {
    ...usualIds,
    hasAttributes: attributes,
    slugOf: ({ text }) => (attributes ? slugWithAttributes(text) : pythonSlug(text)),
    numbered: numberedByUnderscore,
    isShown: isPlainHeading,
    partsOf: (text) => partsOf(text, snippets, attributes),
  };
}

/** `Deck {: #deck .wide }`: attributes with a colon, which name the heading or are left out. */
function slugWithAttributes(text: string): string {
  const attributes = /[ ]\{:[ ]*([^{}]{1,300})\}$/.exec(text);
  if (!attributes) return pythonSlug(text);
  return ID.exec(attributes[0])?.[1] ?? pythonSlug(text.slice(0, attributes.index));
}

/** `toc.slugify`: only ASCII stays. A heading without any gets `_1`. */
function pythonSlug(words: string): string {
  const ascii = words.normalize('NFKD').replace(/[^\p{ASCII}]/gu, '');
  const slug = ascii
    .replace(/[^\w\s-]/g, '')
    .trim()
    .toLowerCase()
    .replace(/[-\s]+/g, '-');
  return slug === '' ? '_1' : slug;
}

/** `toc.unique`: `x`, `x_1`, `x_2`; an id that ends in a number counts on from it. */
function numberedByUnderscore(slug: string, number: number): string {
  const counted = /^(.*)_(\d+)$/.exec(slug);
  return counted ? `${counted[1]}_${Number(counted[2]) + number}` : `${slug}_${number}`;
}

/** A line that Python-Markdown may read as a heading: `#Watch`, and what stands in admonitions, tabs and lists. */
const HEADING = /^[ \t>*+\d.-]*#+(.*)$/gm;
/** A heading by the line below it, whatever CommonMark sees in its words: `1. Sail` above `---`. */
const UNDERLINED = /^(.+)\n[=-]+[ ]*$/gm;
/** `=== "Ship"`: a tab, whose id is made of its title where pymdownx.tabbed has `slugify`. */
const TAB = /^[ \t>]*===[!+]*[ \t]*"(.*)"/gm;
/** `{ #watch }`, `{: #watch .wide }`, `{ id=watch }` (attr_list), and `attrs: {id: watch}` (pymdownx.blocks). */
const ATTRIBUTES = /\{[^{}\n]{1,300}\}/g;
/** The same of a block of pymdownx, which needs no attr_list (run with 11.0.1). */
const BLOCK_ATTRIBUTES = /^[ \t]{1,20}attrs:[ \t]{0,4}\{[^{}\n]{1,300}\}/gm;
const ID = /(?:#|\bid[=:][ \t]{0,4}["']?)([\w:.-]+)/;
const FOOTNOTE = /\[\^([^\]\s]{1,200})\]/g;
/** What shows none of its own words in an id: images, addresses of links, tags, entities, attributes. */
const SILENT =
  /&#?\w{1,30};|!\[[^\]\n]{0,200}\](?:\([^)\n]{0,200}\)|\[[^\]\n]{0,200}\])|\]\([^)\n]{0,200}\)|<[^<>\n]{0,200}>/g;
const EMOJI = /:[a-z0-9_+-]{1,40}:/g;

function partsOf(text: string, snippets: readonly string[], attributes: boolean): PageParts {
  const files = [...text.matchAll(SNIPPET)].map(({ 0: all, 1: name = '', index }): PartCall => {
    const start = index + all.indexOf(name, all.search(/["']/) + 1);
    const paths = snippets.map((folder) => (folder === '' ? name : `${folder}/${name}`));
    return { paths, range: [start, start + name.length] };
  });
  return { files, isOpen: MORE.test(text.replace(SNIPPET, '')), ids: idsIn(text, attributes) };
}

/** Ids that Python-Markdown and pymdownx may make of lines in which CommonMark sees no heading. */
function idsIn(text: string, hasAttributes: boolean): ReadonlySet<string> {
  const ids = new Set<string>();
  const seen = new Map<string, number>();
  for (const pattern of [HEADING, UNDERLINED, TAB])
    for (const [, words = ''] of text.matchAll(pattern)) {
      const shown = words
        .replace(/&nbsp;/g, ' ')
        .replace(SILENT, '')
        .replace(hasAttributes ? ATTRIBUTES : '', '');
      for (const slug of new Set([pythonSlug(shown), pythonSlug(shown.replace(EMOJI, ''))])) {
        const number = seen.get(slug) ?? 0;
        seen.set(slug, number + 1);
        ids.add(number === 0 ? slug : numberedByUnderscore(slug, number));
      }
    }
  for (const [attributes] of text.matchAll(hasAttributes ? ATTRIBUTES : BLOCK_ATTRIBUTES)) {
    const id = ID.exec(attributes)?.[1];
    if (id !== undefined) ids.add(id);
  }
  for (const [, label] of text.matchAll(FOOTNOTE))
    for (const kind of ['fn', 'fnref', 'fnref2', 'fnref3']) ids.add(`${kind}:${label}`);
  return ids;
}
