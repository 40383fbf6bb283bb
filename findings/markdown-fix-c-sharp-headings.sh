#!/usr/bin/env bash
# The fix of markdownlint 0.40.0 and of rumdl 0.2.75 takes the `#` from the heading `## C#`: the page then says "C".
#
# By CommonMark 0.31.2 (4.2) the signs that close a heading need a space before them, so that `## C#` is a heading "C#". Both tools take
# it for a closed heading whose space was forgotten (MD020, on unless it is switched off), and with `--fix` they put the space in:
# `## C #`, which is the heading "C". Programming languages stand last in headings of roles and of career frameworks.
#
# Seen with Node 20.20.2, markdownlint-cli2 0.22.1 and commonmark 0.31.2. markdownlint 0.42.1 does the same.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact markdownlint-cli2@0.22.1 rumdl@0.2.75 commonmark@0.31.2
printf '# Roles\n\n## C#\n\n## Engineer, F#\n' >page.md
cp page.md markdownlint.md
cp page.md rumdl.md
echo '{"default":false,"MD020":true}' >.markdownlint.json
node_modules/.bin/markdownlint-cli2 --fix markdownlint.md 2>&1 | tail -1
node_modules/.bin/rumdl check --fix --no-cache --no-config --enable MD020 rumdl.md | tail -1
cat >headings.cjs <<'JS'
const { Parser, HtmlRenderer } = require('commonmark');
for (const name of ['page', 'markdownlint', 'rumdl']) {
  const html = new HtmlRenderer().render(new Parser().parse(require('node:fs').readFileSync(`${name}.md`, 'utf8')));
  console.log(`${name}:`, [...html.matchAll(/<h\d>(.*?)<\/h/g)].map(([, words]) => words).join(' | '));
}
JS
node headings.cjs | tee said
diff said - <<'SAID'
page: Roles | C# | Engineer, F#
markdownlint: Roles | C | Engineer, F
rumdl: Roles | C | Engineer, F
SAID
echo 'As stated.'
