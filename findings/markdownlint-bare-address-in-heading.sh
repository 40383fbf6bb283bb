#!/usr/bin/env bash
# markdownlint 0.40.0 leaves a bare web address out of a heading's id, and calls the link to that heading dead.
#
# `## See https://handbook.example/pay first` shows the address, and GFM makes a link of it. Its words belong to the heading's
# text, so the id is `see-httpshandbookexamplepay-first`: remark-gfm with rehype-slug 6.0.0 builds that, and @eslint/markdown
# 8.0.3 accepts it. MD051 wants `#see--first` instead, as if nothing stood there. With the address in angle brackets, the form
# that MD034 (no bare URLs) asks for, it does the same.
#
# Seen with Node 20.20.2: in both headings the built id is refused and the one with the gap passes.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact unified@11.0.5 remark-parse@11.0.0 remark-gfm@4.0.1 remark-rehype@11.1.2
npm install --silent --no-audit --no-fund --save-exact rehype-slug@6.0.0 rehype-stringify@10.0.1 markdownlint-cli2@0.22.1
printf '# A\n\n## See https://handbook.example/pay first\n\n## Or <https://handbook.example/pay> first\n\n' >page.md
printf '[1](#see-httpshandbookexamplepay-first)\n\n[2](#see--first)\n\n[3](#or-httpshandbookexamplepay-first)\n\n[4](#or--first)\n' >>page.md
echo '{"default":false,"MD051":true}' >.markdownlint.json
cat >build.mjs <<'JS'
import { readFileSync } from 'node:fs';
import rehypeSlug from 'rehype-slug';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

const page = unified().use(remarkParse).use(remarkGfm).use(remarkRehype).use(rehypeSlug).use(rehypeStringify);
console.log([...String(page.processSync(readFileSync('page.md'))).matchAll(/<h2 id="([^"]*)"/g)].map((id) => id[1]).join(' '));
JS
built=$(node build.mjs)
said=$({ node_modules/.bin/markdownlint-cli2 page.md || true; } 2>&1 | sed -nE 's,^(page.md:[0-9]+)[:0-9]* error (MD051).*,\1 \2,p')
printf '%s\n' "$built" "$said"
[ "$built" = 'see-httpshandbookexamplepay-first or-httpshandbookexamplepay-first' ]
[ "$said" = "$(printf 'page.md:%s MD051\n' 7 11)" ]
echo 'As stated.'
