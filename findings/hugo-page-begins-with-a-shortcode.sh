#!/usr/bin/env bash
# Hugo 0.131.0 takes a page that begins with a shortcode for one that begins with JSON, and does not build the site.
#
# Front matter is optional, and a page may consist of nothing but `{{< team "payroll" >}}`. A page whose first letter is `{` has
# front matter in JSON for Hugo, and it does not look at the second: "unmarshal failed: invalid character '{' looking for beginning
# of object key string". Blank lines before the shortcode do not help, as for the front matter they are skipped. A word, a comment
# or empty front matter in front of it does. Who opens the page sees nothing that has to do with JSON.
#
# Seen with Debian's hugo 0.131.0-1 (trixie); 0.167.0 and 0.169.0 say the same.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir -p lists/partial cache/archives/partial parts content layouts/_default layouts/shortcodes
echo 'deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] http://deb.debian.org/debian trixie main' >trixie.list
apt=(-qq -o "Dir::Etc::sourcelist=$work/trixie.list" -o "Dir::Etc::sourceparts=$work/parts" -o "Dir::State::lists=$work/lists"
  -o "Dir::Cache=$work/cache" -o APT::Sandbox::User=root)
apt-get "${apt[@]}" update
apt-get "${apt[@]}" download hugo=0.131.0-1 libc6 libsass1 libwebp7 libsharpyuv0 libstdc++6 libgcc-s1 2>/dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
hugo() { root/usr/lib64/ld-linux-x86-64.so.2 --library-path root/usr/lib/x86_64-linux-gnu root/usr/bin/hugo "$@"; }
hugo version
echo '{{ .Content }}' | tee layouts/_default/single.html layouts/_default/list.html >/dev/null
printf 'baseURL = "https://handbook.example/"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap"]\n' >hugo.toml
echo 'Ana and Ben' >layouts/shortcodes/team.html
page='{{< team >}}\n\nMore\n'
build() {
  printf "$1$page" >content/page.md
  hugo >log 2>&1 && grep -q 'Ana and Ben' public/page/index.html
}
build 'We are '
build '<!-- team -->\n'
build '\x2d--\n---\n'
for start in '' '\n\n'; do
  ! build "$start"
  grep -F "page.md" log
  grep -qF "invalid character '{' looking for beginning of object key string" log
done
echo 'As stated.'
