#!/usr/bin/env bash
# Two plugins of Jekyll's together, jekyll-relative-links 0.7.0 and jekyll-optional-front-matter 0.3.2, make links that open a page's
# Markdown source, and none of them is dead.
#
# The first turns `pay.md` into `/pay.html`, by a pattern of its own: not in a link round an image, with a title in single quotes, with
# a query, or with its destination in angle brackets, all links by CommonMark. The second publishes pages without front matter and, by
# default, the file that they were made of beside them. So `[![Pay](pay.png)](pay.md)`, a card of a start page, leads to /pay.md, which
# is there: readers see hashes and bars or get a file to save, and a check of the built site finds nothing. In code, where the page
# shows how a link is written, `pay.md` is replaced as well.
#
# Seen with Debian's jekyll 4.3.4 (trixie), in a root of its own: needs chroot.
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
apt-get "${apt[@]}" install --download-only --no-install-recommends --yes jekyll=4.3.4+dfsg-1 \
  ruby-jekyll-relative-links=0.7.0-1 ruby-jekyll-optional-front-matter=0.3.2-1 >/dev/null
for package in cache/archives/*.deb; do dpkg-deb -x "$package" root; done
for name in bin lib lib64; do [ -e "root/$name" ] || ln -s "usr/$name" "root/$name"; done
cd root/site
echo 'plugins: [jekyll-relative-links, jekyll-optional-front-matter]' >_config.yml
echo '# Pay' >pay.md
cat >index.md <<'MD'
[text](pay.md), [title](pay.md "Pay") and [definition].

[![image](pay.png)](pay.md), [single quotes](pay.md 'Pay'), [query](pay.md?plain=1), [angle brackets](<pay.md>), `[code](pay.md)`

[definition]: pay.md
MD
LC_ALL=C.UTF-8 chroot "$work/root" /usr/bin/ruby -C /site /usr/bin/jekyll build --quiet
grep -oE 'href="[^"]*"|<code[^/]*[^<]*' _site/index.html | sed 's/<code[^>]*>//' | tee said
diff said - <<'SAID'
href="/pay.html"
href="/pay.html"
href="/pay.html"
href="pay.md"
href="pay.md"
href="pay.md?plain=1"
href="pay.md"
[code](/pay.html)
SAID
diff pay.md _site/pay.md
echo 'As stated.'
