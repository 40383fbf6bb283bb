#!/usr/bin/env bash
# Hugo 0.131.0 builds a.md or a/index.md by chance when both are there, and says nothing.
#
# Both files want the address /a/. Up to 0.111.3 the folder's page wins each time. 0.131.0 builds the same files into one site in
# most runs and into another in some, on one machine, with exit code 0 and no warning: a page's words, headings and links change from
# one deployment to the next without a commit. Two such files are what is left when a page is turned into a folder, to give it
# images, and a branch from before is merged.
#
# Seen with Debian's hugo 0.131.0-1 (trixie), two processors: in 40 builds the file 5 times, the folder's page in the others;
# with 0.111.3-1 (bookworm) the folder's page in 40 of 40, with 0.169.0 the file 10 times. The script builds up to 300 times.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir -p lists/partial cache/archives/partial parts content/a layouts/_default
echo 'deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] http://deb.debian.org/debian trixie main' >trixie.list
apt=(-qq -o "Dir::Etc::sourcelist=$work/trixie.list" -o "Dir::Etc::sourceparts=$work/parts" -o "Dir::State::lists=$work/lists"
  -o "Dir::Cache=$work/cache" -o APT::Sandbox::User=root)
apt-get "${apt[@]}" update
apt-get "${apt[@]}" download hugo=0.131.0-1 libc6 libsass1 libwebp7 libsharpyuv0 libstdc++6 libgcc-s1 2>/dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
hugo() { root/usr/lib64/ld-linux-x86-64.so.2 --library-path root/usr/lib/x86_64-linux-gnu root/usr/bin/hugo "$@"; }
printf 'baseURL = "https://handbook.example/"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap"]\n' >hugo.toml
echo '{{ .RawContent }}' | tee layouts/_default/single.html layouts/_default/list.html >/dev/null
printf -- '---\ntitle: A\n---\nFile\n' >content/a.md
printf -- '---\ntitle: A\n---\nFolder\n' >content/a/index.md
declare -A built=()
for ((run = 1; run <= 300 && ${#built[@]} < 2; run++)); do
  rm -rf public
  hugo >log 2>&1
  ! grep -qiE 'warn|error' log
  built[$(tr -d '\n' <public/a/index.html)]=$run
done
for words in "${!built[@]}"; do echo "$words: last built in run ${built[$words]}"; done
[ ${#built[@]} = 2 ]
echo 'As stated.'
