#!/usr/bin/env bash
# docmd 0.9.7 begins each heading's id with those above it, so that a new title of a page kills all links to its sections unseen.
#
# "Bands" on the page "Pay" has the id `bands` on GitHub, in editors that complete links, and in most generators, from some of which
# `docmd migrate` takes a site over. Here it is `pay-bands`, and "Appeal" below it `pay-bands-appeal`. Links of the old site lead to the
# top of the page. When the title becomes "Pay and bonus", the links that were right do so too. `docmd validate`, which is to find broken
# links, reports a page that is missing and no fragment at all. A heading inside a container (`::: callout`) has no id.
#
# Seen with @docmd/core 0.9.7 and Node 20.20.2.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact @docmd/core@0.9.7
echo "module.exports = { title: 'Handbook', src: 'docs', out: 'site', plugins: {} };" >docmd.config.js
mkdir docs
printf '# Help\n\n[As on GitHub](pay.md#bands)\n\n[As built](pay.md#pay-bands)\n\n[No page](gone.md)\n' >docs/index.md
for title in Pay 'Pay and bonus'; do
  printf '# %s\n\n## Bands\n\n### Appeal\n\n::: callout info\n\n## Bonus\n\n:::\n' "$title" >docs/pay.md
  node_modules/.bin/docmd build >log 2>&1 || { cat log; exit 1; }
  { node_modules/.bin/docmd validate || true; } 2>&1 | grep -oE 'Found .*|gone.md ->'
  grep -oE '<h[1-3] id="[^"]*"|<h2>Bonus' site/pay/index.html
  grep -oE 'href="./pay/#[^"]*"' site/index.html
done | tee said
diff said - <<'SAID'
Found 1 broken links:
gone.md ->
<h1 id="pay"
<h2 id="pay-bands"
<h3 id="pay-bands-appeal"
<h2>Bonus
href="./pay/#bands"
href="./pay/#pay-bands"
Found 1 broken links:
gone.md ->
<h1 id="pay-and-bonus"
<h2 id="pay-and-bonus-bands"
<h3 id="pay-and-bonus-bands-appeal"
<h2>Bonus
href="./pay/#bands"
href="./pay/#pay-bands"
SAID
echo 'As stated.'
