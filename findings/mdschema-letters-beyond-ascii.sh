#!/usr/bin/env bash
# mdschema 0.15.4 calls links broken whose file name is percent-encoded or whose heading has letters beyond ASCII.
#
# With `validate_files` a link `two%20words.md` is a broken file link although `two words.md` is there; the same link as
# `<two words.md>` passes, so names are compared without decoding. With `validate_internal` no heading such as "Größe" can be linked:
# `#größe`, the anchor that GitHub, GitLab and github-slugger give it, does not exist, percent-encoded or not.
#
# Seen with Node 20.20.2 (the package holds a Linux x64 program): three violations on a page where every link works.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm pkg set type=module >/dev/null
npm install --silent --no-audit --no-fund --save-exact @jackchuka/mdschema-linux-x64@0.15.4 github-slugger@2.0.0
printf 'structure:\n  - heading: "# Role"\n    allow_additional: true\nlinks:\n  validate_internal: true\n  validate_files: true\n' >schema.yml
printf '# Two words\n' >'two words.md'
printf '# Role\n\n[a](two%%20words.md)\n[b](<two words.md>)\n[c](#größe)\n[d](#gr%%C3%%B6%%C3%%9Fe)\n\n## Größe\n\nText\n' >page.md
[ "$(node -e "import('github-slugger').then(({ slug }) => console.log(slug('Größe')))")" = größe ]
said=$(node_modules/@jackchuka/mdschema-linux-x64/bin/mdschema check page.md --schema schema.yml 2>&1 | grep -F '[link]' | sed 's/^ *//' || true)
printf '%s\n' "$said"
[ "$(wc -l <<<"$said")" = 3 ]
grep -qF "Broken file link: 'two%20words.md' does not exist" <<<"$said"
grep -qF "anchor '#größe' does not exist" <<<"$said"
grep -qF "anchor '#gr%C3%B6%C3%9Fe' does not exist" <<<"$said"
echo 'As stated.'
