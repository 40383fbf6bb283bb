#!/usr/bin/env bash
# @kreuzberg/html-to-markdown-node 3.7.2 writes the points below a numbered step so that they are no longer a part of it.
#
# What belongs to an item of a list is indented to where its text begins (CommonMark 0.31.2, 5.2): by three columns for `1. `. The
# package indents a list by two, and the code of a step not at all. Read again, steps and points are lists of their own, side by side,
# and a command ends the list of steps. turndown 7.2.4 keeps both in their step. In the cell of a table the items of a list become one
# word, and two competencies one: "Leads interviewsTrains others".
#
# Seen with Node 20.20.2 and rehype-stringify 10.0.1 (the package brings its program for Linux x64).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact @kreuzberg/html-to-markdown-node@3.7.2 turndown@7.2.4 unified@11.0.5 \
  remark-parse@11.0.0 remark-rehype@11.1.2 rehype-stringify@10.0.1
cat >convert.mjs <<'JS'
import converter from '@kreuzberg/html-to-markdown-node';
import rehypeStringify from 'rehype-stringify';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import Turndown from 'turndown';
import { unified } from 'unified';

const page = unified().use(remarkParse).use(remarkRehype).use(rehypeStringify);
const tags = (markdown) => String(page.processSync(markdown)).match(/<\/?(ol|ul|pre)/g).join(' ').replaceAll('<', '');
const points = '<ol><li>Ask<ul><li>your lead</li><li>people ops</li></ul></li><li>Write it down</li></ol>';
const command = '<ol><li><p>Check</p><pre><code>make</code></pre></li><li><p>Send</p></li></ol>';
for (const html of [points, command]) {
  console.log(tags(converter.convert(html).content));
  console.log(tags(new Turndown().turndown(html)));
}
const cell = '<ul><li>Leads interviews</li><li>Trains others</li></ul>';
console.log(converter.convert(`<table><tr><th>Senior</th></tr><tr><td>${cell}</td></tr></table>`).content.trim().split('\n').at(-1));
JS
node convert.mjs | tee said
diff said - <<'SAID'
ol /ol ul /ul ol /ol
ol ul /ul /ol
ol /ol pre /pre ol /ol
ol pre /pre /ol
| Leads interviewsTrains others |
SAID
echo 'As stated.'
