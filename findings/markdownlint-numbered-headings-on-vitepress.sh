#!/usr/bin/env bash
# For a numbered heading markdownlint 0.40.0 accepts the link that is dead on a VitePress 1.6.4 site, and refuses the one that works.
#
# VitePress puts an underscore before an id that would begin with a digit: `## 1. First step` is `_1-first-step`. The rule MD051 of
# markdownlint knows GitHub's ids alone, has no setting for others, and takes the page's own good link for an error; the form that it
# wants, `#1-first-step`, stays at the top of the built page. VitePress checks no fragments, so nothing tells a team that uses both.
# Numbered steps are what runbooks and onboarding pages are made of.
#
# Seen with Node 20.20.2: the built id is `_1-first-step`; markdownlint reports `[a](#_1-first-step)` and not `[b](#1-first-step)`.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm pkg set type=module >/dev/null
npm install --silent --no-audit --no-fund --save-exact vitepress@1.6.4 markdownlint@0.40.0
mkdir site
printf '# Start\n\n[a](#_1-first-step) [b](#1-first-step)\n\n## 1. First step\n\nText\n' >site/index.md
node_modules/.bin/vitepress build site >log 2>&1
said=$(grep -o '<h2 id="[^"]*"' site/.vitepress/dist/index.html)
printf '%s\n' "$said"
[ "$said" = '<h2 id="_1-first-step"' ]
grep -o 'href="#[^"]*first-step"' site/.vitepress/dist/index.html | sort -u | grep -qx 'href="#1-first-step"'
cat >lint.js <<'JS'
import { readFileSync } from 'node:fs';
import { lint } from 'markdownlint/sync';
const page = readFileSync('site/index.md', 'utf8');
console.log(lint({ strings: { page }, config: { default: false, MD051: true } }).page.map((each) => each.errorContext).join());
JS
said=$(node lint.js)
printf '%s\n' "$said"
[ "$said" = '[a](#_1-first-step)' ]
echo 'As stated.'
