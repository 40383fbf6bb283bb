#!/usr/bin/env bash
# Hugo 0.111.3 publishes a page whose front matter says `render: Never`, with a capital letter or a typing error, and says nothing.
#
# `render: never` keeps a page off the site, so that it can hold words that others include, or plans that readers shall not see yet.
# The values are words of a fixed list: `always`, `never`, `link`. What is not in the list, letter by letter, counts as `always`: the
# page goes online, and neither a warning nor the exit code tells.
#
# Seen with Debian's hugo 0.111.3-1, and with 0.131.0, 0.167.0 and 0.169.0 (there under `build`): of four pages with
# never, Never, nevr and "no" the first alone is left out.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get -qq download hugo=0.111.3-1 libsass1 libwebp7 2>/dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
libraries=$(dirname "$(find "$work/root" -name 'libsass.so.1')")
mkdir -p content layouts/_default
printf 'baseURL = "https://handbook.example.com/"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap"]\n' >hugo.toml
echo '{{ .Content }}' >layouts/_default/single.html
echo 'List' >layouts/_default/list.html
page() { printf -- '---\ntitle: Page\n_build:\n  render: %s\n---\nText\n' "$2" >"content/$1.md"; }
page a never
page b Never
page c nevr
page d '"no"'
LD_LIBRARY_PATH=$libraries root/usr/bin/hugo >log 2>&1
said=$(cd public && echo */index.html)
printf '%s\n' "$said"
[ "$said" = 'b/index.html c/index.html d/index.html' ]
if grep -qiE 'warn|error' log; then exit 1; fi
echo 'As stated.'
