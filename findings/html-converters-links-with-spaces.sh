#!/usr/bin/env bash
# Two converters of HTML to Markdown write a link with a space in its address so that it is no link any more.
#
# Wikis name pages by their titles, and browsers follow `href="/pay scale.html"`. In Markdown such a destination needs angle brackets or
# `%20` (CommonMark 0.31.2, 6.3). node-html-markdown 2.0.0 and html-to-md 0.8.8 write `[Pay](/pay scale.html)`, which a page shows as it
# stands, and which no checker of links sees, since there is no link. turndown 7.2.5 and rehype-remark 10.0.1 write the angle brackets.
# node-html-markdown does encode underscores, which need nothing, and numbers a list from 1 whatever its `start` says.
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

const html = '<p><a href="/pay scale.html">Pay</a></p>';
const rehype = unified().use(rehypeParse, { fragment: true }).use(rehypeRemark).use(remarkStringify);
const { translate } = htmlMarkdown.NodeHtmlMarkdown;
const markdown = {
  turndown: new Turndown().turndown(html),
  'node-html-markdown': translate(html),
  'html-to-md': (htmlToMd.default ?? htmlToMd)(html),
  'rehype-remark': String(await rehype.process(html)),
};
const built = Object.fromEntries(Object.entries(markdown).map(([name, text]) => [name, micromark(text).trim()]));
console.log(markdown, built);
const link = '<p><a href="/pay%20scale.html">Pay</a></p>';
const text = '<p>[Pay](/pay scale.html)</p>';
assert.deepEqual(built, { turndown: link, 'node-html-markdown': text, 'html-to-md': text, 'rehype-remark': link });
const others = [translate('<a href="/pay_scale">Pay</a>'), translate('<ol start="3"><li>Sign</li></ol>')];
console.log(others);
assert.deepEqual(others, ['[Pay](/pay%5Fscale)', '1. Sign']);
console.log('As stated.');
JS
node run.js
