#!/usr/bin/env bash
# myst-anchors of myst-parser 4.0.1 prints ids that the pages made by the same package do not have.
#
# The command shows, as HTML, the anchors of a page's headings: `<h2 id="level-12"></h2>` for "Level 1.2", as GitHub has them. A
# link `[x](#level-12)` in Markdown works, since MyST turns it into another one: the section on the page has docutils' id,
# `level-1-2`. "Q & A" is printed as `q--a` and published as `q-a`. Who copies the printed id into a mail, another site, a redirect
# or raw HTML gets a link that is dead, and a checker of the built site that knows GitHub's rules calls the right ones dead.
#
# Seen with Debian's python3-myst-parser 4.0.1-1 and docutils 0.21.2 (trixie), in a root of its own: needs chroot.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir -p lists/partial cache/archives/partial parts root/{dev,site,tmp}
touch status root/dev/null
echo 'deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] http://deb.debian.org/debian trixie main' >trixie.list
apt=(-qq -o "Dir::Etc::sourcelist=$work/trixie.list" -o "Dir::Etc::sourceparts=$work/parts" -o "Dir::State::lists=$work/lists"
  -o "Dir::State::status=$work/status" -o "Dir::Cache=$work/cache" -o APT::Sandbox::User=root)
apt-get "${apt[@]}" update
apt-get "${apt[@]}" install --download-only --no-install-recommends --yes python3-myst-parser=4.0.1-1 >/dev/null
for package in cache/archives/*.deb; do dpkg-deb -x "$package" root; done
for name in bin lib lib64; do [ -e "root/$name" ] || ln -s "usr/$name" "root/$name"; done
myst() { LC_ALL=C chroot root /usr/bin/python3 -X utf8 "/usr/bin/myst-$1" "${@:2}"; }
printf '# Levels\n\n[x](#level-12)\n\n## Level 1.2\n\n## Q & A\n' >root/site/levels.md
myst anchors /site/levels.md | tee printed
myst docutils-html5 --myst-heading-anchors=2 /site/levels.md | grep -oE '<section id="[^"]*"|href="#[^"]*"' | tee built
grep -q '"level-12"' printed
grep -q '"q--a"' printed
[ "$(xargs <built)" = 'href=#level-1-2 <section id=level-1-2 <section id=q-a' ]
echo 'As stated.'
