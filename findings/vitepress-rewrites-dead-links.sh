#!/usr/bin/env bash
# VitePress 1.6.4 lets links to a rewritten page's file pass its dead-link check, and builds them as links to a page that is not there.
#
# With `rewrites: { 'guide/b.md': 'new/b.md' }` the page is built as new/b.html. A link `./guide/b.md` names the file as it lies in the
# repository, where editors complete it and other checkers want it; the check that stops a build for `./gone.md` takes it as good, yet
# the link becomes `./guide/b.html`. Only `./new/b.md`, a path that no file has, leads to the page.
#
# Seen with Node 20.20.2: the build ends well; of `./guide/b.html` and `./new/b.html` only the second is built.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm pkg set type=module >/dev/null
npm install --silent --no-audit --no-fund --save-exact vitepress@1.6.4
mkdir -p site/.vitepress site/guide
printf '# Home\n\n[1](./guide/b.md) [2](./new/b.md)\n' >site/index.md
printf '# B\n' >site/guide/b.md
printf "export default { rewrites: { 'guide/b.md': 'new/b.md' } };\n" >site/.vitepress/config.js
build() { node_modules/.bin/vitepress build site >log 2>&1; }
build
cd site/.vitepress/dist
said=$(grep -o 'href="\./[a-z]*/b\.html"' index.html | tr '\n' ' ')
printf '%s\n' "$said"
[ "$said" = 'href="./guide/b.html" href="./new/b.html" ' ]
[ ! -e guide/b.html ] && [ -e new/b.html ]
# The check is at work: a link to no file at all stops the build.
cd "$work"
printf '# Home\n\n[1](./gone.md)\n' >site/index.md
if build; then exit 1; fi
grep -q 'Found dead link ./gone in file index.md' log
echo 'As stated.'
