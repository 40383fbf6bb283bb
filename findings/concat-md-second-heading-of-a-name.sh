#!/usr/bin/env bash
# concat-md 0.5.1 makes one page of many, on which links to a second page's "Appeal" lead to the first page's.
#
# Its README: "converts relative links to point to concatenated file". Of `leave.md#appeal` it keeps `#appeal`. When pay.md has a
# heading "Appeal" too, that id is taken by the section that comes first, and the second one gets `appeal-1`. Definitions of links
# are put together as they are as well: both pages may say `[form]`, each with a form of its own, and the first definition of a page
# decides (CommonMark 0.31.2, 4.7). In the printed handbook readers are sent to the wrong rules and the wrong form, by links that
# every checker calls good.
#
# Seen with Node 20.20.2 and rehype-slug 6.0.0, which gives ids as GitHub does.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact concat-md@0.5.1 unified@11.0.5 remark-parse@11.0.0 remark-rehype@11.1.2 \
  rehype-slug@6.0.0 rehype-stringify@10.0.1
mkdir pages
printf '# Pay\n\n[Too little?](#appeal)\n\n## Appeal\n\nSend the [form].\n\n[form]: /forms/pay.pdf\n' >pages/1-pay.md
printf '# Leave\n\n[Refused?](#appeal)\n\n## Appeal\n\nSend the [form].\n\n[form]: /forms/leave.pdf\n' >pages/2-leave.md
printf '# Who helps\n\n[When leave is refused](2-leave.md#appeal)\n' >pages/3-help.md
cat >render.mjs <<'JS'
import { readFileSync } from 'node:fs';
import rehypeSlug from 'rehype-slug';
import rehypeStringify from 'rehype-stringify';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

const page = unified().use(remarkParse).use(remarkRehype).use(rehypeSlug).use(rehypeStringify);
const html = String(page.processSync(readFileSync(process.argv[2])));
console.log(...[...html.matchAll(/(?:id|href)="([^"]*)"/g)].map(([, found]) => found));
JS
node_modules/.bin/concat-md pages >all.md
for page in pages/*.md all.md; do echo "$(basename "$page"): $(node render.mjs "$page")"; done | tee said
diff said - <<'SAID'
1-pay.md: pay #appeal appeal /forms/pay.pdf
2-leave.md: leave #appeal appeal /forms/leave.pdf
3-help.md: who-helps 2-leave.md#appeal
all.md: pay #appeal appeal /forms/pay.pdf leave #appeal appeal-1 /forms/pay.pdf who-helps #appeal
SAID
echo 'As stated.'
