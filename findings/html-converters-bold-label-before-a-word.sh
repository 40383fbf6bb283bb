#!/usr/bin/env bash
# Three converters of HTML to Markdown turn a bold label into plain text with asterisks where a word follows without a space.
#
# Editors of wikis keep the space outside of what is bold, or leave it out: `<b>Reports to:</b>CEO`. Written as `**Reports to:**CEO`, the
# second `**` stands between a colon and a letter, where CommonMark (0.31.2, 6.2) lets none close. turndown 7.2.5, node-html-markdown 2.0.0 and
# html-to-md 0.8.8 write that, so that a page shows the asterisks and has no label that a reader or a program could find. rehype-remark 10.0.1
# writes the letter as a character reference, and the label stays bold.
#
# Seen with Node 20.20.2, micromark 4.0.2.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm pkg set type=module >/dev/null
npm install --silent --no-audit --no-fund --save-exact turndown@7.2.5 node-html-markdown@2.0.0 html-to-md@0.8.8 unified@11.0.5 \
  rehype-parse@9.0.1 rehype-remark@10.0.1 remark-stringify@11.0.0 micromark@4.0.2
cat >run.js <<'JS'
import assert from 'node:assert/strict';
import htmlToMd from 'html-to-md';
import { micromark } from 'micromark';
import htmlMarkdown from 'node-html-markdown';
import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import remarkStringify from 'remark-stringify';
import Turndown from 'turndown';
import { unified } from 'unified';

const html = '<p><b>Reports to:</b>CEO</p>';
const rehype = unified().use(rehypeParse, { fragment: true }).use(rehypeRemark).use(remarkStringify);
const markdown = {
  turndown: new Turndown().turndown(html),
  'node-html-markdown': htmlMarkdown.NodeHtmlMarkdown.translate(html),
  'html-to-md': (htmlToMd.default ?? htmlToMd)(html),
  'rehype-remark': String(await rehype.process(html)),
};
const built = Object.fromEntries(Object.entries(markdown).map(([name, text]) => [name, micromark(text).trim()]));
console.log(markdown, built);
const asterisks = '<p>**Reports to:**CEO</p>';
assert.deepEqual(built, {
  turndown: asterisks,
  'node-html-markdown': asterisks,
  'html-to-md': asterisks,
  'rehype-remark': '<p><strong>Reports to:</strong>CEO</p>',
});
console.log('As stated.');
JS
node run.js
