#!/usr/bin/env bash
# front-matter 4.0.2 cuts text from between two thematic breaks of a page without front matter, if its first line has three hyphens.
#
# Its README: "valid front matter is considered to have the starting separator on the first line". What is tested is that `---` is
# anywhere in the first line: a dash written as three hyphens in the title, or `<!--- note -->`, the spelling of a comment that
# stays out of HTML. Then the first two lines `---` of the page count as fences, wherever they are. What stands between them is
# read as YAML and is gone from the body; when it happens to be a mapping, a "Note: …" becomes a field of the page. gray-matter
# 4.0.3 leaves the page as it is.
#
# Seen with Node 20.20.2.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact front-matter@4.0.2 gray-matter@4.0.3
cat >read.cjs <<'JS'
const frontMatter = require('front-matter');
const matter = require('gray-matter');

const page = (first) => `${first}\n\nPay\n\n---\n\nNote: ask your manager.\n\n---\n\nBands\n`;
for (const first of ['Pay - bands', 'Pay --- bands', '<!--- owner: people -->']) {
  const { attributes, body } = frontMatter(page(first));
  const { data, content } = matter(page(first), {});
  console.log(JSON.stringify(attributes), body.includes('manager'), JSON.stringify(data), content.includes('manager'));
}
JS
node read.cjs | tee said
diff said - <<'SAID'
{} true {} true
{"Note":"ask your manager."} false {} true
{"Note":"ask your manager."} false {} true
SAID
echo 'As stated.'
