#!/usr/bin/env bash
# Showdown 2.1.0 in its GitHub flavour gives the columns of tables ids, and takes those of the headings: a link to "Pay" leads to a table.
#
# `setFlavor('github')` is to render as GitHub does. GitHub gives ids to headings only. Here each cell of a table's head gets one, made
# of its words as a heading's is, and neither knows what the other has: with a column "Pay" above a heading "Pay" the page has two
# elements `id="pay"`, and a browser goes to the first (HTML Standard, "find a potential indicated element"). Overviews in tables with
# the names of the sections below are what handbook pages begin with. Two columns of the same words, and headings "Pay", "Pay" and
# "Pay 1", share an id as well.
#
# Seen with Node 20.20.2.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact showdown@2.1.0
cat >render.cjs <<'JS'
const { Converter } = require('showdown');

const converter = new Converter();
converter.setFlavor('github');
const table = '| Role | Pay | Pay |\n|---|---|---|\n| Lead | 5 | 6 |\n';
for (const page of [`[Pay](#pay)\n\n${table}\n## Pay\n`, '## Pay\n\n## Pay\n\n## Pay 1\n']) {
  const elements = [...converter.makeHtml(page).matchAll(/<(th|h2) id="([^"]*)"/g)];
  console.log(elements.map(([, tag, id]) => `${tag}#${id}`).join(' '));
}
JS
node render.cjs | tee said
diff said - <<'SAID'
th#role th#pay th#pay h2#pay
h2#pay h2#pay-1 h2#pay-1
SAID
echo 'As stated.'
