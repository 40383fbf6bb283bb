#!/usr/bin/env bash
# Jekyll 4.3.4 publishes a collection with `permalink: pretty` as one page, /pretty.html.
#
# The documentation gives the built-in styles `date`, `pretty`, `ordinal` and `none`, and what each means for collections: `pretty`
# is `/:collection/:path/`. That holds where the style is set for the whole site. Set for one collection, in `collections: roles:`,
# the word is the address itself: all roles get /pretty.html, and of all of them the last one is on the site.
#
# Seen with Debian's jekyll 4.3.4+dfsg-1 (trixie), in a root of its own: needs chroot. Jekyll says that there is a conflict.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir -p lists/partial cache/archives/partial parts root/site/_roles root/{dev,tmp}
touch status root/dev/null
echo 'deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] http://deb.debian.org/debian trixie main' >trixie.list
apt=(-qq -o "Dir::Etc::sourcelist=$work/trixie.list" -o "Dir::Etc::sourceparts=$work/parts" -o "Dir::State::lists=$work/lists"
  -o "Dir::State::status=$work/status" -o "Dir::Cache=$work/cache" -o APT::Sandbox::User=root)
apt-get "${apt[@]}" update
apt-get "${apt[@]}" install --download-only --no-install-recommends --yes jekyll=4.3.4+dfsg-1 >/dev/null
for package in cache/archives/*.deb; do dpkg-deb -x "$package" root; done
for name in bin lib lib64; do [ -e "root/$name" ] || ln -s "usr/$name" "root/$name"; done
printf -- '---\n---\nDuties\n' | tee root/site/_roles/engineer.md root/site/_roles/manager.md >/dev/null
build() {
  rm -rf root/site/_site
  LC_ALL=C.UTF-8 chroot root /usr/bin/ruby -C /site /usr/bin/jekyll build >log 2>&1 || { cat log; return 1; }
  (cd root/site/_site && find . -name '*.html' | sort)
}
printf 'permalink: pretty\ncollections: { roles: { output: true } }\n' >root/site/_config.yml
build | tee site
printf 'collections: { roles: { output: true, permalink: pretty } }\n' >root/site/_config.yml
build | tee collection
cat log
[ "$(cat site)" = "$(printf './roles/engineer/index.html\n./roles/manager/index.html')" ]
[ "$(cat collection)" = ./pretty.html ]
echo 'As stated.'
