#!/usr/bin/env bash
# remark-toc 9.0.0 makes a slug of an id that is one already: capitals and dots of a heading's own id are gone from its link.
#
# It reads the id that a plugin for `{#id}` gave the heading, so as to link to it, and passes it through the slugger once more.
# `## Pay {#Pay}` and `## Bands {#bands.v2}` keep their ids on the page, remark-toc links to `#pay` and `#bandsv2`. Ids are
# compared letter by letter: both links lead nowhere. It is worse when another heading takes the changed id: with a second heading
# "Pay" on the page, rehype-slug 6.0.0 gives that one `pay`, and the first entry of the table of contents leads to the second
# heading.
#
# Seen with Node 20.20.2, remark-custom-heading-id 2.0.0 and mdast-util-toc 7.1.0.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact unified@11.0.5 remark-parse@11.0.0 remark-custom-heading-id@2.0.0 \
  remark-toc@9.0.0 mdast-util-toc@7.1.0 remark-rehype@11.1.2 rehype-slug@6.0.0 rehype-stringify@10.0.1
cat >render.mjs <<'JS'
import rehypeSlug from 'rehype-slug';
import rehypeStringify from 'rehype-stringify';
import { remarkHeadingId } from 'remark-custom-heading-id';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import remarkToc from 'remark-toc';
import { unified } from 'unified';

const page = '# Handbook\n\n## Contents\n\n## Pay {#Pay}\n\n## Bands {#bands.v2}\n\n## Pay\n';
const markdown = unified().use(remarkParse).use(remarkHeadingId).use(remarkToc);
const html = String(markdown.use(remarkRehype).use(rehypeSlug).use(rehypeStringify).processSync(page));
console.log('ids  ', ...[...html.matchAll(/id="([^"]*)"/g)].map(([, id]) => id));
console.log('links', ...[...html.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id));
JS
node render.mjs | tee said
diff said - <<'SAID'
ids   handbook contents Pay bands.v2 pay
links pay bandsv2 pay-1
SAID
echo 'As stated.'
