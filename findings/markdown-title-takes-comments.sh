#!/usr/bin/env bash
# markdown-title 1.0.2 takes a comment of a shell script, or of the front matter, for the title of a page.
#
# Its README: the first heading of level 1 is given back, wherever it is, in the form with a number sign. Any line that begins with the
# sign counts, though: of a page whose title is in its front matter, as most generators want it, the title is the first comment in a
# block of code; with a comment in the front matter it is that one. `#people is our channel.` at the beginning of a line is no heading for
# want of a space (CommonMark 0.31.2, 4.2), and gives "eople is our channel."; `# C#` is "C". Menus and lists of pages show these.
#
# Seen with Node 20.20.2; the headings as commonmark 0.31.2 reads them.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact markdown-title@1.0.2 commonmark@0.31.2
cat >titles.cjs <<'JS'
const { HtmlRenderer, Parser } = require('commonmark');
const markdownTitle = require('markdown-title');

const code = '## Client\n\n```sh\n# remove the old one\nrm client\n```\n';
const heading = (page) => new HtmlRenderer().render(new Parser().parse(page)).match(/<h1>(.*)<\/h1>/)?.[1];
for (const page of [code, '#people is our channel.\n\n# Pay\n', '# C#\n']) console.log(markdownTitle(page), '|', heading(page));
console.log(markdownTitle('---\n# Until May\ntitle: Pay\n---\n\n# Pay bands\n'));
JS
node titles.cjs | tee said
diff said - <<'SAID'
remove the old one | undefined
eople is our channel. | Pay
C | C#
Until May
SAID
echo 'As stated.'
