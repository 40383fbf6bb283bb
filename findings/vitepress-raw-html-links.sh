#!/usr/bin/env bash
# VitePress 1.6.4 stops for a dead link in Markdown and builds the same link in raw HTML as it stands, `.md` and all.
#
# `[b](./b.md)` becomes `./b.html`. `<a href="./b.md">`, which a table cell or a card of a start page needs, is not rewritten: on the built
# site it leads to a file that is not there, although the page is. The check for dead links looks at neither it nor at
# `<a href="./gone.md">`, so the build ends well. On GitHub, where the same files are read, the first of them works.
#
# Seen with Node 20.20.2: hrefs `./b.html`, `./b.md` and `./gone.md`, exit code 0; with `[x](./gone.md)` the build fails.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm pkg set type=module >/dev/null
npm install --silent --no-audit --no-fund --save-exact vitepress@1.6.4
mkdir docs
printf '# B\n' >docs/b.md
printf '# Home\n\n[1](./b.md) <a href="./b.md">2</a> <a href="./gone.md">3</a>\n' >docs/index.md
node_modules/.bin/vitepress build docs >log 2>&1
said=$(grep -o '<a href="\./[^"]*"' docs/.vitepress/dist/index.html | tr '\n' ' ')
printf '%s\n' "$said"
[ "$said" = '<a href="./b.html" <a href="./b.md" <a href="./gone.md" ' ]
printf '\n[x](./gone.md)\n' >>docs/index.md
if node_modules/.bin/vitepress build docs >log 2>&1; then exit 1; fi
grep -q 'dead link ./gone' log
echo 'As stated.'
