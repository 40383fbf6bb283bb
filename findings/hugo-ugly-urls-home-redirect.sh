#!/usr/bin/env bash
# Hugo 0.167.0 with `uglyURLs` and two languages writes the redirect from /en/ to the home page into a folder `index.htmlen`.
#
# On a site in several languages whose main one stands at the top, Hugo sends readers on from `/en/` to `/`. With `uglyURLs = true`
# the address of that redirect is made from the home page's own, `/index.html`, and the language's name: `index.htmlen/index.html`.
# A link to `/en/` that worked is dead, and the build warns of nothing.
#
# Seen with Debian's hugo 0.167.0-7 (forky) and 0.169.0-1 (sid); 0.131.0-1 (trixie) writes en/index.html.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir -p lists/partial cache/archives/partial parts content layouts/_default
echo 'deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] http://deb.debian.org/debian forky main' >forky.list
apt=(-qq -o "Dir::Etc::sourcelist=$work/forky.list" -o "Dir::Etc::sourceparts=$work/parts" -o "Dir::State::lists=$work/lists"
  -o "Dir::Cache=$work/cache" -o APT::Sandbox::User=root)
apt-get "${apt[@]}" update
apt-get "${apt[@]}" download hugo libc6 libsass1 libwebp7 libsharpyuv0 libstdc++6 libgcc-s1 2>/dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
hugo() { root/usr/lib64/ld-linux-x86-64.so.2 --library-path root/usr/lib/x86_64-linux-gnu root/usr/bin/hugo "$@"; }
hugo version
echo '{{ .Content }}' | tee layouts/_default/single.html layouts/_default/list.html >/dev/null
cat >hugo.toml <<END
baseURL = "https://handbook.example/"
uglyURLs = true
disableKinds = ["taxonomy", "term", "RSS", "sitemap"]
[languages.en]
weight = 1
[languages.de]
weight = 2
END
echo Text | tee content/a.md content/a.de.md >/dev/null
hugo >log 2>&1
if grep -qiE 'warn|error' log; then exit 1; fi
find public -name '*.html' | sort
[ -f public/index.htmlen/index.html ]
[ ! -e public/en/index.html ]
echo 'As stated.'
