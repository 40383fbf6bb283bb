#!/usr/bin/env bash
# remark-flexible-toc 1.2.7 counts a heading with an id of its own among the repeated ones; rehype-slug 6.0.0, its companion, does not.
#
# Its README says that it knows ids of plugins like remark-custom-heading-id, and that rehype-slug gives the headings the ids that
# it links to, "because they use the same github-slugger". rehype-slug passes over a heading that has an id, so that its words are
# free for the next one: `## Pay {#money}` and `## Pay` are `money` and `pay`. remark-flexible-toc has made a slug of the first
# before it sees the id: it lists `#money` and `#pay-1`, which is nowhere on the page.
#
# Seen with Node 20.20.2.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact unified@11.0.5 remark-parse@11.0.0 remark-custom-heading-id@2.0.0 \
  remark-flexible-toc@1.2.7 remark-rehype@11.1.2 rehype-slug@6.0.0 rehype-stringify@10.0.1
cat >render.mjs <<'JS'
import rehypeSlug from 'rehype-slug';
import rehypeStringify from 'rehype-stringify';
import { remarkHeadingId } from 'remark-custom-heading-id';
import remarkFlexibleToc from 'remark-flexible-toc';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

for (const page of ['## Pay\n\n## Pay\n', '## Pay {#money}\n\n## Pay\n']) {
  const markdown = unified().use(remarkParse).use(remarkHeadingId).use(remarkFlexibleToc);
  const file = markdown.use(remarkRehype).use(rehypeSlug).use(rehypeStringify).processSync(page);
  const ids = [...String(file).matchAll(/id="([^"]*)"/g)].map(([, id]) => id);
  console.log(...ids, '|', ...file.data.toc.map(({ href }) => href));
}
JS
node render.mjs | tee said
diff said - <<'SAID'
pay pay-1 | #pay #pay-1
money pay | #money #pay-1
SAID
echo 'As stated.'
