#!/usr/bin/env bash
# @mdit/plugin-include 0.23.2 moves the link `./pay.md` of an included page along with it, and leaves `pay.md`, the same link, dead.
#
# With `resolveLinkPath`, which is on, links of a page that is included elsewhere are rewritten, so that they still lead where they
# led on their own page. Only links whose first letter is a dot are: by RFC 3986 `pay.md` is relative as well, and is how most are
# written. On the page that includes parts/rules.md the one leads to parts/pay.md and the other to a pay.md beside the page itself.
# Images have the same fault.
#
# Seen with Node 20.20.2 and markdown-it 14.1.0.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact markdown-it@14.1.0 @mdit/plugin-include@0.23.2
mkdir parts
echo '[a](./pay.md) [b](pay.md) ![c](./chart.png) ![d](chart.png)' >parts/rules.md
cat >render.mjs <<'JS'
import { include } from '@mdit/plugin-include';
import MarkdownIt from 'markdown-it';

const markdown = new MarkdownIt().use(include, { currentPath: ({ path }) => path });
const html = markdown.render('<!-- @include: ./parts/rules.md -->\n', { path: `${process.cwd()}/index.md` });
console.log(...[...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, path]) => path));
JS
said=$(node render.mjs)
printf '%s\n' "$said"
[ "$said" = './parts/pay.md pay.md ./parts/chart.png chart.png' ]
echo 'As stated.'
