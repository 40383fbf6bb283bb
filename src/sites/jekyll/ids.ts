import { folderOf, joinInside } from '../../files/paths.ts';
import { type HeadingIds, type PageParts, type PartCall, usualIds } from '../../model/heading-ids.ts';
import { isPlainHeading } from '../original-markdown/raw-blocks.ts';
import { isBare, isUnsure, ownId, withoutDashes, writtenWords } from '../original-markdown/written-words.ts';
import { ATTRIBUTES, idsIn, isNamedByList } from './attribute-lists.ts';
import type { JekyllSettings } from './config.ts';

/** `{% include part.md %}` */
const INCLUDE = /\{%-?[ \t]*include[ \t]+([\w./-]+\.(?:md|markdown))[ \t]*-?%\}/dg;
/** Includes with parameters, and of other files than Markdown: `{% include note.html type="tip" %}` */
const OTHER = /\{%-?[ \t]*include[ \t]+([\w./-]+)(?:[ \t]+[^%{}]{1,500}|(?<!\.md|\.markdown)[ \t]*)-?%\}/dg;
const BESIDE = /\{%-?[ \t]*include_relative[ \t]+([\w./-]+)[^%{}]{0,500}-?%\}/dg;
/** What prints no more than a word, or nothing by itself. */
const PLAIN = [
  /\{\{-?[ \t]?(?:site\.(?:baseurl|url|title|time|name)|page\.(?:title|url|date|path|name|slug|id)|["'][^"'{}]{0,300}["'])(?:[ \t]?\|[ \t]?(?:relative_url|absolute_url|escape|upcase|downcase|capitalize|strip|date:[ \t]?["'][^"'{}]{0,60}["'])){0,5}[ \t]?-?\}\}/g,
  /\{%-?[ \t]{0,9}(?:link|post_url|if|elsif|else|endif|unless|endunless|case|when|endcase|assign|raw|endraw|comment|endcomment|highlight|endhighlight)\b[^%{}]{0,500}%\}/g,
];
/** Liquid that is left may bring ids, and so may options. */
const MORE = /\{[%{:]/;
/** How kramdown 2.5 makes ids of headings when it reads GitHub's Markdown, after it has set dashes and quotes. */
export function idsOf({
  layoutIds,
  includes,
  idPrefix,
}: Pick<JekyllSettings, 'layoutIds' | 'includes' | 'idPrefix'>): HeadingIds {
  const [folder = '_includes'] = includes;
  const around = new Set(layoutIds);
  const idOf = (slug: string) => (idPrefix === null ? '' : idPrefix + slug);
  return {
    ...usualIds,
    hasAttributes: true,
    slugOf: ({ text: shown, range, textRange }, { text }) => {
      if (isNamedByList(text, range)) return '';
      const words = text.slice(...textRange);
      return idOf(slugOf(isBare(words) ? writtenWords(words) : withoutDashes(shown)));
    },
    isShown: (heading, { text }) => isPlainHeading(heading, text, true),
    partsOf: (text, path) => partsOf(text, path, around, folder, idOf),
  };
}

function slugOf(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{Nd}\p{Pc}\- \t]/gu, '')
    .replace(/[ \t]/g, '-');
}

/** A heading as it is written, gaps between its words included. */
const HEADING = /^[ \t>]{0,100}#{1,6}[ \t](.*)$/gm;
/** A heading by the line below it, in an item of a list as well: `1. Sail` above `---`. */
const UNDERLINED = /^(?:[ \t>]{0,100}(?:\d{1,9}\.|[-+*])[ \t]{1,9}|[ \t>]{1,100})?(?=[^\s>])(.*)\n[=-]+[ \t]*$/gm;
const FOOTNOTE = /\[\^([^\]\s]{1,200})\]/g;

function partsOf(
  text: string,
  path: string,
  around: ReadonlySet<string>,
  includes: string,
  idOf: (slug: string) => string,
): PageParts {
  const callOf = ({ 0: all, 1: name = '', index }: RegExpExecArray, below: string): PartCall => {
    const start = index + all.indexOf(name, all.indexOf('include') + 7);
    return { paths: [joinInside(below, name) ?? []].flat(), range: [start, start + name.length] };
  };
  const files = [...text.matchAll(INCLUDE)].map((call) => callOf(call, includes));
  const beside = folderOf(path);
  const others = [
    ...[...text.matchAll(OTHER)].map((call) => callOf(call, includes)),
    ...[...text.matchAll(BESIDE)].map((call) => callOf(call, beside)),
  ];
  const headings = [HEADING, UNDERLINED]
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .sort((a, b) => a.index - b.index)
    .map(({ index, 0: all, 1: words = '' }) => ({ words, range: [index, index + all.length] as const }));
  const lists = [...text.matchAll(ATTRIBUTES)].map(([, list = '']) => list);
  const given = headings.flatMap(({ words }) => ownId(words) ?? []);
  const unnamed = headings.filter(({ words, range }) => ownId(words) === undefined && !isNamedByList(text, range));
  const made = numbered(unnamed.map(({ words }) => slugOf(writtenWords(words)))).map(idOf);
  const own = new Set([...made, ...given, ...lists.flatMap(idsIn)]);
  const ids = new Set([...around, ...own]);
  // The links of a table of contents have ids as well.
  if (lists.some((list) => /\btoc\b/.test(list)))
    for (const id of [...own].map((each) => `-${each}`).concat('')) ids.add(`markdown-toc${id}`);
  for (const [, label] of text.matchAll(FOOTNOTE)) for (const kind of ['fn', 'fnref']) ids.add(`${kind}:${label}`);
  const rest = [INCLUDE, ATTRIBUTES, ...PLAIN].reduce((left, pattern) => left.replace(pattern, ''), text);
  return { files, others, isOpen: MORE.test(rest) || headings.some(({ words }) => isUnsure(words)), ids };
}

/** All slugs, the second of a kind as `x-1`. */
function numbered(slugs: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  return slugs.map((slug) => {
    const count = counts.get(slug) ?? 0;
    counts.set(slug, count + 1);
    return count === 0 ? slug : `${slug}-${count}`;
  });
}
