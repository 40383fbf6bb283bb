#!/usr/bin/env bash
# remark-validate-links 13.1.0 decodes the path of a link and not its fragment.
#
# A heading "Über uns" has the id `über-uns`. A browser, and GitHub, go to it from `#über-uns` and from `#%C3%BCber-uns`, the
# form that is copied from an address bar (HTML Standard, "select the indicated part": the fragment is tried as it is, then
# percent-decoded). remark-validate-links finds the first and reports the second. `b%2Emd` as a file's name it does decode.
# A handbook in any language but English collects such links, so the check cannot be made strict there.
#
# Seen with Node 20.20.2: one warning, "Cannot find heading for `#%c3%bcber-uns`".
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact remark-cli@12.0.1 remark-validate-links@13.1.0
printf '# B\n' >b.md
printf '# Home\n\n## Über uns\n\n[as it is](#über-uns), [as copied](#%%C3%%BCber-uns), [a file](b%%2Emd)\n' >page.md
report=$(npx --no -- remark page.md --no-config --quiet --no-stdout --no-color --use remark-validate-links=repository:false 2>&1 || true)
printf '%s\n' "$report"
grep -q 'Cannot find heading for `#%c3%bcber-uns`' <<<"$report"
[ "$(grep -c 'Cannot find' <<<"$report")" = 1 ]
echo 'As stated.'
