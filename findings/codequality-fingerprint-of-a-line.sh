#!/usr/bin/env bash
# One line added at the top of a page makes every old finding new for GitLab, by markdownlint-cli2-formatter-codequality 0.0.7.
#
# GitLab compares the Code Quality reports of a merge request's two branches by the fingerprint of each finding, so as to show
# what was introduced and what was resolved. The formatter puts the number of the line into the fingerprint. With an empty line or
# a date added to the front matter, all findings below it are listed as resolved, and the same ones as introduced by that merge
# request; who looks for the one that is really new reads them all.
#
# Seen with Node 20.20.2 and markdownlint-cli2 0.18.1: two findings before, the same two after, no fingerprint in common.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact markdownlint-cli2@0.18.1 markdownlint-cli2-formatter-codequality@0.0.7
cat >.markdownlint-cli2.jsonc <<'JSON'
{ "outputFormatters": [["markdownlint-cli2-formatter-codequality"]], "config": { "default": false, "MD026": true } }
JSON
cat >print.cjs <<'JS'
const findings = JSON.parse(require('node:fs').readFileSync('markdownlint-cli2-codequality.json', 'utf8'));
for (const { fingerprint, location } of findings) console.log(location.lines.begin, fingerprint);
JS
report() {
  node_modules/.bin/markdownlint-cli2 page.md >/dev/null 2>&1 || true
  node print.cjs
}
printf -- '---\ntitle: Pay\n---\n\n## Bands.\n\n## Dates.\n' >page.md
report | tee before
sed -i '2a\date: 2026-01-01' page.md
report | tee after
[ "$(wc -l <before)" = 2 ]
[ "$(wc -l <after)" = 2 ]
[ -z "$(comm -12 <(cut -d' ' -f2 before | sort) <(cut -d' ' -f2 after | sort))" ]
echo 'As stated.'
