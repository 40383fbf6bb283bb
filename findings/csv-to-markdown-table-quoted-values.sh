#!/usr/bin/env bash
# csv-to-markdown-table 1.6.3 keeps the quotes of CSV, and makes two rows of a value with a line break.
#
# RFC 4180 (2.5 to 2.7) puts a value that holds a comma, a quote or a line break between quotes, which are not part of it. Every
# export of a spreadsheet of competencies has such values. The package keeps the quotes as they stand, doubled ones doubled, and
# starts a new row at the line break within them: the second half of the value becomes the first cell of a row of its own, with
# the closing quote.
#
# Seen with Node 20.20.2: of two rows of data it makes three.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact csv-to-markdown-table@1.6.3
said=$(node -e "console.log(require('csv-to-markdown-table')('skill,level\n\"plan, lead\",1\n\"write\nread\",2', ',', true))")
printf '%s\n' "$said"
grep -q '^| "plan, lead" | 1 ' <<<"$said"
grep -q '^| "write ' <<<"$said"
grep -q '^| read" ' <<<"$said"
echo 'As stated.'
