#!/usr/bin/env bash
# Hugo 0.167.0 takes the quotation mark behind a bare web address into the link: `"https://pay.example/bands" is` leads to `…/bands%22`.
#
# Its Markdown parser, goldmark, ends a bare address before a full stop or a comma, and not before `"`. remark-gfm 4.0.1 ends the same
# address before the mark: an address in quotation marks is a dead link on the site, and a working one for tools made with remark.
#
# Seen with Debian's hugo 0.167.0-7 (forky); 0.131.0-1 (trixie) and 0.169.0-1 (sid) do the same.
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
echo 'The page "https://pay.example/bands" is public, see https://pay.example/faq.' >content/pay.md
hugo --quiet
said=$(grep -oE 'href="[^"]*"' public/pay/index.html)
printf '%s\n' "$said"
[ "$said" = 'href="https://pay.example/bands%22"
href="https://pay.example/faq"' ]
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact remark-gfm@4.0.1 remark-parse@11.0.0 unified@11.0.5
cat >read.mjs <<'JS'
import { readFileSync } from 'node:fs';
import gfm from 'remark-gfm';
import parse from 'remark-parse';
import { unified } from 'unified';
const tree = unified().use(parse).use(gfm).parse(readFileSync('content/pay.md'));
console.log(tree.children[0].children.flatMap(({ url }) => url ?? []).join(' '));
JS
[ "$(node read.mjs)" = 'https://pay.example/bands https://pay.example/faq' ]
echo 'As stated.'
