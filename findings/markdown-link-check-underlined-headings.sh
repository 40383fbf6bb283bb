#!/usr/bin/env bash
# markdown-link-check 3.15.0 calls every link to an underlined heading dead.
#
# CommonMark 0.31.2 (4.3) has headings that are underlined with `===` or `---`. GitHub gives them ids like all others, and pandoc and
# older editors write them. The checker looks for headings by their hashes alone: on a page where both links work it reports one, and
# exits with 1, so a pipeline stops. markdownlint 0.40.0 finds both headings.
#
# Seen with Node 20.20.2: `#working-hours` is dead, `#holidays` is not.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm pkg set type=module >/dev/null
npm install --silent --no-audit --no-fund --save-exact markdown-link-check@3.15.0 markdownlint@0.40.0
printf 'Working hours\n-------------\n\nText\n\n## Holidays\n\n[a](#working-hours) [b](#holidays)\n' >page.md
if node_modules/.bin/markdown-link-check page.md >said 2>&1; then exit 1; fi
cat said
grep -q '✖.*#working-hours' said
grep -q '✓.*#holidays' said
cat >lint.js <<'JS'
import { readFileSync } from 'node:fs';
import { lint } from 'markdownlint/sync';
const page = readFileSync('page.md', 'utf8');
console.log(lint({ strings: { page }, config: { default: false, MD051: true } }).page.length);
JS
[ "$(node lint.js)" = 0 ]
echo 'As stated.'
