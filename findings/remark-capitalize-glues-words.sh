#!/usr/bin/env bash
# remark-capitalize 1.1.0 takes the spaces around code, links and emphasis out of headings, and so changes the headings' ids.
#
# The plugin is to write headings with capital letters. It does so for each stretch of text between marks by itself, and what it calls
# for that drops spaces at both ends. `## Ask the *lead* first` becomes "Ask the" "Lead" "First" with nothing between them: the words
# are glued on the page, and links to the section are dead, since rehype-slug 6.0.0 makes `ask-theleadfirst` of them. Without a mark in
# it a heading keeps its id.
#
# Seen with Node 20.20.2 and remark-rehype 11.1.2.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact unified@11.0.5 remark-parse@11.0.0 remark-capitalize@1.1.0 \
  remark-rehype@11.1.2 rehype-slug@6.0.0 rehype-stringify@10.0.1
cat >render.mjs <<'JS'
import rehypeSlug from 'rehype-slug';
import rehypeStringify from 'rehype-stringify';
import remarkCapitalize from 'remark-capitalize';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

const build = unified().use(remarkParse).use(remarkCapitalize).use(remarkRehype).use(rehypeSlug).use(rehypeStringify);
console.log(String(build.processSync('## Ask the lead first')));
console.log(String(build.processSync('## Ask the *lead* first')));
console.log(String(build.processSync('## Run `make` and see')));
JS
node render.mjs | tee said
diff said - <<'SAID'
<h2 id="ask-the-lead-first">Ask the Lead First</h2>
<h2 id="ask-theleadfirst">Ask the<em>Lead</em>First</h2>
<h2 id="runmakeand-see">Run<code>make</code>And See</h2>
SAID
echo 'As stated.'
