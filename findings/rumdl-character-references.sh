#!/usr/bin/env bash
# rumdl 0.2.75 makes the id of a heading with a character reference from the letters of the reference.
#
# `## R&amp;D budget` shows "R&D budget", and its id on GitHub is `rd-budget`, as github-slugger 2.0.0 says of the shown words.
# MD051 of rumdl keeps the letters between `&` and `;`: it calls `#rd-budget` dead and takes `#rampd-budget`, at which no page has
# anything. Editors that write HTML-safe Markdown put `&amp;` and `&lt;` into headings. markdownlint 0.40.0, whose rule of that name
# it follows, has both the other way round.
#
# Seen with Node 20.20.2 (the package brings its program for Linux x64).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact rumdl@0.2.75 github-slugger@2.0.0 markdownlint-cli2@0.22.1
printf '# A\n\n## R&amp;D budget\n\n[shown](#rd-budget)\n\n[source](#rampd-budget)\n' >page.md
echo '{"default":false,"MD051":true}' >.markdownlint.json
node --input-type=module -e "import { slug } from 'github-slugger'; console.log(slug('R&D budget'))" | tee slug
rumdl=$({ node_modules/.bin/rumdl check --no-cache --no-config --enable MD051 page.md || true; } 2>&1 | grep MD051)
peer=$({ node_modules/.bin/markdownlint-cli2 page.md || true; } 2>&1 | grep MD051)
printf '%s\n' "$rumdl" "$peer"
grep -qx 'rd-budget' slug
grep -q "page.md:5:1.*'#rd-budget'" <<<"$rumdl" && ! grep -q rampd <<<"$rumdl"
grep -q '^page.md:7.*#rampd-budget' <<<"$peer" && ! grep -q '#rd-budget' <<<"$peer"
echo 'As stated.'
