#!/usr/bin/env bash
# adf-to-markdown 1.0.1 leaves the commands out of the steps of a list, and makes points of steps below a point.
#
# In Atlassian's document format an item of a list holds paragraphs and lists, and, as its schema has it, code blocks and media as well;
# Jira and Confluence write the command of a step so. The package writes the paragraphs and lists of an item and nothing else: an
# instruction "Run the check:" is left without the check. Numbered steps below a point lose their numbers, so that "go back to step 2"
# means nothing. Of what it does not know at all it warns, of these it says nothing.
#
# Seen with Node 20.20.2.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact adf-to-markdown@1.0.1
cat >convert.cjs <<'JS'
const { convertADFToMarkdown } = require('adf-to-markdown');

const text = (value) => ({ type: 'text', text: value });
const paragraph = (value) => ({ type: 'paragraph', content: [text(value)] });
const item = (...content) => ({ type: 'listItem', content });
const code = (value) => ({ type: 'codeBlock', content: [text(value)] });
const convert = (...content) => convertADFToMarkdown({ type: 'doc', version: 1, content });
console.log(convert(code('make check')));
console.log(convert({ type: 'orderedList', content: [item(paragraph('Run the check:'), code('make check')), item(paragraph('Sign.'))] }));
const steps = { type: 'orderedList', content: [item(paragraph('Ask.')), item(paragraph('Sign.'))] };
console.log(convert({ type: 'bulletList', content: [item(paragraph('Leave'), steps)] }));
JS
node convert.cjs 2>&1 | tee said
diff said - <<'SAID'
```
make check
```
1. Run the check:
2. Sign.
- Leave
  - Ask.
  - Sign.
SAID
echo 'As stated.'
