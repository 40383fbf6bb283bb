#!/usr/bin/env bash
# Three converters of HTML to Markdown end a heading at its `<br>`, and what follows the break becomes a paragraph.
#
# Wikis and word processors break long titles by hand: "Director,<br>Engineering". An ATX heading is one line (CommonMark 0.31.2, 4.2), so
# that turndown 7.2.5, node-html-markdown 2.0.0 and html-to-md 0.8.8, which write the break as two spaces and a new line, leave the second
# half outside. The heading gets another id, and whoever looks for the section by its name no longer finds it. rehype-remark 10.0.1
# underlines such a heading, which may have several lines, and loses nothing.
#
# Seen with Node 20.20.2, micromark 4.0.2: "Director," is the heading of three, and of the fourth both lines.
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

const html = '<h2>Director,<br>Engineering</h2><p>Leads.</p>';
const rehype = unified().use(rehypeParse, { fragment: true }).use(rehypeRemark).use(remarkStringify);
const markdown = {
  turndown: new Turndown({ headingStyle: 'atx' }).turndown(html),
  'node-html-markdown': htmlMarkdown.NodeHtmlMarkdown.translate(html),
  'html-to-md': (htmlToMd.default ?? htmlToMd)(html),
  'rehype-remark': String(await rehype.process(html)),
};
const headings = Object.entries(markdown).map(([name, text]) => {
  const [, heading] = /<h2>(.*?)<\/h2>/s.exec(micromark(text)) ?? [];
  return [name, heading];
});
console.log(headings);
assert.deepEqual(Object.fromEntries(headings), {
  turndown: 'Director,',
  'node-html-markdown': 'Director,',
  'html-to-md': 'Director,',
  'rehype-remark': 'Director,<br />\nEngineering',
});
console.log('As stated.');
JS
node run.js
