#!/usr/bin/env bash
# mkdocs-redirects 1.2.2 writes its redirect over a page that is still there, and `mkdocs build --strict` says nothing.
#
# A redirect is for an address that has no page any more. When old.md has been kept, or has come back, the plugin puts the redirect
# into old/index.html after the page was built: its text is not on the site, though the menu has it and links to it count as sound.
# For a redirect whose target does not exist the plugin warns, here it does not.
#
# Seen with Debian's mkdocs-redirects 1.2.2-1 and mkdocs 1.6.1 (trixie), Python 3.11.7.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir -p lists/partial cache/archives/partial parts docs
echo 'deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] http://deb.debian.org/debian trixie main' >trixie.list
apt=(-qq -o "Dir::Etc::sourcelist=$work/trixie.list" -o "Dir::Etc::sourceparts=$work/parts" -o "Dir::State::lists=$work/lists"
  -o "Dir::Cache=$work/cache" -o APT::Sandbox::User=root)
apt-get "${apt[@]}" update
apt-get "${apt[@]}" download mkdocs-redirects=1.2.2-1 mkdocs mkdocs-get-deps ghp-import \
  python3-{click,dateutil,jinja2,markdown,markupsafe} \
  python3-{mergedeep,packaging,pathspec,platformdirs,pyyaml-env-tag,watchdog,yaml} 2>/dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
export PYTHONPATH=$work/root/usr/lib/python3/dist-packages
mkdir theme
echo '{{ page.content }}' >theme/main.html
echo '[The old rules](old.md) and [the new ones](new.md)' >docs/index.md
echo 'Whoever was hired before May has 30 days.' >docs/old.md
echo 'All have 28 days.' >docs/new.md
build() {
  printf 'site_name: Handbook\ntheme: {name: null, custom_dir: theme}\nplugins: %s\n' "$1" >mkdocs.yml
  python3 -m mkdocs build --strict 2>&1 | tee log
  ! grep -E 'WARN|ERROR' log
  grep -oE '30 days|url=[^"]*' site/old/index.html
}
[ "$(build '[]' | tail -1)" = '30 days' ]
build '[redirects: {redirect_maps: {old.md: new.md}}]' | tee said
[ "$(tail -1 said)" = 'url=../new/' ]
echo 'As stated.'
