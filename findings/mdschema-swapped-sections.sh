#!/usr/bin/env bash
# mdschema 0.15.4 calls a section missing that is there, when two sections have changed places.
#
# The schema asks for "Responsibilities" and then "Reporting structure" below a title that a regular expression describes. On a page
# that has both, in the other order, it reports four violations: the second is "not found", the first heading "expected" is the
# empty string, it is "unexpected" as well, and only the last line says what is wrong, that it should come after. A page that truly
# lacks the section gets the same first line, so the two cannot be told apart by it.
#
# Seen with Node 20.20.2 (the package holds a Linux x64 program): four violations, "not found" and "but expected """ among them.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact @jackchuka/mdschema-linux-x64@0.15.4
cat >schema.yml <<'YAML'
structure:
  - heading:
      pattern: "# .*"
      regex: true
    children:
      - heading: "## Responsibilities"
      - heading: "## Reporting structure"
YAML
printf '# Role\n\n## Reporting structure\n\nTo Ada.\n\n## Responsibilities\n\nMuch.\n' >swapped.md
said=$(node_modules/@jackchuka/mdschema-linux-x64/bin/mdschema check swapped.md --schema schema.yml 2>&1 || true)
printf '%s\n' "$said"
grep -q 'Required element "## Reporting structure" not found' <<<"$said"
grep -q 'but expected ""' <<<"$said"
grep -q 'should appear after "Responsibilities" but appears before it' <<<"$said"
grep -q 'Found 4 violation(s)' <<<"$said"
echo 'As stated.'
