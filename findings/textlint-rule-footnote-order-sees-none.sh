#!/usr/bin/env bash
# textlint-rule-footnote-order 1.0.3 finds no footnote at all with textlint 12 and later, and passes each page.
#
# The rule is to report footnotes that are not numbered in order. It looks for them among the references and definitions of links,
# where the parser of textlint 11 put them; since version 12 textlint has nodes of their own for footnotes. The rule is installed and
# named in the configuration without a word of warning, and the page that its own documentation gives as a bad one is in order: exit
# code 0. With textlint 11 it has four errors.
#
# Seen with Node 20.20.2 and textlint 11.9.1, 12.6.1 and 14.8.4.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
for version in 11.9.1 12.6.1 14.8.4; do
  mkdir "$version"
  (
    cd "$version"
    npm init -y >/dev/null
    npm install --silent --no-audit --no-fund --save-exact "textlint@$version" textlint-rule-footnote-order@1.0.3
    printf 'Leave [^leave]\nPay [^pay]\n\n[^leave]: Paid leave.\n[^pay]: By bands.\n' >page.md
    code=0
    node_modules/.bin/textlint --rule footnote-order --format unix page.md >said || code=$?
    echo "textlint $version: $(grep -c 'footnote-order' said || true) errors, exit code $code"
  )
done | tee said
diff said - <<'SAID'
textlint 11.9.1: 4 errors, exit code 1
textlint 12.6.1: 0 errors, exit code 0
textlint 14.8.4: 0 errors, exit code 0
SAID
echo 'As stated.'
