import { type HeadingIds, numberedByHyphen, type PageParts } from '../../model/site-model.ts';
import type { JekyllSettings } from './config.ts';

/** `{% include part.md %}` */
const INCLUDE = /\{%-?[ \t]*include[ \t]+([\w./-]+\.(?:md|markdown))[ \t]*-?%\}/g;
/** What prints no more than a word. */
const PLAIN =
  /\{%-?\s*(?:link|post_url)\s[^%]*%\}|\{\{-?\s*(?:site\.(?:baseurl|url|title)|page\.(?:title|url)|["'][^"'}]*["']\s*\|\s*(?:relative|absolute)_url)\s*-?\}\}/g;
/** Liquid and attribute lists may bring ids; dashes in code stay, others do not. */
const MORE = /\{[%{:]|^#{1,6} [^`\n]{0,300}`[^`\n]{0,300}--/m;

/** How kramdown 2.5 makes ids of headings when it reads GitHub's Markdown, after it has set dashes and quotes. */
export function idsOf({ layoutIds }: Pick<JekyllSettings, 'layoutIds'>): HeadingIds {
  const around = new Set(layoutIds);
  return {
    hasAttributes: true,
    hasShortcodes: false,
    areRead: false,
    slugOf: ({ text }) =>
      text
        .replace(/-{2,3}/g, '')
        .toLowerCase()
        .replace(/[^\p{L}\p{M}\p{Nd}\p{Pc}\- \t]/gu, '')
        .replace(/[ \t]/g, '-'),
    numbered: numberedByHyphen,
    ignoreCase: false,
    partsOf: (text) => partsOf(text, around),
  };
}

function partsOf(text: string, ids: ReadonlySet<string>): PageParts {
  const files = [...text.matchAll(INCLUDE)].map(([, name]) => [`_includes/${name}`]);
  return { files, isOpen: MORE.test(text.replace(INCLUDE, '').replace(PLAIN, '')), ids };
}
