#!/usr/bin/env bash
# mdast-util-from-adf 2.1.1 makes one word of two paragraphs in a cell of an Atlassian table, and numbers a list from one that begins at three.
#
# Atlassian's pages keep the text of a cell in paragraphs of its own; a cell with "Leads hiring" and "Owns budget" becomes
# `Leads hiringOwns budget`, which is one competency and not two. An ordered list whose `order` is 3 is written from 1, the title of an
# expand is gone, and a mention that is stored as `@Kim` becomes `@@Kim`.
#
# Seen with Node 20.20.2 and remark-stringify 11.0.0.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact mdast-util-from-adf@2.1.1 remark-gfm@4.0.1 remark-stringify@11.0.0 unified@11.0.5
cat >convert.mjs <<'JS'
import { fromADF } from 'mdast-util-from-adf';
import gfm from 'remark-gfm';
import stringify from 'remark-stringify';
import { unified } from 'unified';
const text = (value) => ({ type: 'paragraph', content: [{ type: 'text', text: value }] });
const row = (type, ...cells) => ({ type: 'tableRow', content: cells.map((content) => ({ type, content })) });
const page = {
  type: 'doc',
  version: 1,
  content: [
    { type: 'table', content: [row('tableHeader', [text('Senior')]), row('tableCell', [text('Leads hiring'), text('Owns budget')])] },
    { type: 'orderedList', attrs: { order: 3 }, content: [{ type: 'listItem', content: [text('Third')] }] },
    { type: 'expand', attrs: { title: 'Pay' }, content: [text('By band')] },
    { type: 'paragraph', content: [{ type: 'mention', attrs: { id: '1', text: '@Kim' } }] },
  ],
};
console.log(unified().use(gfm).use(stringify).stringify(fromADF(page)));
JS
said=$(node convert.mjs)
printf '%s\n' "$said"
grep -q '^| Leads hiringOwns budget |$' <<<"$said"
grep -q '^1\. Third$' <<<"$said"
if grep -q 'Pay' <<<"$said"; then exit 1; fi
grep -q '^@@Kim$' <<<"$said"
echo 'As stated.'
