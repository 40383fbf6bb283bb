#!/usr/bin/env bash
# md-2-json 2.0.0 drops a section when a later one below the same heading has its name.
#
# Its result is an object whose keys are the headings, and a key that comes again replaces what was there. A role page with
# "Goals" twice, or a changelog with "Fixed" below two releases under one title, loses the words of all but the last, without an
# error; and `toMd`, the way back, then writes a page without them.
#
# Seen with Node 20.20.2: of the two sections "Goals" the second alone is there, and the round trip has one heading less.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact md-2-json@2.0.0
said=$(node -e "
const { parse, toMd } = require('md-2-json');
const page = parse('# Role\n\n## Goals\n\nFirst.\n\n## Goals\n\nSecond.\n');
console.log(JSON.stringify(page));
console.log(toMd(page));
")
printf '%s\n' "$said"
if grep -q First <<<"$said"; then exit 1; fi
grep -q '"Goals":{"raw":"Second' <<<"$said"
[ "$(grep -c '^## Goals' <<<"$said")" = 1 ]
echo 'As stated.'
