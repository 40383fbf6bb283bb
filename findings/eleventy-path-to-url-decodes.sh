#!/usr/bin/env bash
# Eleventy 3.1.8 writes a raw space into the address when its own plugin turns a link to a file into one to a page.
#
# InputPathToUrlTransformPlugin follows `people%20ops.md` to the file of that name and puts the page's address in its place, decoded:
# `<a href="/people ops/">`. The Markdown renderer had encoded the link, so the plugin makes an invalid address (RFC 3986) of a valid
# one; checkers that read the HTML and split or reject at the space call it broken. A link in other letter case than the file's is
# left as it is, `.md` included, and nothing is said, although the plugin is there to resolve links.
#
# Seen with Node 20.20.2: `/people ops/` and `People%20ops.md`.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm pkg set type=module >/dev/null
npm install --silent --no-audit --no-fund --save-exact @11ty/eleventy@3.1.8
mkdir site
printf '[1](people%%20ops.md) [2](People%%20ops.md)\n' >site/index.md
printf '# People ops\n' >'site/people ops.md'
cat >eleventy.config.js <<'JS'
import { InputPathToUrlTransformPlugin } from '@11ty/eleventy';

export default (config) => config.addPlugin(InputPathToUrlTransformPlugin);
JS
node_modules/.bin/eleventy --input=site --quiet
said=$(grep -o 'href="[^"]*"' _site/index.html | tr '\n' ' ')
printf '%s\n' "$said"
[ "$said" = 'href="/people ops/" href="People%20ops.md" ' ]
echo 'As stated.'
