#!/usr/bin/env bash
# Hugo 0.167.0 finds a file under assets or not, by what another link called it before.
#
# `resources.Get`, which Hugo's own render hooks ask, does not find `../img/plan.png` when only assets/img/plan.png is there. But what it found, or
# did not, is remembered by the path without its `../`. So behind such a link `img/plan.png` is missing in the whole build as well, and the other way
# round `../img/plan.png` works behind `img/plan.png`. Within a page the order of the links decides; pages are built at the same time, so between
# pages chance does. Hugo says nothing. The same with 0.131.0 and 0.169.0.
#
# Seen with Debian's hugo 0.167.0-7 (forky).
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
disableKinds = ["taxonomy", "term", "RSS", "sitemap"]
[markup.goldmark.renderHooks.image]
useEmbedded = "always"
END
mkdir -p assets/img
echo picture >assets/img/plan.png
sources() {
  printf '%s\n\n' "$@" >content/office.md
  hugo --quiet && grep -oE 'src="[^"]*"' public/office/index.html | tr '\n' ' '
}
first=$(sources '![](img/plan.png)' '![](../img/plan.png)')
last=$(sources '![](../img/plan.png)' '![](img/plan.png)')
printf 'asked for by its name first: %s\nasked for by another first:  %s\n' "$first" "$last"
[ "$first" = 'src="/img/plan.png" src="/img/plan.png" ' ]
[ "$last" = 'src="../img/plan.png" src="img/plan.png" ' ]
echo 'As stated.'
