#!/usr/bin/env bash
# markdownlint-cli2-formatter-sarif 0.0.4 puts the Markdown of a faulty link into a SARIF message, where it is a link of the message.
#
# SARIF 2.1.0, 3.11.6: in a message `[text](destination)` is an embedded link, a destination that is a number names a related
# location, and brackets that are meant as such are escaped with backslashes. The formatter writes the faulty line as it is. A
# viewer that follows the standard shows `Team` where the author needs to see `#taem`, and for a list of numbered notes, `[1](2)`, a
# link to a related location 2 that the result does not have. Findings about links are what a linter of Markdown mostly reports.
#
# Seen with Node 20.20.2 and markdownlint-cli2 0.18.1.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact markdownlint-cli2@0.18.1 markdownlint-cli2-formatter-sarif@0.0.4
cat >.markdownlint-cli2.jsonc <<'JSON'
{ "outputFormatters": [["markdownlint-cli2-formatter-sarif"]], "config": { "default": false, "MD051": true } }
JSON
printf '# Page\n\n## Team\n\nSee [Team](#taem).\n' >page.md
node_modules/.bin/markdownlint-cli2 page.md >/dev/null 2>&1 || true
cat >print.cjs <<'JS'
const { version, runs } = JSON.parse(require('node:fs').readFileSync('markdownlint-cli2-sarif.sarif', 'utf8'));
const { text } = runs[0].results[0].message;
const shown = text.replace(/(?<!\\)\[((?:[^\\\]]|\\.)*)\]\([^)]*\)/g, '$1');
console.log(`${version}\n${text}\n${shown}`);
JS
node print.cjs | tee said
diff said - <<'SAID'
2.1.0
Link fragments should be valid, Context: "[Team](#taem)"
Link fragments should be valid, Context: "Team"
SAID
echo 'As stated.'
