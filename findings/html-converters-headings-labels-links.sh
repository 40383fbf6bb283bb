#!/usr/bin/env bash
# Converters of HTML to Markdown end a heading at its `<br>`, turn a bold label into asterisks, and write links that are none.
#
# turndown 7.2.5, node-html-markdown 2.0.0 and html-to-md 0.8.8 against rehype-remark 10.0.1, on what wikis and word processors write; the
# Markdown is read again by micromark 4.0.2 (CommonMark 0.31.2).
# - "Director,<br>Engineering": an ATX heading is one line (4.2), so that three of them leave its second half outside as a paragraph, and the
#   heading gets another id. rehype-remark underlines it, which allows several lines.
# - `<b>Reports to:</b>CEO`: between a colon and a letter no `**` closes (6.2), so that three of them show asterisks and no label. rehype-remark
#   writes the letter as a character reference.
# - `href="/pay scale.html"`: needs angle brackets or `%20` (6.3). node-html-markdown and html-to-md write `[Pay](/pay scale.html)`, which is
#   text, and which no checker of links sees. node-html-markdown encodes underscores instead, and numbers a list from 1 whatever its `start`.
#
# Seen with Node 20.20.2.
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

const { translate } = htmlMarkdown.NodeHtmlMarkdown;
const rehype = unified().use(rehypeParse, { fragment: true }).use(rehypeRemark).use(remarkStringify);
const convert = {
  turndown: (html) => new Turndown({ headingStyle: 'atx' }).turndown(html),
  'node-html-markdown': translate,
  'html-to-md': htmlToMd.default ?? htmlToMd,
  'rehype-remark': async (html) => String(await rehype.process(html)),
};
async function built(html) {
  const all = Object.entries(convert).map(async ([name, to]) => [name, micromark(await to(html)).trim()]);
  const pages = Object.fromEntries(await Promise.all(all));
  console.log(html, pages);
  return pages;
}

const headings = await built('<h2>Director,<br>Engineering</h2>');
const half = '<h2>Director,</h2>\n<p>Engineering</p>';
assert.deepEqual(headings, {
  turndown: half,
  'node-html-markdown': half,
  'html-to-md': half,
  'rehype-remark': '<h2>Director,<br />\nEngineering</h2>',
});
const labels = await built('<p><b>Reports to:</b>CEO</p>');
const asterisks = '<p>**Reports to:**CEO</p>';
assert.deepEqual(labels, {
  turndown: asterisks,
  'node-html-markdown': asterisks,
  'html-to-md': asterisks,
  'rehype-remark': '<p><strong>Reports to:</strong>CEO</p>',
});
const links = await built('<p><a href="/pay scale.html">Pay</a></p>');
const link = '<p><a href="/pay%20scale.html">Pay</a></p>';
const text = '<p>[Pay](/pay scale.html)</p>';
assert.deepEqual(links, { turndown: link, 'node-html-markdown': text, 'html-to-md': text, 'rehype-remark': link });
const others = [translate('<a href="/pay_scale">Pay</a>'), translate('<ol start="3"><li>Sign</li></ol>')];
console.log(others);
assert.deepEqual(others, ['[Pay](/pay%5Fscale)', '1. Sign']);
console.log('As stated.');
JS
node run.js
