#!/usr/bin/env bash
# The fix of markdownlint 0.40.0 and of rumdl 0.2.75 makes emphasis of a multiplication, whose signs are then no longer on the page.
#
# By CommonMark 0.31.2 (6.2) a star between two spaces is a star. Both tools take two of them for emphasis with spaces inside (MD037, on
# unless it is switched off) and with `--fix` take the spaces out: `base * level * 1.1` becomes `base *level* 1.1`, of which the page
# shows "base level 1.1", "level" in italics. How pay is computed reads differently after a run that was to tidy spaces, and the next
# run finds nothing.
#
# Seen with Node 20.20.2, markdownlint-cli2 0.22.1 and commonmark 0.31.2. markdownlint 0.42.1 does the same.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact markdownlint-cli2@0.22.1 rumdl@0.2.75 commonmark@0.31.2
printf 'Pay is base * level * 1.1.\n\nA team has 2 * 3 * 4 * 5 points.\n' >page.md
cp page.md markdownlint.md
cp page.md rumdl.md
echo '{"default":false,"MD037":true}' >.markdownlint.json
node_modules/.bin/markdownlint-cli2 --fix markdownlint.md 2>&1 | tail -1
node_modules/.bin/rumdl check --fix --no-cache --no-config --enable MD037 rumdl.md | tail -1
cat >shown.cjs <<'JS'
const { Parser, HtmlRenderer } = require('commonmark');
for (const name of ['page', 'markdownlint', 'rumdl']) {
  const html = new HtmlRenderer().render(new Parser().parse(require('node:fs').readFileSync(`${name}.md`, 'utf8')));
  console.log(`${name}:`, html.trim().replaceAll('\n', ' '));
}
JS
node shown.cjs | tee said
diff said - <<'SAID'
page: <p>Pay is base * level * 1.1.</p> <p>A team has 2 * 3 * 4 * 5 points.</p>
markdownlint: <p>Pay is base <em>level</em> 1.1.</p> <p>A team has 2 <em>3</em> 4 * 5 points.</p>
rumdl: <p>Pay is base <em>level</em> 1.1.</p> <p>A team has 2 <em>3</em> 4 * 5 points.</p>
SAID
echo 'As stated.'
