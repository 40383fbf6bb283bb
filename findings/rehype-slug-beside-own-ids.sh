#!/usr/bin/env bash
# rehype-slug 6.0.0 gives a heading the id that another heading of the page has as its own, and a link to the one leads to the other.
#
# It numbers repeated words so that no id comes twice, and leaves headings alone that have an id. But it does not look which ids these
# are: with `## People {#team}`, by remark-custom-heading-id 2.0.0, a heading "Team" on the same page gets `team` as well. A browser goes
# to the first of two (HTML Standard, "find a potential indicated element"). Own ids are given so that old links go on to work when a
# section is renamed; a new section with the old name takes them over, or loses its own, and no link is dead. markdown-it-anchor 9.2.1
# with markdown-it-attrs 4.3.1 calls the new one `team-1`, or, when it comes first, throws an error that names the id.
#
# Seen with Node 20.20.2 and remark-rehype 11.1.2.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact unified@11.0.5 remark-parse@11.0.0 remark-rehype@11.1.2 \
  rehype-stringify@10.0.1 rehype-slug@6.0.0 remark-custom-heading-id@2.0.0 markdown-it@14.1.0 markdown-it-anchor@9.2.1 \
  markdown-it-attrs@4.3.1
cat >ids.mjs <<'JS'
import markdownIt from 'markdown-it';
import anchor from 'markdown-it-anchor';
import attrs from 'markdown-it-attrs';
import rehypeSlug from 'rehype-slug';
import rehypeStringify from 'rehype-stringify';
import remarkCustomHeadingId from 'remark-custom-heading-id';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

const remark = unified().use(remarkParse).use(remarkCustomHeadingId).use(remarkRehype).use(rehypeSlug).use(rehypeStringify);
const ids = (html) => [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id).join(' ');
for (const page of ['## People {#team}\n\n## Team\n', '## Team\n\n## People {#team}\n']) {
  console.log('rehype-slug       ', ids(String(remark.processSync(page))));
  try {
    console.log('markdown-it-anchor', ids(markdownIt().use(attrs).use(anchor).render(page)));
  } catch (error) {
    console.log('markdown-it-anchor', error.message.match(/`team` is not unique/)[0]);
  }
}
JS
node ids.mjs | tee said
diff said - <<'SAID'
rehype-slug        team team
markdown-it-anchor team team-1
rehype-slug        team team
markdown-it-anchor `team` is not unique
SAID
echo 'As stated.'
