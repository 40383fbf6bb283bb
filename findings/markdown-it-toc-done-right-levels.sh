#!/usr/bin/env bash
# markdown-it-toc-done-right 4.2.0 counts only the headings that it lists, so that with `level` its entries lead to other headings.
#
# Its README: "Made to work gracefully with markdown-it-anchor", and it numbers repeated headings as that does. But the anchors
# number all headings of a page, the table of contents those of the levels that it shows. With `level: [2]` the section "Team" of
# a page with that title, the third heading of the name, has the id `team-2`, and its entry leads to `#team`, the top of the page.
# No link is dead, so no checker of links finds it. An id of the heading's own, given with markdown-it-attrs, is not known to it
# either: `## Pay {#money}` is linked as `#pay`, and that link is dead.
#
# Seen with Node 20.20.2, markdown-it 14.1.0, markdown-it-anchor 9.2.1 and markdown-it-attrs 4.3.1.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact markdown-it@14.1.0 markdown-it-anchor@9.2.1 markdown-it-attrs@4.3.1 \
  markdown-it-toc-done-right@4.2.0
cat >render.cjs <<'JS'
const page = '# Team\n\n[toc]\n\n## Goals\n\n### Team\n\n## Team\n\n## Pay {#money}\n';
const markdown = require('markdown-it')().use(require('markdown-it-attrs')).use(require('markdown-it-anchor').default);
const html = markdown.use(require('markdown-it-toc-done-right'), { level: [2] }).render(page);
console.log('ids  ', ...[...html.matchAll(/<h2 id="([^"]*)"/g)].map(([, id]) => id));
console.log('links', ...[...html.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id));
JS
node render.cjs | tee said
diff said - <<'SAID'
ids   goals team-2 money
links goals team pay
SAID
echo 'As stated.'
