#!/usr/bin/env bash
# Hugo 0.111.3 lets the closing tag of one shortcode close another, and says nothing.
#
# `{{% /note %}}` closes the call that was opened last, whatever its name, as long as some note came before on the page. So a pasted
# closing tag with the wrong name swallows the text of the call above it, or all calls of a page close each other in the wrong order, and
# the site builds. Only a name that the page has not had yet, or one tag too many, stops the build.
#
# Seen with Debian's hugo 0.111.3-1, and with 0.131.0 and 0.169.0: a tip that `/note` closes is built, a tip and a note that close each
# other crosswise are built, and a tip that `/note` closes before any note stops the build.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get -qq download hugo=0.111.3-1 libsass1 libwebp7 2>/dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
libraries=$(dirname "$(find "$work/root" -name 'libsass.so.1')")
mkdir -p layouts/_default layouts/shortcodes content
printf 'baseURL = "https://handbook.example.com/"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap", "home", "section"]\n' >hugo.toml
echo '{{ .Content }}' >layouts/_default/single.html
for name in note tip; do printf '[%s {{ .Inner }}]' "$name" >"layouts/shortcodes/$name.html"; done
build() {
  rm -rf public
  printf -- '---\ntitle: Page\n---\n%s\n' "$1" >content/page.md
  LD_LIBRARY_PATH=$libraries root/usr/bin/hugo >log 2>&1 || return 1
  cat public/page/index.html
}
another=$(build '{{< note >}}a{{< /note >}} {{< tip >}}b{{< /note >}} c')
crosswise=$(build '{{< tip >}}a{{< note >}}b{{< /tip >}}c{{< /note >}} d')
printf '%s\n' "$another" "$crosswise"
[ "$another" = '<p>[note a] [tip b] c</p>' ]
[ "$crosswise" = '<p>[tip a[note b]c] d</p>' ]
if grep -qiE 'warn|error' log; then exit 1; fi
if build '{{< tip >}}b{{< /note >}} c'; then exit 1; fi
grep -q "closing tag for shortcode 'note' does not match start tag" log
echo 'As stated.'
