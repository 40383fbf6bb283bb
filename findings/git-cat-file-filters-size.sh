#!/usr/bin/env bash
# git cat-file --batch --filters says how long a blob was before the filter, and then prints it as the filter makes it.
#
# Whoever reads as many bytes as the line before says, as --batch is meant to be read, stops in the middle of a file that the filter
# made longer, and takes the rest for the next line of git's own. Nothing fails. What helps is a format that ends in a random
# mark (`--batch=%(objectname) %(objecttype) MARK`), and reading up to the next line with that mark.
#
# Seen with git 2.39.5: the line says 3 bytes, and 12 follow.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1
git init -q
git config filter.longer.clean 'head -c 3'
git config filter.longer.smudge 'cat; echo " and more"'
echo '*.md filter=longer' >.gitattributes
echo abc >a.md
git add --all
said=$(echo "$(git rev-parse :a.md) a.md" | git cat-file --batch --filters)
printf '%s\n' "$said"
[[ $said == *' blob 3'$'\n''abc and more' ]]
echo 'As stated.'
