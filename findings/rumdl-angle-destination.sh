#!/usr/bin/env bash
# rumdl 0.2.75 takes a link's destination in angle brackets for inline HTML when it begins like the name of a short HTML tag.
#
# `[text](<b c.md>)` is how CommonMark writes a destination with a space in it. MD033, which forbids raw HTML, reports `<b c.md>` and
# `<b>` there, since `b` is a tag, but neither `<bold.md>` nor `<page two.md>`. Whoever keeps files of short names with spaces
# ("a guide.md", "s class.md") gets an alarm for each link to them, and no way to write the link that MD033 is content with but `%20`.
#
# Seen with Node 20.20.2: of four destinations in angle brackets two are reported.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact rumdl@0.2.75 commonmark@0.31.2
printf '# Links\n\n[1](<b c.md>)\n[2](<b>)\n[3](<bold.md>)\n[4](<page two.md>)\n' >links.md
said=$(node_modules/.bin/rumdl check --no-cache --enable MD033 --color never links.md 2>&1 | grep -F '[MD033]' || true)
printf '%s\n' "$said"
[ "$said" = "links.md:3:5: [MD033] Inline HTML found: <b c.md>
links.md:4:5: [MD033] Inline HTML found: <b>" ]
# The reference parser of CommonMark finds four links and no raw HTML.
cat >read.cjs <<'JS'
const { readFileSync } = require('node:fs');
const { Parser } = require('commonmark');

const count = { link: 0, html_inline: 0 };
const walker = new Parser().parse(readFileSync('links.md', 'utf8')).walker();
for (let event = walker.next(); event; event = walker.next()) {
  if (event.entering && event.node.type in count) count[event.node.type]++;
}
console.log(JSON.stringify(count));
JS
[ "$(node read.cjs)" = '{"link":4,"html_inline":0}' ]
echo 'As stated.'
