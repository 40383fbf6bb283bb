#!/usr/bin/env bash
# jekyll-relative-links 0.9.1 rewrites no link when Jekyll is run from `/`, as in a container whose working folder was never set.
#
# It makes the path of a target by File.expand_path and takes Dir.pwd and a slash off its beginning. In `/` that is `//`, which nothing
# begins with, so no path is found, every `[x](other.md)` stays as it is, and nothing is said. From any other folder the same
# site is built with working links. What a checker calls good by the plugin's rules is dead on such a build.
#
# Seen with Jekyll 4.4.1 and Ruby of Debian forky: `/a.html` from the site's folder, `a.md` from `/`.
# Needs `jekyll` with the gem jekyll-relative-links on the PATH.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
printf 'plugins: [jekyll-relative-links]\n' >"$work/_config.yml"
printf -- '---\n---\n[a](a.md)\n' >"$work/index.md"
printf -- '---\n---\n# A\n' >"$work/a.md"
built() {
  (cd "$1" && jekyll build --quiet --source "$work" --destination "$work/_site" 2>/dev/null)
  grep -o 'href="[^"]*"' "$work/_site/index.html"
}
said="$(built "$work") $(built /)"
printf '%s\n' "$said"
[ "$said" = 'href="/a.html" href="a.md"' ]
echo 'As stated.'
