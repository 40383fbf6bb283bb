#!/usr/bin/env bash
# Hugo 0.131.0 with `includeFiles = "**/*.md"` in a mount leaves out the pages that lie at the top of the mounted folder.
#
# The setting takes glob patterns of files to include. In .gitignore, CODEOWNERS, editors and npm's globs `**/` matches no folder as
# well, so that `**/*.md` are all pages. Hugo wants at least one folder: policy.md is not published, and teams/rules.md is. With
# `**.md`, which would be the other spelling, it is the other way round: only the pages at the top. `**` takes both. No page is
# named in the build's log, and links to what is missing are dead.
#
# Seen with Debian's hugo 0.131.0-1 (trixie); 0.169.0 does the same with `files`, the name that the setting has now.
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
mkdir -p pages/teams
echo Text | tee pages/policy.md pages/teams/rules.md >/dev/null
build() {
  printf 'baseURL = "https://handbook.example/"\ndisableKinds = ["taxonomy", "RSS", "sitemap", "section", "home"]\n' >hugo.toml
  printf '[[module.mounts]]\nsource = "pages"\ntarget = "content"\nincludeFiles = "%s"\n' "$1" >>hugo.toml
  rm -rf public
  hugo >log 2>&1
  ! grep -qiE 'warn|error' log || return 1
  echo "$1" $(find public -name '*.html' | sort)
}
for pattern in '**' '**/*.md' '**.md'; do build "$pattern"; done | tee said
diff said - <<'SAID'
** public/policy/index.html public/teams/rules/index.html
**/*.md public/teams/rules/index.html
**.md public/policy/index.html
SAID
echo 'As stated.'
