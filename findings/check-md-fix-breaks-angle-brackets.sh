#!/usr/bin/env bash
# check-md 1.0.2 takes a destination in angle brackets for a dead link, and its --fix breaks it.
#
# CommonMark 0.31.2 (6.3, link destination) lets a destination that holds spaces stand in angle brackets. The checker finds
# destinations by a pattern of its own and keeps the brackets as part of the name: the page that is there counts as dead. With --fix
# it then writes the name with its brackets percent-encoded, so the link, which worked, leads to a file called `<two words`.
#
# Seen with Node 20.20.2: before `[c](<two words/c.md>)`, after `[c](%3Ctwo%20words/c.md%3E)`; the same link without brackets,
# `two%20words/c.md`, is called dead as well, and left alone.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact check-md@1.0.2
mkdir -p 'site/two words'
printf '# C\n' >'site/two words/c.md'
printf '[c](<two words/c.md>)\n\n[d](two%%20words/c.md)\n' >site/a.md
npx --no -- check-md --fix --cwd site >said 2>&1 || true
grep -F '2 dead links' said
cat site/a.md
[ "$(cat site/a.md)" = "$(printf '[c](%%3Ctwo%%20words/c.md%%3E)\n\n[d](two%%20words/c.md)')" ]
echo 'As stated.'
