#!/usr/bin/env bash
# Three checkers of links take a footnote of one word for a link, and call it dead.
#
# `Paid leave.[^1]` with `[^1]: Yes.` below is a footnote on GitHub, GitLab, Hugo, Docusaurus and in remark-gfm. A parser that
# knows CommonMark alone reads a reference and its definition, with `Yes.` for the destination. linkinator 7.6.1 and
# markdown-link-check 3.15.0 parse so, and markdownlint-rule-relative-links 3.0.0 does, although markdownlint itself, in which it
# runs, knows footnotes. A note of two words is no definition and passes, so the alarm comes and goes with the wording: dates,
# "Required.", names.
#
# Seen with Node 20.20.2 and markdownlint-cli2 0.22.1: `[^1]: Yes.` is reported by each of the three, `[^2]: Since May.` by none.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact linkinator@7.6.1 markdown-link-check@3.15.0
npm install --silent --no-audit --no-fund --save-exact markdownlint-rule-relative-links@3.0.0 markdownlint-cli2@0.22.1
printf '# Leave\n\nPaid.[^1] Counted.[^2]\n\n[^1]: Yes.\n\n[^2]: Since May.\n' >page.md
echo '{"customRules":["markdownlint-rule-relative-links"],"config":{"default":false,"relative-links":true}}' >.markdownlint-cli2.jsonc
said=$(
  { node_modules/.bin/linkinator page.md --markdown --verbosity error || true; } 2>&1 | grep -o '^ *\[404\] .*' | sort -u
  { node_modules/.bin/markdown-link-check page.md || true; } 2>&1 | grep -o '✖\] [^ ]*$' | sort -u
  { node_modules/.bin/markdownlint-cli2 page.md || true; } 2>&1 | grep -o '\["[^"]*" should exist[^]]*\]'
)
printf '%s\n' "$said"
[ "$(grep -c 'Yes\.' <<<"$said")" -ge 3 ]
if grep -qE 'Since|May' <<<"$said"; then exit 1; fi
echo 'As stated.'
