#!/usr/bin/env bash
# markdown-it-named-headings 1.1.0 puts the names of tags and characters into a heading's id.
#
# The id is made from the heading's HTML: `## Our *own* pay` gets `our-em-own-em-pay`, `## R & D` gets `r-amp-d`, and a heading with a
# link has the link's address in it, so that the id changes when the page that it leads to is moved. markdown-it-anchor 9.2.1 takes
# the words that are shown. Links written for one of them are dead with the other, for headings with any markup at all.
#
# Seen with Node 20.20.2 and markdown-it 14.3.3.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact markdown-it@14.3.3 markdown-it-named-headings@1.1.0 markdown-it-anchor@9.2.1
said=$(node -e "
const markdownIt = require('markdown-it');
const page = '## Our *own* pay\n\n## R & D\n\n## See [offers](offer.md)\n';
for (const plugin of ['markdown-it-named-headings', 'markdown-it-anchor']) {
  const module = require(plugin);
  const html = markdownIt().use(module.default ?? module).render(page);
  console.log([...html.matchAll(/ id=\"([^\"]*)\"/g)].map((id) => id[1]).join(' '));
}
")
printf '%s\n' "$said"
[ "$(sed -n 1p <<<"$said")" = 'our-em-own-em-pay r-amp-d see-a-href-offer-md-offers-a' ]
[ "$(sed -n 2p <<<"$said")" = 'our-own-pay r-%26-d see-offers' ]
echo 'As stated.'
