#!/usr/bin/env bash
# vfile-matter 5.0.1 does not see front matter whose `---` has a space behind it; remark-frontmatter 5.0.0 does.
#
# Both belong to unified and are made to be used together: one keeps the block out of the page, the other gives its values. A
# space behind the dashes, which nobody sees in an editor, is whitespace to the first (as to Jekyll and gray-matter 4.0.3) and
# means to the second that the file has no front matter. The page then looks right and has no title, and a check of required
# fields finds nothing to check.
#
# Seen with Node 20.20.2: with `--- ` the tree has a node of type yaml, and the values are {}.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact unified@11.0.5 remark-parse@11.0.0 remark-frontmatter@5.0.0
npm install --silent --no-audit --no-fund --save-exact vfile@6.0.3 vfile-matter@5.0.1
cat >read.mjs <<'JS'
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { matter } from 'vfile-matter';

for (const fence of ['---', '--- ']) {
  const file = new VFile(`${fence}\ntitle: Pay\n${fence}\n\nText\n`);
  matter(file);
  const tree = unified().use(remarkParse).use(remarkFrontmatter).parse(file);
  console.log(tree.children[0].type, JSON.stringify(file.data.matter));
}
JS
said=$(node read.mjs)
printf '%s\n' "$said"
[ "$said" = "$(printf 'yaml {"title":"Pay"}\nyaml {}')" ]
echo 'As stated.'
