#!/usr/bin/env bash
# The `tags` plugin of Material for MkDocs 9.6.4 changes the ids of headings, even when it is switched off.
#
# Python-Markdown reads `{#id}` behind a heading only with its extension attr_list, and without it as text of the heading. The
# plugin adds that extension to the site's settings when it is not there, and does so before it asks for its own `enabled`. A site
# with `tags: {enabled: false}`, the way to build without it, has `<h2 id="money">Pay</h2>` where the same site without that line
# has `<h2 id="pay-money">Pay {#money}</h2>`. Nothing in mkdocs.yml says so: links that worked are dead after the plugin is taken
# out, and tools that read the settings, to know the ids, get them wrong.
#
# Seen with Debian's mkdocs-material 9.6.4-1 and mkdocs 1.6.1 (trixie), Python 3.11.7.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir -p lists/partial cache/archives/partial parts docs
echo 'deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] http://deb.debian.org/debian trixie main' >trixie.list
apt=(-qq -o "Dir::Etc::sourcelist=$work/trixie.list" -o "Dir::Etc::sourceparts=$work/parts" -o "Dir::State::lists=$work/lists"
  -o "Dir::Cache=$work/cache" -o APT::Sandbox::User=root)
apt-get "${apt[@]}" update
apt-get "${apt[@]}" download mkdocs-material=9.6.4-1 mkdocs-material-extensions mkdocs \
  mkdocs-get-deps ghp-import python3-{click,dateutil,jinja2,markdown,markupsafe} \
  python3-{mergedeep,packaging,pathspec,platformdirs,pyyaml-env-tag,watchdog,yaml} \
  python3-{pygments,pymdownx,requests,paginate,regex,colorama} 2>/dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
export PYTHONPATH=$work/root/usr/lib/python3/dist-packages
printf '# Page\n\n## Pay {#money}\n' >docs/index.md
for plugins in '[]' '[tags: {enabled: false}]'; do
  printf 'site_name: Handbook\ntheme: {name: material}\nplugins: %s\n' "$plugins" >mkdocs.yml
  python3 -m mkdocs build --quiet --strict
  grep -o '<h2 id.*</h2>' site/index.html
done | tee said
diff said - <<'SAID'
<h2 id="pay-money">Pay {#money}</h2>
<h2 id="money">Pay</h2>
SAID
echo 'As stated.'
