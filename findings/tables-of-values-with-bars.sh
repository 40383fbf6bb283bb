#!/usr/bin/env bash
# Three makers of Markdown tables from data, csv2md 1.1.0, json-to-markdown-table 1.0.0 and markdown-table-ts 1.0.3, write a bar in a
# value as it is, so that the values behind it move into the next column and the last one is gone.
#
# GFM (4.10) ends a cell at each bar without a backslash before it, and drops the cells of a row that are more than the head has. Of a
# skill "Go|Rust" that is asked at level 3 the page shows the skill "Go" and the level "Rust"; the 3 is on the page no more. Each of
# them returns without an error, and what it made is a table. Their documentation does not say that values must be escaped.
#
# Seen with Node 20.20.2; read with remark-gfm 4.0.1, which with remark-stringify 11.0.0 writes `Go\|Rust`.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact csv2md@1.1.0 json-to-markdown-table@1.0.0 markdown-table-ts@1.0.3 \
  unified@11.0.5 remark-parse@11.0.0 remark-stringify@11.0.0 remark-gfm@4.0.1 mdast-util-to-string@4.0.0
cat >tables.mjs <<'JS'
import { Csv2md } from 'csv2md';
import jsonToTable from 'json-to-markdown-table/app.js';
import { getMarkdownTable } from 'markdown-table-ts';
import { toString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';

const gfm = unified().use(remarkParse).use(remarkGfm).use(remarkStringify);
const cells = (markdown) => gfm.parse(markdown).children[0].children[1].children.slice(0, 2).map((cell) => toString(cell));
const node = (type, children) => ({ type, children });
const row = (...values) => node('tableRow', values.map((value) => node('tableCell', [{ type: 'text', value }])));
const made = {
  csv2md: await new Csv2md({ pretty: true }).convert('skill,level\nGo|Rust,3\n'),
  'json-to-markdown-table': jsonToTable([{ skill: 'Go|Rust', level: '3' }], ['skill', 'level']),
  'markdown-table-ts': getMarkdownTable({ table: { head: ['skill', 'level'], body: [['Go|Rust', '3']] } }),
  'remark-gfm': gfm.stringify(node('root', [node('table', [row('skill', 'level'), row('Go|Rust', '3')])])),
};
for (const [name, markdown] of Object.entries(made)) console.log(name, cells(markdown));
JS
node tables.mjs | tee said
diff said - <<'SAID'
csv2md [ 'Go', 'Rust' ]
json-to-markdown-table [ 'Go', 'Rust' ]
markdown-table-ts [ 'Go', 'Rust' ]
remark-gfm [ 'Go|Rust', '3' ]
SAID
echo 'As stated.'
