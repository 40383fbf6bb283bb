#!/usr/bin/env bash
# remark-extract-toc 2.0.0 gives of a heading the first stretch of plain text only: nothing of a heading that is a link or code.
#
# Its README promises the headings of a page as a tree of their values. A value is the first text that stands directly in the
# heading: `## Time **off** rules` becomes "Time ", `` ## `make` targets `` becomes " targets", and `## [Team](/team/)` or `##
# **Pay**` an entry without a word. Who builds a menu or a search index of these values loses such sections, and their slugs are
# not the ids. @vcarl/remark-headings 0.1.0, made for the same, has the whole text.
#
# Seen with Node 20.20.2.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact unified@11.0.5 remark-parse@11.0.0 remark-extract-toc@2.0.0 \
  remark-stringify@11.0.0 @vcarl/remark-headings@0.1.0
cat >read.mjs <<'JS'
import remarkHeadings from '@vcarl/remark-headings';
import remarkExtractToc from 'remark-extract-toc';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';

const page = '## Time **off** rules\n\n## `make` targets\n\n## [Team](/team/)\n\n## **Pay**\n';
const first = unified().use(remarkParse).use(remarkExtractToc, { flatten: true }).processSync(page).result;
const second = unified().use(remarkParse).use(remarkHeadings).use(remarkStringify).processSync(page).data.headings;
for (const [index, { value }] of first.entries()) console.log(JSON.stringify([value, second[index].value]));
JS
node read.mjs | tee said
diff said - <<'SAID'
["Time ","Time off rules"]
[" targets","make targets"]
["","Team"]
["","Pay"]
SAID
echo 'As stated.'
