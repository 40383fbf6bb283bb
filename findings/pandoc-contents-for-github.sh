#!/usr/bin/env bash
# pandoc 3.1.11.1 writes a table of contents into Markdown for GitHub whose links are those of its own Markdown.
#
# `pandoc -f markdown -t gfm --standalone --toc` makes a page of GitHub's kind with links to its headings. GFM has no syntax for
# ids, so GitHub makes them from the words: `1-onboarding`, `level-12`, `q--a`. pandoc knows these rules, and uses them when it
# reads GFM; here it links to the ids that its own Markdown would have had: `onboarding`, `level-1.2`, `q-a`, or to one given as
# `{#money}`, which it leaves out of the page. All four entries are dead on GitHub, and by pandoc's own reading of what it wrote.
#
# Seen with Debian's pandoc 3.1.11.1+ds-2 (trixie); 2.17.1.1-2 (bookworm) does the same.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir -p lists/partial cache/archives/partial parts
echo 'deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] http://deb.debian.org/debian trixie main' >trixie.list
apt=(-qq -o "Dir::Etc::sourcelist=$work/trixie.list" -o "Dir::Etc::sourceparts=$work/parts" -o "Dir::State::lists=$work/lists"
  -o "Dir::Cache=$work/cache" -o APT::Sandbox::User=root)
apt-get "${apt[@]}" update
apt-get "${apt[@]}" download \
  pandoc=3.1.11.1+ds-2 pandoc-data libc6 libgmp10 libyaml-0-2 zlib1g libffi8 liblua5.4-0 libnuma1 2>/dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
pandoc() {
  root/usr/lib64/ld-linux-x86-64.so.2 --library-path root/usr/lib/x86_64-linux-gnu root/usr/bin/pandoc \
    --data-dir=root/usr/share/pandoc/data "$@"
}
pandoc --version | head -1
printf '## 1. Onboarding\n\n## Level 1.2\n\n## Q & A\n\n## Pay {#money}\n' >page.md
pandoc -f markdown -t gfm --standalone --toc page.md | tee github.md
links=$(grep -oP '\(#\K[^)]*' github.md | xargs)
ids=$(pandoc -f gfm -t html github.md | grep -oP '<h2 id="\K[^"]*' | xargs)
printf 'links %s\nids   %s\n' "$links" "$ids"
[ "$links" = 'onboarding level-1.2 q-a money' ]
[ "$ids" = '1-onboarding level-12 q--a pay' ]
echo 'As stated.'
