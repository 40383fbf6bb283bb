#!/usr/bin/env bash
# Of three parsers two lose the words of a footnote whose label is in other letter case, one takes the second note of a name, and one
# ends each note at the end of its first line.
#
# In remark-gfm 4.0.1, as in GitHub's own cmark-gfm 0.29.0, labels of footnotes do not depend on letter case: `[^Leave]` finds
# `[^leave]: Ten days.` markdown-it-footnote 4.0.0 and marked-footnote 1.4.0 find nothing: the page shows `[^Leave]`, and the words of
# the note are nowhere. Of two notes of one name the first counts, in markdown-it-footnote the second. A note that goes on in the next
# line is cut there by marked-footnote, and the rest becomes a paragraph of the page. A page that one of them previews and another
# publishes says something else there.
#
# Seen with Node 20.20.2.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact unified@11.0.5 remark-parse@11.0.0 remark-gfm@4.0.1 remark-rehype@11.1.2 \
  rehype-stringify@10.0.1 markdown-it@14.1.0 markdown-it-footnote@4.0.0 marked@18.2.1 marked-footnote@1.4.0
cat >render.mjs <<'JS'
import MarkdownIt from 'markdown-it';
import footnote from 'markdown-it-footnote';
import { Marked } from 'marked';
import markedFootnote from 'marked-footnote';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

const gfm = unified().use(remarkParse).use(remarkGfm).use(remarkRehype).use(rehypeStringify);
const parsers = {
  'remark-gfm': (page) => String(gfm.processSync(page)),
  'markdown-it-footnote': (page) => new MarkdownIt().use(footnote).render(page),
  'marked-footnote': (page) => new Marked().use(markedFootnote()).parse(page),
};
const words = (html) => html.replace(/<h2.*?<\/h2>|<a [^>]*footnote-?backref[^>]*>.*?<\/a>/g, '').replace(/<[^>]*>/g, '').trim();
const pages = ['Leave.[^Leave]\n\n[^leave]: Ten days.\n', 'Pay.[^1]\n\n[^1]: Old.\n\n[^1]: New.\n', 'Pay.[^1]\n\n[^1]: By\nlevel.\n'];
for (const page of pages)
  for (const [name, parse] of Object.entries(parsers)) console.log(`${name}:`, words(parse(page)).replace(/\s*\n\s*/g, ' / '));
JS
node render.mjs | tee said
diff said - <<'SAID'
remark-gfm: Leave.1 / Ten days.
markdown-it-footnote: Leave.[^Leave]
marked-footnote: Leave.[^Leave]
remark-gfm: Pay.1 / Old.
markdown-it-footnote: Pay.[1] / New.
marked-footnote: Pay.1 / Old.
remark-gfm: Pay.1 / By / level.
markdown-it-footnote: Pay.[1] / By / level.
marked-footnote: Pay.1 / level. / By
SAID
echo 'As stated.'
