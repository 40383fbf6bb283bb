#!/usr/bin/env bash
# @shogobg/markdown2confluence 0.1.6 loses each empty cell of a table, and the cells behind it move up by one column.
#
# In Confluence's wiki markup a cell begins with a bar and a heading's cell with two, so an empty cell needs a space between its bars.
# The package writes none: of `| Hiring | | leads |` it makes `|Hiring||leads|`, a row of the two cells "Hiring" and, as a heading,
# "leads". Tables of competencies are full of empty cells, since not every level has every skill. In the published one what was asked
# of seniors stands below the level before.
#
# Seen with Node 20.20.2 and Debian's pandoc 3.1.11.1 (trixie), which reads that markup.
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
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact @shogobg/markdown2confluence@0.1.6
printf '| Skill | Mid | Senior |\n|---|---|---|\n| Planning | weeks | months |\n| Hiring | | leads |\n' >page.md
node -e "process.stdout.write(require('@shogobg/markdown2confluence')(require('fs').readFileSync('page.md', 'utf8')))" >page.wiki
cat page.wiki
pandoc -f jira -t gfm page.wiki | tr -s ' -' | tee said
grep -qxF '|Hiring||leads|' page.wiki
grep -qxF '| Planning | weeks | months |' said
grep -qxF '| Hiring | leads | |' said
echo 'As stated.'
