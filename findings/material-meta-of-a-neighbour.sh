#!/usr/bin/env bash
# The `meta` plugin of Material for MkDocs 9.6.4 gives the front matter of a folder to all pages whose path begins with the same letters.
#
# Its documentation: a `.meta.yml` in a folder holds for the pages of that folder and below. Whether a page is in the folder is
# asked by the beginning of its path, without the slash behind the folder's name. What stands in docs/pay/.meta.yml, such as a
# description, tags, or `search: exclude: true`, holds for docs/pay-2023/bands.md and docs/payments.md as well. A page is thus
# hidden from the site's search, or gets a tag, because of the name that another folder has.
#
# Seen with Debian's mkdocs-material 9.6.4-1 and mkdocs 1.6.1 (trixie), Python 3.11.7: three pages of four have the description.
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
mkdir docs/pay docs/pay-2023
echo '# Page' | tee docs/index.md docs/pay/bands.md docs/pay-2023/bands.md docs/payments.md >/dev/null
echo 'description: For managers' >docs/pay/.meta.yml
printf 'site_name: Handbook\ntheme: {name: material}\nplugins: [meta]\n' >mkdocs.yml
python3 -m mkdocs build --quiet --strict
(cd site && grep -rl 'content="For managers"' --include='*.html' .) | sort | tee said
diff said - <<'SAID'
./pay-2023/bands/index.html
./pay/bands/index.html
./payments/index.html
SAID
echo 'As stated.'
