#!/usr/bin/env bash
# turndown-plugin-gfm 1.0.2 makes a Markdown table in which cells vanish: it forgets merged cells, and leaves bars as they are.
#
# Career frameworks come out of wikis and word processors as HTML with merged heads ("Senior" above two columns) and end up as
# Markdown through this plugin. A head of two merged cells becomes one column; the rows keep theirs, and GFM drops the cells of a
# row that are more than the head has, so the last level is not on the built page at all. A bar in a cell (`Go|Rust`) starts a new
# cell. The fork @joplin/turndown-plugin-gfm 1.0.68 leaves a table with merged cells as HTML, where nothing is lost.
#
# Seen with Node 20.20.2, turndown 7.2.4 and remark-gfm 4.0.1: of the cells `Skill, Senior / Plan, weeks, months` "months" is not
# shown.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact turndown@7.2.4 turndown-plugin-gfm@1.0.2 unified@11.0.5 remark-parse@11.0.0
npm install --silent --no-audit --no-fund --save-exact remark-gfm@4.0.1 remark-rehype@11.1.2 rehype-stringify@10.0.1
cat >convert.mjs <<'JS'
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import Turndown from 'turndown';
import plugin from 'turndown-plugin-gfm';
import { unified } from 'unified';

const head = '<tr><th>Skill</th><th colspan="2">Senior</th></tr>';
const turndown = new Turndown();
turndown.use(plugin.gfm);
const markdown = turndown.turndown(`<table>${head}<tr><td>Plan</td><td>weeks</td><td>months</td></tr></table>`);
console.log(markdown);
const page = unified().use(remarkParse).use(remarkGfm).use(remarkRehype).use(rehypeStringify);
console.log([...String(page.processSync(markdown)).matchAll(/<t[hd]>([^<]*)/g)].map((cell) => cell[1]).join(', '));
console.log(turndown.turndown('<table><tr><th>Skill</th></tr><tr><td>Go|Rust</td></tr></table>'));
JS
said=$(node convert.mjs)
printf '%s\n' "$said"
grep -qx '| Plan | weeks | months |' <<<"$said"
grep -qx 'Skill, Senior, Plan, weeks' <<<"$said"
grep -qxF '| Go|Rust |' <<<"$said"
echo 'As stated.'
