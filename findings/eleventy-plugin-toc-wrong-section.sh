#!/usr/bin/env bash
# eleventy-plugin-toc 1.1.5 lists a section below another one, and takes the sign from the name of a channel: "#people" is "people".
#
# The plugin makes nested lists of the headings h2, h3 and h4. Where a level is left out, as below "Pay" in `## Leave`, `### Rules`,
# `## Pay`, `#### Bands`, it looks for the last heading h3 on the whole page: "Bands" stands in the table of contents below "Rules", in
# the section "Leave". Of each heading's text the first " #" is removed, which is the sign that markdown-it-anchor may put there, and
# the first letters of a chat channel as well: of "Ask in #people" readers see "Ask inpeople".
#
# Seen with Node 20.20.2, Eleventy 3.1.8 and markdown-it-anchor 9.2.1 without permalinks.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact @11ty/eleventy@3.1.8 markdown-it@14.1.0 markdown-it-anchor@9.2.1 \
  eleventy-plugin-toc@1.1.5
cat >eleventy.config.cjs <<'JS'
const markdownIt = require('markdown-it');
const anchor = require('markdown-it-anchor');
const toc = require('eleventy-plugin-toc');

module.exports = (config) => {
  config.setLibrary('md', markdownIt().use(anchor));
  config.addPlugin(toc);
};
JS
mkdir -p site/_includes
echo '{{ content | toc }}' >site/_includes/page.liquid
printf -- '---\nlayout: page.liquid\n---\n## Leave\n\n### Rules\n\n## Pay\n\n#### Bands\n\n### Ask in #people\n' >site/page.md
node_modules/.bin/eleventy --config=eleventy.config.cjs --input=site --output=built --quiet
tr -d '\n' <built/page/index.html | grep -o '<ol>.*</ol>' | sed 's/<li>/\n&/g' | tee said
diff said - <<'SAID'
<ol>
<li><a href="#leave">Leave</a><ol>
<li><a href="#rules">Rules</a><ol>
<li><a href="#bands">Bands</a></li></ol></li></ol></li>
<li><a href="#pay">Pay</a><ol>
<li><a href="#ask-in-%23people">Ask inpeople</a></li></ol></li></ol>
SAID
echo 'As stated.'
