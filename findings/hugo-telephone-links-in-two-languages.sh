#!/usr/bin/env bash
# Hugo 0.167.0 writes `#ZgotmplZ` for each link to a telephone or a chat on a site in two languages, and says nothing.
#
# With more than one language Hugo takes its own render hook for links, which since 0.139.4 lets Go's templates judge the address: all
# schemes but http, https and mailto are replaced. `[Call](tel:+493012345)` and `[Chat](slack://channel?id=C1)` are dead on the site; with
# one language the same pages have working links. 0.131.0 with the hook turned on keeps them.
#
# Seen with Debian's hugo 0.167.0-7 (forky) and 0.169.0-1 (sid).
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
END
echo '[Call](tel:+493012345) [Chat](slack://channel?id=C1) [Write](mailto:kim@handbook.example)' >content/on-call.md
links() { hugo --quiet && grep -oE 'href="[^"]*"' public/on-call/index.html | tr '\n' ' '; }
one=$(links)
printf '[languages.en]\nweight = 1\n[languages.de]\nweight = 2\n' >>hugo.toml
two=$(links)
printf 'one language:  %s\ntwo languages: %s\n' "$one" "$two"
[ "$one" = 'href="tel:+493012345" href="slack://channel?id=C1" href="mailto:kim@handbook.example" ' ]
[ "$two" = 'href="#ZgotmplZ" href="#ZgotmplZ" href="mailto:kim@handbook.example" ' ]
echo 'As stated.'
