#!/usr/bin/env bash
# remark-heading-id 1.0.1 makes an id of braces that the author escaped, and drops them from the page.
#
# A backslash in front of `{` says that the brace is text (CommonMark 0.31.2, 2.4). The plugin looks at the heading's text when the
# backslash is gone already, so a heading that shows `{#eight}` on purpose, as a page about writing pages does, loses it and gets
# the id `eight`. remark-custom-heading-id 2.0.0, which reads the same syntax, leaves such a heading as it is: the same page has
# different headings with one and the other.
#
# Seen with Node 20.20.2: `## Write \{#eight}` becomes `<h2 id="eight">Write</h2>` with the one and `<h2>Write {#eight}</h2>` with
# the other.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact remark-heading-id@1.0.1 remark-custom-heading-id@2.0.0 \
  unified@11.0.5 remark-parse@11.0.0 remark-rehype@11.1.2 rehype-stringify@10.0.1
cat >run.mjs <<'JS'
import rehypeStringify from 'rehype-stringify';
import remarkCustomHeadingId from 'remark-custom-heading-id';
import remarkHeadingId from 'remark-heading-id';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

for (const plugin of [remarkHeadingId, remarkCustomHeadingId])
  console.log(String(await unified().use(remarkParse).use(plugin).use(remarkRehype).use(rehypeStringify).process('## Write \\{#eight}\n')));
JS
said=$(node run.mjs)
printf '%s\n' "$said"
[ "$said" = "$(printf '<h2 id="eight">Write</h2>\n<h2>Write {#eight}</h2>')" ]
echo 'As stated.'
