#!/usr/bin/env bash
# remark-toc 9.0.0 makes links for headings with raw HTML that lead nowhere: the tags are part of the id.
#
# For `## <b>Raw</b> words` GitHub makes the id `raw-words`, from the words that are shown (github-slugger 2.0.0 on these words
# says so too). remark-toc, through mdast-util-toc, takes the text of the heading's nodes, and a raw tag is a node with text: its
# link is `#brawb-words`, with the letters of the tags in it. An image's alternative text is left out by both, so it is no
# oversight about what counts as text, but about raw HTML alone. Headings with <br>, <kbd> or <a name> are common in handbooks.
#
# Seen with Node 20.20.2: the table of contents links to `#brawb-words`; the slug of the words is `raw-words`.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm pkg set type=module >/dev/null
npm install --silent --no-audit --no-fund --save-exact remark@15.0.1 remark-toc@9.0.0 github-slugger@2.0.0
cat >run.js <<'JS'
import { slug } from 'github-slugger';
import { remark } from 'remark';
import remarkToc from 'remark-toc';

const page = '# Page\n\n## Contents\n\n## <b>Raw</b> words\n\n## Hello ![logo](logo.png)\n';
const made = String(await remark().use(remarkToc).process(page));
const links = [...made.matchAll(/\]\((#[^)]*)\)/g)].map(([, href]) => href);
console.log(JSON.stringify({ links, slug: slug('Raw words') }));
JS
said=$(node run.js)
printf '%s\n' "$said"
[ "$said" = '{"links":["#brawb-words","#hello-"],"slug":"raw-words"}' ]
echo 'As stated.'
