#!/usr/bin/env bash
# Two converters of HTML, html-to-md 0.8.8 and node-html-markdown 2.0.0, make plain text of a link whose title has quotation marks.
#
# `title="What &quot;on call&quot; means"` is written as `[duty](duty.md "What "on call" means")`, which is no link by CommonMark: the
# page shows brackets, and a checker of links finds none to check. turndown 7.2.4 puts a backslash before the marks.
#
# Seen with Node 20.20.2; read back with commonmark 0.31.2.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact html-to-md@0.8.8 node-html-markdown@2.0.0 turndown@7.2.4 commonmark@0.31.2
said=$(node -e "
const { HtmlRenderer, Parser } = require('commonmark');
const { NodeHtmlMarkdown } = require('node-html-markdown');
const Turndown = require('turndown');
const htmlToMd = require('html-to-md');
const page = '<p><a href=\"duty.md\" title=\"What &quot;on call&quot; means\">duty</a></p>';
const written = { 'html-to-md': (htmlToMd.default ?? htmlToMd)(page), 'node-html-markdown': NodeHtmlMarkdown.translate(page), turndown: new Turndown().turndown(page) };
for (const [name, markdown] of Object.entries(written)) {
  const html = new HtmlRenderer().render(new Parser().parse(markdown));
  console.log(name + ': ' + markdown.trim() + ' ' + (html.includes('<a href') ? 'is a link' : 'is no link'));
}
")
printf '%s\n' "$said"
grep -qF 'html-to-md: [duty](duty.md "What "on call" means") is no link' <<<"$said"
grep -qF 'node-html-markdown: [duty](duty.md "What "on call" means") is no link' <<<"$said"
grep -q '^turndown: .* is a link$' <<<"$said"
echo 'As stated.'
