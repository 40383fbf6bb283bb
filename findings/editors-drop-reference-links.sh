#!/usr/bin/env bash
# Two converters drop a link that is written as a reference, words and all: @tryfabric/martian 1.2.4, which makes pages for Notion, and
# @contentful/rich-text-from-markdown 16.2.2.
#
# CommonMark 0.31.2 (6.3) has one kind of link with two spellings: its destination in place, or in a definition below the text. Of
# `Ask [your lead][team] first.` both make "Ask  first.", without an error. A sentence that has lost its object still reads like one:
# "Send it to by Friday." Links in place are kept. The second lists the nodes that it converts, and hands others to a function of its
# caller's; without one they are gone, and of a link the text is as well.
#
# Seen with Node 20.20.2.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact @tryfabric/martian@1.2.4 @contentful/rich-text-from-markdown@16.2.2
cat >convert.cjs <<'JS'
const { richTextFromMarkdown } = require('@contentful/rich-text-from-markdown');
const { markdownToBlocks } = require('@tryfabric/martian');

const pages = ['Ask [your lead][team] first.\n\n[team]: https://team.example\n', 'Ask [your lead](https://team.example) first.\n'];
const words = (node) => node.value ?? node.content.map(words).join('');
(async () => {
  for (const page of pages) {
    const [{ paragraph }] = markdownToBlocks(page);
    console.log('martian   ', JSON.stringify(paragraph.rich_text.map(({ text }) => text.content).join('')));
    console.log('contentful', JSON.stringify(words(await richTextFromMarkdown(page))));
  }
})();
JS
node convert.cjs | tee said
diff said - <<'SAID'
martian    "Ask  first."
contentful "Ask  first."
martian    "Ask your lead first."
contentful "Ask your lead first."
SAID
echo 'As stated.'
