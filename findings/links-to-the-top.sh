#!/usr/bin/env bash
# Of five checkers of links three call `#top` dead, which every browser follows to the top of the page.
#
# The HTML Standard ("select the indicated part") names the fragment `top`, in any letter case, as the top of the document, and the
# empty one too; "back to the top" below long handbook pages is written so. rumdl 0.2.75 and linkinator 7.6.1 look for an id `top`,
# markdown-link-check 3.15.0 for a heading, and wants one for a bare `#` as well. markdownlint 0.40.0 and @eslint/markdown 8.0.3 know
# the word, so rumdl's MD051 differs from the rule whose name it has.
#
# Seen with Node 20.20.2.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact rumdl@0.2.75 linkinator@7.6.1 markdown-link-check@3.15.0
npm install --silent --no-audit --no-fund --save-exact markdownlint-cli2@0.22.1 eslint@10.15.0 @eslint/markdown@8.0.3
printf '# Pay\n\n## Dates\n\n[dates](#dates)\n\n[up](#top)\n' >page.md
echo '{"default":false,"MD051":true}' >.markdownlint.json
cat >eslint.config.mjs <<'JS'
import markdown from '@eslint/markdown';

const rules = { 'markdown/no-missing-link-fragments': 'error' };
export default [{ files: ['*.md'], plugins: { markdown }, language: 'markdown/gfm', rules }];
JS
bin=$PWD/node_modules/.bin
refuses() {
  said=$("$@" 2>&1) && return 1
  grep '#top' <<<"$said"
}
refuses "$bin/rumdl" check --no-cache --no-config --enable MD051 page.md
refuses "$bin/linkinator" page.md --markdown --check-fragments --verbosity error
refuses "$bin/markdown-link-check" page.md
"$bin/markdownlint-cli2" page.md 2>&1 | tail -1
"$bin/eslint" page.md
echo 'As stated.'
