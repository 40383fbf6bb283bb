import type { Heading } from '../../markdown/facts.ts';
import { githubSlug } from '../../markdown/headings/slug.ts';
import { isImporting } from '../../markdown/set-aside/set-aside.ts';
import { type HeadingIds, usualIds } from '../../model/heading-ids.ts';
import { mdxParts } from '../mdx-parts.ts';
import { isBare, withoutDashes, writtenWords } from '../original-markdown/written-words.ts';

const rules = {
  harmless: new Set(
    'Aside Badge Card CardGrid Code FileTree Icon LinkButton LinkCard Steps TabItem Tabs Image Picture'.split(' '),
  ),
  packages: /^(?:@astrojs\/starlight\/components$|astro:assets$)/,
  siteFolder: null,
  themeIds: [
    '_top',
    'theme-icons',
    'starlight__search',
    'starlight__sidebar',
    'starlight__mobile-toc',
    'starlight__on-this-page',
    'starlight__on-this-page--mobile',
  ],
};
/** The mark of a footnote, whose number gets into the id. */
const FOOTNOTE = /\[\^[^\]\s]{1,100}\]/;
const NUMBERED = /^#{1,6} .{0,300}\[\^/m;
/** A page of MDX that imports nothing may have tags with Markdown between them, and expressions in headings. */
const JSX = /^[ \t]*<[a-z]|^#{1,6} .{0,300}\{/m;

/** How Astro 7.3 makes ids of headings: github-slugger, after `--` and `---` became dashes; `{#id}` is text. */
export function idsOf(hasDashes: boolean): HeadingIds {
  return {
    ...usualIds,
    hasAttributes: false,
    slugOf: (heading, page) => slugOf(heading, page, hasDashes),
    partsOf: (text, path) => {
      const parts = mdxParts(text, path, rules);
      const isStrange = NUMBERED.test(text) || (path.endsWith('.mdx') && !isImporting(text) && JSX.test(text));
      return { ...parts, isOpen: parts.isOpen || isStrange, ids: new Set([...(parts.ids ?? []), ...tabIds(text)]) };
    },
  };
}

/** The ids of tabs and their panels: `tab-panel-1-0` is the first one of the second `<Tabs>`, in the order of closing tags. */
function tabIds(text: string): readonly string[] {
  const ids: string[] = [];
  const open: number[] = [];
  let sets = 0;
  for (const [, end = '', name] of text.matchAll(/<(\/?)(Tabs|TabItem)\b/g)) {
    if (name === 'Tabs' && end === '') open.push(0);
    else if (name === 'TabItem' && end === '' && open.length > 0) open[open.length - 1]! += 1;
    else if (name === 'Tabs') {
      for (let item = 0; item < (open.at(-1) ?? 0); item += 1)
        ids.push(`tab-${sets}-${item}`, `tab-panel-${sets}-${item}`);
      open.pop();
      sets += 1;
    }
  }
  return ids;
}

function slugOf(heading: Heading, page: { readonly text: string }, hasDashes: boolean): string | null {
  const { slug, text: shown, id, textRange } = heading;
  // Where nothing but words is written, the page's text need not be read for them.
  const words = textRange[1] - textRange[0] === shown.length ? shown : page.text.slice(...textRange);
  if (slug === null || FOOTNOTE.test(words)) return null;
  if (!hasDashes || !words.includes('--')) return slug;
  return githubSlug(isBare(words) ? writtenWords(words, true) : withoutDashes(shown, true), id);
}
