#!/usr/bin/env bash
# rehype-remark 10.0.1 writes a list in a table's cell over several lines, which ends the table there.
#
# Cells of competency matrices hold lists. HTML allows it, GFM has no blocks in cells. The plugin gives the cell a list as its
# child, and remark-stringify with remark-gfm prints the items below each other: the row ends in the middle of the cell, the
# second item becomes a list below the table, and the rows after it are plain text or cells of nothing. Neither package says a
# word; what was one table parses as a table of one row and a list.
#
# Seen with Node 20.20.2 and remark-gfm 4.0.1: two of three items stand outside the table.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact unified@11.0.5 rehype-parse@9.0.1 rehype-remark@10.0.1
npm install --silent --no-audit --no-fund --save-exact remark-gfm@4.0.1 remark-stringify@11.0.0 remark-parse@11.0.0
cat >convert.mjs <<'JS'
import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';

const rows = '<tr><th>Skill</th><th>Senior</th></tr><tr><td>Plan</td><td><ul><li>weeks</li><li>months</li><li>years</li></ul></td></tr>';
const convert = unified().use(rehypeParse, { fragment: true }).use(rehypeRemark).use(remarkGfm).use(remarkStringify);
const markdown = String(convert.processSync(`<table>${rows}</table>`));
console.log(markdown);
console.log(...unified().use(remarkParse).use(remarkGfm).parse(markdown).children.map((node) => node.type));
JS
said=$(node convert.mjs)
printf '%s\n' "$said"
grep -qx '| Plan  | \* weeks' <<<"$said"
grep -qx 'table list' <<<"$said"
echo 'As stated.'
