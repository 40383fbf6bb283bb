#!/usr/bin/env bash
# parse-markdown-table 0.0.6 takes the line below the head for data when it aligns a column, and splits at escaped bars.
#
# GFM (4.10) lets the delimiter row say how a column is aligned: `:-:`. With plain dashes the parser drops that row; with a colon
# the first record of the table is `{ Skill: ':-:', Level: '-' }`. A bar behind a backslash, the only way to write one in a cell,
# ends the cell, keeps the backslash, and moves what follows into the next column, whose own words are dropped.
#
# Seen with Node 20.20.2.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact parse-markdown-table@0.0.6
cat >read.cjs <<'JS'
const { createMarkdownObjectTableSync } = require('parse-markdown-table');

for (const [dashes, cell] of [['-', 'Plan'], [':-:', 'Plan'], ['-', 'Go \\| Rust']]) {
  console.log(JSON.stringify([...createMarkdownObjectTableSync(`| Skill | Level |\n| ${dashes} | - |\n| ${cell} | senior |\n`)]));
}
JS
said=$(node read.cjs)
printf '%s\n' "$said"
[ "$(sed -n 1p <<<"$said")" = '[{"Skill":"Plan","Level":"senior"}]' ]
[ "$(sed -n 2p <<<"$said")" = '[{"Skill":":-:","Level":"-"},{"Skill":"Plan","Level":"senior"}]' ]
[ "$(sed -n 3p <<<"$said")" = '[{"Skill":"Go \\","Level":"Rust"}]' ]
echo 'As stated.'
