#!/usr/bin/env bash
# remark-sort-definitions 2.0.0 deletes the first of two definitions of a link, which is the one that counts, and keeps the other.
#
# By CommonMark 0.31.2 (4.7) the first definition of a label decides where its links lead, and later ones do nothing: a page into
# which a section of another page was copied, with its definitions, still leads where it led. The plugin is to sort definitions. It
# keeps one for each label, the last, in a list or a quotation too. So the links of the page lead elsewhere after a run that was to
# change the order of lines alone, and no check finds a dead link or a definition that is doubled.
#
# Seen with Node 20.20.2 and rehype-stringify 10.0.1. remark-order-reference-links 1.0.1, made for the same, keeps the first.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact unified@11.0.5 remark-parse@11.0.0 remark-stringify@11.0.0 \
  remark-rehype@11.1.2 rehype-stringify@10.0.1 remark-sort-definitions@2.0.0 remark-order-reference-links@1.0.1
cat >sort.mjs <<'JS'
import rehypeStringify from 'rehype-stringify';
import remarkOrder from 'remark-order-reference-links';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import remarkSort from 'remark-sort-definitions';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';

const page = 'Ask for [leave].\n\n[leave]: /leave/\n\n- From the old handbook.\n\n  [Leave]: /old/leave/\n';
const html = unified().use(remarkParse).use(remarkRehype).use(rehypeStringify);
const target = (markdown) => String(html.processSync(markdown)).match(/href="([^"]*)"/)[1];
const rewrite = (plugin) => String(unified().use(remarkParse).use(plugin).use(remarkStringify).processSync(page));
console.log('before', target(page));
console.log('remark-sort-definitions', target(rewrite(remarkSort)), rewrite(remarkSort).match(/^\[.*/gm));
console.log('remark-order-reference-links', target(rewrite(remarkOrder)));
JS
node sort.mjs | tee said
diff said - <<'SAID'
before /leave/
remark-sort-definitions /old/leave/ [ '[Leave]: /old/leave/' ]
remark-order-reference-links /leave/
SAID
echo 'As stated.'
