#!/usr/bin/env bash
# Hugo 0.111.3 with `relativeURLs` on a site below a path writes dead links for its own `relref`.
#
# The setting makes links relative, so that the site can be opened from any folder. On a site with `baseURL =
# "https://handbook.example/docs/"` the shortcode `relref` gives `/docs/b/`, and the setting turns it into `./docs/b/`: from the
# front page at /docs/ that is /docs/docs/b/, where nothing is. A link that leaves the path out, `/b/`, is dead on every server
# without the setting, and comes out right with it. The build warns of nothing.
#
# Seen with Debian's hugo 0.111.3-1, and with 0.131.0 and 0.169.0: without the setting `/docs/b/` and `/b/`, with it `./docs/b/`
# and `./b/`.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get -qq download hugo=0.111.3-1 libsass1 libwebp7 2>/dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
libraries=$(dirname "$(find "$work/root" -name 'libsass.so.1')")
mkdir -p content layouts/_default
echo '{{ .Content }}' | tee layouts/index.html layouts/_default/single.html >/dev/null
printf -- '---\ntitle: Front page\n---\n[1]({{< relref "b.md" >}}) [2](/b/)\n' >content/_index.md
printf -- '---\ntitle: B\n---\nText\n' >content/b.md
build() {
  printf 'baseURL = "https://handbook.example/docs/"\nrelativeURLs = %s\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap"]\n' "$1" >hugo.toml
  LD_LIBRARY_PATH=$libraries root/usr/bin/hugo --quiet
  grep -o 'href="[^"]*"' public/index.html | tr '\n' ' '
}
without=$(build false)
with=$(build true)
printf '%s\n' "$without" "$with"
[ "$without" = 'href="/docs/b/" href="/b/" ' ]
[ "$with" = 'href="./docs/b/" href="./b/" ' ]
echo 'As stated.'
