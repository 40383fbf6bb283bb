#!/usr/bin/env bash
# rehype-slug 6.0.0 makes the number of a footnote a part of a heading's id, so that a note added above kills the links to the heading.
#
# `## Pay[^bands]` gets the id `pay1` if the note is the first of the page, and `pay2` once a paragraph above has a note as well. Neither
# the heading nor its note was changed, nor a page that links to the section. remark-toc 9.0.0, used beside it, does not know of the
# number and links to `#pay`, an id that is on the page in neither case. markdown-it-anchor 9.2.1 with markdown-it-footnote 4.0.0
# leaves the note out of the id: `pay`.
#
# Seen with Node 20.20.2 and remark-gfm 4.0.1. A site of Starlight 0.42.4 with Astro 7.3.5 has the id `pay1` too.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact unified@11.0.5 remark-parse@11.0.0 remark-gfm@4.0.1 remark-toc@9.0.0 \
  remark-rehype@11.1.2 rehype-slug@6.0.0 rehype-stringify@10.0.1 markdown-it@14.1.0 markdown-it-anchor@9.2.1 markdown-it-footnote@4.0.0
cat >render.mjs <<'JS'
import MarkdownIt from 'markdown-it';
import anchor from 'markdown-it-anchor';
import footnote from 'markdown-it-footnote';
import rehypeSlug from 'rehype-slug';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import remarkToc from 'remark-toc';
import { unified } from 'unified';

const build = unified().use(remarkParse).use(remarkGfm).use(remarkToc).use(remarkRehype).use(rehypeSlug).use(rehypeStringify);
const markdownIt = new MarkdownIt().use(anchor).use(footnote);
const show = (above) => {
  const page = `# Handbook\n\n${above}\n\n## Contents\n\n## Pay[^bands]\n\n[^bands]: By level.\n\n[^new]: From May on.\n`;
  const html = String(build.processSync(page));
  const id = /<h2 id="(pay[^"]*)"/;
  const link = html.match(/href="(#pay[^"]*)"/)[1];
  console.log('rehype-slug', html.match(id)[1], 'remark-toc', link, 'markdown-it-anchor', markdownIt.render(page).match(id)[1]);
};
show('Welcome.');
show('Welcome.[^new]');
JS
node render.mjs | tee said
diff said - <<'SAID'
rehype-slug pay1 remark-toc #pay markdown-it-anchor pay
rehype-slug pay2 remark-toc #pay markdown-it-anchor pay
SAID
echo 'As stated.'
