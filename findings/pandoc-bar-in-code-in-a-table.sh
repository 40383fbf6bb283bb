#!/usr/bin/env bash
# pandoc 3.1.11.1 takes the backslash from a bar in code when it writes a table for GitHub, and the cell loses its second half.
#
# GFM: a bar in a cell is escaped "including inside other inline spans", so that `` `pass\|fail` `` is the way to write it in code.
# pandoc reads that as GFM says, and writes `` `pass|fail` ``. The row that it wrote has a cell too many: GitHub, and pandoc itself,
# end the cell at the bar, show half of a code span with its backquote, and drop what no longer has a column. A bar in plain text
# keeps its backslash. Formatting a handbook's pages with `pandoc -f gfm -t gfm`, or converting them from Word, thus cuts the cells.
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
printf '| Check | Result |\n|---|---|\n| tests | `pass\\|fail` |\n| text | pass\\|fail |\n' >page.md
pandoc -f gfm -t gfm page.md | tee again.md
grep -qF '`pass|fail`' again.md
grep -qF 'pass\|fail' again.md
pandoc -f gfm -t html page.md | grep -F '<code>pass|fail</code>'
pandoc -f gfm -t html again.md | grep -F '<td>`pass</td>'
[ "$(pandoc -f gfm -t plain again.md | grep -c fail)" = 1 ]
echo 'As stated.'
