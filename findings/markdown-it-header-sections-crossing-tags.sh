#!/usr/bin/env bash
# markdown-it-header-sections 1.0.0 closes a section inside a block quote that it opened outside, when the quote has a heading.
#
# The plugin wraps each heading and what follows it in <section>. A heading in a block quote (a callout, a quoted policy) ends the
# section around the quote from within it: `<section><blockquote></section><section></section></blockquote>`. The tags cross, and what
# stands below the quote is no longer in the section whose heading is above it.
#
# Seen with Node 20.20.2 and markdown-it 14.3.3.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact markdown-it@14.3.3 markdown-it-header-sections@1.0.0
said=$(node -e "
const html = require('markdown-it')().use(require('markdown-it-header-sections')).render('# Role\n\n## Goals\n\n> ## Note\n\nBelow the note\n');
console.log([...html.matchAll(/<\/?(?:section|blockquote|p)>/g)].map(([tag]) => tag).join(''));
")
printf '%s\n' "$said"
[ "$said" = '<section><section><blockquote></section><section></section></blockquote><p></p></section>' ]
echo 'As stated.'
