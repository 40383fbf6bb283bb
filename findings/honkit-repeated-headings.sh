#!/usr/bin/env bash
# HonKit 6.1.7 gives one id to all headings of the same words, so that a second "Team" on a page cannot be linked.
#
# On GitHub, where most such books are edited and read too, the second heading "Team" is `#team-1`; markdownlint 0.40.0 wants that
# form and accepts it. HonKit makes its ids by the same rules otherwise (`A & B` is `a--b`), but counts no repeats: both headings get
# `id="team"`, which is invalid HTML, and a link to `#team-1` leads to the top of the page. The build says nothing.
#
# Seen with Node 20.20.2: `id="team"` twice, and no `team-1`.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm pkg set type=module >/dev/null
npm install --silent --no-audit --no-fund --save-exact honkit@6.1.7 markdownlint@0.40.0
mkdir book
printf '# Summary\n\n- [Home](README.md)\n' >book/SUMMARY.md
printf '# Home\n\n[a](#team) [b](#team-1) [c](#a--b)\n\n## Team\n\nText\n\n## A & B\n\nText\n\n## Team\n\nText\n' >book/README.md
node_modules/.bin/honkit build book >log 2>&1
said=$(grep -o '<h2 id="[^"]*"' book/_book/index.html)
printf '%s\n' "$said"
[ "$said" = "$(printf '<h2 id="team"\n<h2 id="a--b"\n<h2 id="team"')" ]
grep -q 'href="#team-1"' book/_book/index.html
if grep -qi 'warn' log; then exit 1; fi
cat >lint.js <<'JS'
import { readFileSync } from 'node:fs';
import { lint } from 'markdownlint/sync';
const page = readFileSync('book/README.md', 'utf8');
console.log(lint({ strings: { page }, config: { default: false, MD051: true } }).page.length);
JS
[ "$(node lint.js)" = 0 ]
echo 'As stated.'
