#!/usr/bin/env bash
# Rspress 2.0.22 makes of a relative link to a folder one to a page that is not there, and its check of dead links passes it.
#
# A page guide/index.md is published as /guide/index.html. `[Guide](/guide/)` and `[Guide](guide/index.md)` lead there.
# `[Guide](guide/)`, the same address written from the page beside it, becomes /guide.html, and so does `[up](./)` on a page in the
# folder: with the slash removed the folder's name is taken for a page's. With `checkDeadLinks: true` the build ends well, since the
# check looks for the page before the address is made; `[Guide](nowhere/)` does stop it.
#
# Seen with Node 20.20.2.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact @rspress/core@2.0.22
mkdir -p docs/guide
cat >rspress.config.mjs <<'JS'
export default { root: 'docs', markdown: { link: { checkDeadLinks: true } } };
JS
printf '# Guide\n' >docs/guide/index.md
printf '# Pay\n\n[up](./)\n' >docs/guide/pay.md
printf '# Home\n\n[absolute](/guide/) [file](guide/index.md) [relative](guide/)\n' >docs/index.md
node_modules/.bin/rspress build >log 2>&1 || { cat log; exit 1; }
(cd doc_build && find . -name '*.html' | sort)
grep -ohE 'href="[^"]*"[^>]*>(absolute|file|relative|up)<' doc_build/index.html doc_build/guide/pay.html |
  sed 's/ class="[^"]*"//' | tee said
diff said - <<'SAID'
href="/guide/index.html">absolute<
href="/guide/index.html">file<
href="/guide.html">relative<
href="/guide.html">up<
SAID
[ ! -e doc_build/guide.html ]
printf '[Guide](nowhere/)\n' >docs/guide/pay.md
if node_modules/.bin/rspress build >log 2>&1; then exit 1; fi
grep -q 'Dead link' log
echo 'As stated.'
