#!/usr/bin/env bash
# markdown-toc 1.2.0 writes entries that lead nowhere, or to another page, for headings that hold a link.
#
# For `## [Offer](offer.md) letter` GitHub makes the id `offer-letter`. The entry of the table of contents is `[Offer](#offer)`: the
# words behind the link are gone from the text and from the fragment. For `## The [offer](offer.md)` it is
# `[The [offer](offer.md)](#the-offeroffermd)`: a link in a link, of which CommonMark 0.31.2 (6.3) takes the inner one, so that the
# entry opens the other page. doctoc 2.5.0, which writes the same kind of list, has both right.
#
# Seen with Node 20.20.2.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm pkg set type=module >/dev/null
npm install --silent --no-audit --no-fund --save-exact markdown-toc@1.2.0 doctoc@2.5.0 github-slugger@2.0.0
cat >run.js <<'JS'
import { createRequire } from 'node:module';
import { slug } from 'github-slugger';
const require = createRequire(import.meta.url);
const page = '# Page\n\n## [Offer](offer.md) letter\n\nText\n\n## The [offer](offer.md)\n\nText\n';
console.log('ids', slug('Offer letter'), slug('The offer'));
const entries = (tool, text) =>
  console.log(tool, ...text.split('\n').filter((line) => /^ +[-*]/.test(line)).map((line) => line.trim().slice(2)));
entries('markdown-toc', require('markdown-toc')(page).content);
entries('doctoc', require('doctoc/lib/transform')(page, 'github.com').data);
JS
node run.js | tee said
diff said - <<'SAID'
ids offer-letter the-offer
markdown-toc [Offer](#offer) [The [offer](offer.md)](#the-offeroffermd)
doctoc [Offer letter](#offer-letter) [The offer](#the-offer)
SAID
echo 'As stated.'
