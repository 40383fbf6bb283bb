#!/usr/bin/env bash
# dprint's Markdown plugin 0.28.1 makes front matter of the first lines of a page that begins with a thematic break, `***`.
#
# It writes each break as `---`. On the first line of a page that is how front matter begins for Hugo, Jekyll, Docusaurus and
# remark-frontmatter, and the page's second break ends it: a notice between two breaks is not on the page any more, and its words are
# read as YAML. Prettier 3.9.5 does the same; 3.10.1 keeps the `***` in that place.
#
# Seen with Node 20.20.2, remark-frontmatter 5.0.0 and rehype-stringify 10.0.1.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact @dprint/formatter@0.6.0 @dprint/markdown@0.28.1 prettier@3.10.1 \
  unified@11.0.5 remark-parse@11.0.0 remark-frontmatter@5.0.0 remark-rehype@11.1.2 rehype-stringify@10.0.1
cat >format.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { createFromBuffer } from '@dprint/formatter';
import { getPath } from '@dprint/markdown';
import * as prettier from 'prettier';
import rehypeStringify from 'rehype-stringify';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

const page = '***\n\nThis page is old.\n\n***\n\nPay\n';
const build = unified().use(remarkParse).use(remarkFrontmatter).use(remarkRehype).use(rehypeStringify);
const show = (name, markdown) => console.log(`${name}:`, String(build.processSync(markdown)).replaceAll('\n', ''));
const dprint = createFromBuffer(readFileSync(getPath()));
show('before', page);
show('dprint', dprint.formatText({ filePath: 'page.md', fileText: page }));
show('prettier', await prettier.format(page, { parser: 'markdown' }));
JS
node format.mjs | tee said
diff said - <<'SAID'
before: <hr><p>This page is old.</p><hr><p>Pay</p>
dprint: <p>Pay</p>
prettier: <hr><p>This page is old.</p><hr><p>Pay</p>
SAID
echo 'As stated.'
