#!/usr/bin/env bash
# marked-custom-heading-id 2.0.17 prints the Markdown of a heading with an id as text: stars, brackets and backquotes.
#
# The extended syntax that its README points to puts `{#id}` behind a heading, of which the rest stays a heading like any other.
# The package looks for the id in the heading's source and hands that source on as HTML: `## [Rules](/rules/) {#rules}` has lost
# its link, `## Use of **two** approvals {#two}` shows stars, and an `&` is not escaped. Without the id the same headings are
# right.
#
# Seen with Node 20.20.2 and marked 18.2.1.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact marked@18.2.1 marked-custom-heading-id@2.0.17
cat >render.mjs <<'JS'
import { Marked } from 'marked';
import customHeadingId from 'marked-custom-heading-id';

const marked = new Marked().use(customHeadingId());
const headings = ['## [Rules](/rules/)', '## Use of **two** approvals', '## `make` & build'];
for (const heading of headings) console.log(marked.parse(heading) + marked.parse(`${heading} {#own}`).trim());
JS
node render.mjs | tee said
diff said - <<'SAID'
<h2><a href="/rules/">Rules</a></h2>
<h2 id="own">[Rules](/rules/)</h2>
<h2>Use of <strong>two</strong> approvals</h2>
<h2 id="own">Use of **two** approvals</h2>
<h2><code>make</code> &amp; build</h2>
<h2 id="own">`make` & build</h2>
SAID
echo 'As stated.'
