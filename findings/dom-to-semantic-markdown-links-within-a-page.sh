#!/usr/bin/env bash
# dom-to-semantic-markdown 1.5.0 writes each link to a heading of the same page as `about:blank#…`.
#
# Used in Node as its README shows, with jsdom's parser, `<a href="#okrs">` becomes `[OKRs](about:blank#okrs)`: a table of contents
# that is converted leads nowhere, and no checker of links that knows fragments sees one. Links to other pages are kept as they are.
#
# Seen with Node 20.20.2 and jsdom 26.1.0.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact dom-to-semantic-markdown@1.5.0 jsdom@26.1.0
cat >convert.mjs <<'JS'
import { convertHtmlToMarkdown } from 'dom-to-semantic-markdown';
import { JSDOM } from 'jsdom';
const page = '<h2 id="okrs">OKRs</h2><p><a href="#okrs">OKRs</a> <a href="/team/#okrs">Team</a> <a href="pay.html">Pay</a></p>';
console.log(convertHtmlToMarkdown(page, { overrideDOMParser: new new JSDOM(page).window.DOMParser() }));
JS
said=$(node convert.mjs)
printf '%s\n' "$said"
grep -qF '[OKRs](about:blank#okrs) [Team](/team/#okrs) [Pay](pay.html)' <<<"$said"
echo 'As stated.'
