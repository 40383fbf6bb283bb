#!/usr/bin/env bash
# markdown-docx 1.7.0 gives the second paragraph of a step the next number, so that step 2 of the page is step 3 in Word.
#
# What belongs to an item of a list is indented to where its text begins (CommonMark 0.31.2, 5.2), and steps with an explanation in a
# paragraph of its own are how runbooks are written. The package makes a numbered paragraph of each one in an item. "Go on with step 2"
# means another step in the document than on the page that it was made of. In a table of contents each entry leads nowhere: `[Pay](#pay)`
# becomes a link to an address `#pay` outside the document, and no heading has a bookmark of that name. Nothing is said.
#
# Seen with Node 20.20.2; read back with mammoth 1.11.0.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact markdown-docx@1.7.0 mammoth@1.11.0
cat >convert.mjs <<'JS'
import mammoth from 'mammoth';
import markdownDocx, { Packer } from 'markdown-docx';

for (const page of ['1. Ask.\n\n   Your lead knows.\n\n2. Sign.\n', '# Pay\n\n[Pay](#pay)\n']) {
  const buffer = await Packer.toBuffer(await markdownDocx(page));
  console.log((await mammoth.convertToHtml({ buffer })).value);
}
JS
node convert.mjs | tee said
diff said - <<'SAID'
<ol><li>Ask.</li><li>Your lead knows.</li><li>Sign.</li></ol>
<h1>Pay</h1><p><a href="#pay">Pay</a></p>
SAID
echo 'As stated.'
