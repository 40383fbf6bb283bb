#!/usr/bin/env bash
# Docusaurus 3.10.2 takes an id that a heading shows as code, `## Write {#id}` with the braces between backticks, for the heading's own.
#
# A guide for those who write a handbook explains how a heading gets an id, and shows it as code at the end of a heading. The built heading
# shows a backslash in place of the code, and its id is the one of the example: "Name it by `{#id}`" is <h2 id="id">, Name it by \. A second
# heading that shows the same example gets the same id. Links to the id that the words would give, #name-it-by-id, are dead. With words behind
# it the code stays, backslash and all. GitHub, which knows no such ids, shows what was written.
#
# Seen with Node 20.20.2: id="id" twice, and a backslash in all three headings.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm pkg delete type
npm install --silent --no-audit --no-fund --save-exact @docusaurus/core@3.10.2 @docusaurus/preset-classic@3.10.2 \
  react@19.3.1 react-dom@19.3.1
cat >docusaurus.config.js <<'JS'
module.exports = {
  title: 'Handbook',
  url: 'https://handbook.example.com',
  baseUrl: '/',
  presets: [['classic', { docs: { routeBasePath: '/' }, blog: false, pages: false }]],
};
JS
mkdir docs
cat >docs/writing.md <<'MD'
---
slug: /
---

# Writing

## Name it by `{#id}`

## Never twice `{#id}`

## With `{#id}` in the middle
MD
NODE_ENV=production DOCUSAURUS_NO_PERSISTENT_CACHE=true node_modules/.bin/docusaurus build >log 2>&1
said=$(node -e '
  const html = require("fs").readFileSync("build/index.html", "utf8");
  for (const [, attributes, inner] of html.matchAll(/<h2([^>]*)>(.*?)<\/h2>/g))
    console.log(/\bid="?([^" >]+)/.exec(attributes)[1] + " | " + inner.replace(/<a .*$/, "").replace(/<[^>]*>/g, ""));
')
printf '%s\n' "$said"
[ "$said" = 'id | Name it by \
id | Never twice \
with-id-in-the-middle | With \{#id} in the middle' ]
echo 'As stated.'
