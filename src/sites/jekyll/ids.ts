import { folderOf, joinInside } from '../../files/paths.ts';
import { type HeadingIds, type PageParts, type PartCall, usualIds } from '../../model/site-model.ts';
import { isPlainHeading } from '../original-markdown/headings.ts';
import type { JekyllSettings } from './config.ts';

/** `{% include part.md %}` */
const INCLUDE = /\{%-?[ \t]*include[ \t]+([\w./-]+\.(?:md|markdown))[ \t]*-?%\}/dg;
/** Includes with parameters, and of other files than Markdown: `{% include note.html type="tip" %}` */
const OTHER = /\{%-?[ \t]*include[ \t]+([\w./-]+)(?:[ \t]+[^%{}]{1,500}|(?<!\.md|\.markdown)[ \t]*)-?%\}/dg;
const BESIDE = /\{%-?[ \t]*include_relative[ \t]+([\w./-]+)[^%{}]{0,500}-?%\}/dg;
/** What prints no more than a word. */
const PLAIN =
  /\{%-?\s*(?:link|post_url)\s[^%]*%\}|\{\{-?\s*(?:site\.(?:baseurl|url|title)|page\.(?:title|url)|["'][^"'}]*["']\s*\|\s*(?:relative|absolute)_url)\s*-?\}\}/g;
/** Liquid and attribute lists may bring ids; dashes in code stay, others do not. */
const MORE = /\{[%{:]|^#{1,6} [^`\n]{0,300}`[^`\n]{0,300}--/m;

/** How kramdown 2.5 makes ids of headings when it reads GitHub's Markdown, after it has set dashes and quotes. */
export function idsOf({ layoutIds, includes }: Pick<JekyllSettings, 'layoutIds' | 'includes'>): HeadingIds {
  const [folder = '_includes'] = includes;
  const around = new Set(layoutIds);
  return {
    ...usualIds,
    hasAttributes: true,
    slugOf: ({ text }) => kramdownSlug(text),
    isShown: (heading, text) => isPlainHeading(heading, text, true),
    partsOf: (text, path) => partsOf(text, path, around, folder),
  };
}

function kramdownSlug(words: string): string {
  return slugOf(words.replace(/-{2,3}/g, ''));
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
/** What shows none of its own words in an id: images, addresses of links, tags. */
const SILENT =
  /!\[[^\]\n]{0,200}\](?:\([^)\n]{0,200}\)|\[[^\]\n]{0,200}\])|\]\([^)\n]{0,200}\)|<[^<>\n]{0,200}>|\{[:#][^{}\n]{0,200}\}[ \t]*$/g;
const FOOTNOTE = /\[\^([^\]\s]{1,200})\]/g;

function partsOf(text: string, path: string, around: ReadonlySet<string>, includes: string): PageParts {
  const callOf = ({ 1: name = '', indices }: RegExpExecArray, below: string): PartCall => {
    const path = joinInside(below, name);
    return { paths: path === null ? [] : [path], range: indices![1]! };
  };
  const files = [...text.matchAll(INCLUDE)].map((call) => callOf(call, includes));
  const beside = folderOf(path);
  const others = [
    ...[...text.matchAll(OTHER)].map((call) => callOf(call, includes)),
    ...[...text.matchAll(BESIDE)].map((call) => callOf(call, beside)),
  ];
  const ids = new Set(around);
  for (const pattern of [HEADING, UNDERLINED])
    for (const [, words = ''] of text.matchAll(pattern)) {
      const shown = words.replace(SILENT, '').trim();
      ids.add(kramdownSlug(shown));
      const parts = shown.split('`').map((part, index) => (index % 2 === 0 ? kramdownSlug(part) : slugOf(part)));
      ids.add(parts.join(''));
    }
  for (const [, label] of text.matchAll(FOOTNOTE)) for (const kind of ['fn', 'fnref']) ids.add(`${kind}:${label}`);
  return { files, others, isOpen: MORE.test(text.replace(INCLUDE, '').replace(PLAIN, '')), ids };
}
