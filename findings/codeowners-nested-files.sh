#!/usr/bin/env bash
# codeowners 5.1.1 gives files in nested folders to the owner of `docs/*`, whom GitHub does not ask.
#
# GitHub's documentation of CODEOWNERS has this very pattern: `docs/*` is for the files in docs and not for those further nested,
# such as docs/build/page.md. The package matches by the rules of .gitignore, by which a pattern that matches the folder takes all
# that is in it. @snyk/github-codeowners 1.1.0 follows GitHub. Of the same file one tool says that a page is the docs team's, the
# other that it is everybody's, and who asks the first for review leaves out whom GitHub will require.
#
# Seen with Node 20.20.2: for docs/build/page.md @docs with the one and @all with the other; for docs/page.md @docs with both.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact codeowners@5.1.1 @snyk/github-codeowners@1.1.0
printf '* @all\ndocs/* @docs\n' >CODEOWNERS
cat >ask.cjs <<'JS'
const { OwnershipEngine } = require('@snyk/github-codeowners/dist/lib/ownership');
const Codeowners = require('codeowners');

const first = new Codeowners(process.cwd());
const second = OwnershipEngine.FromCodeownersFile('CODEOWNERS');
for (const file of ['docs/page.md', 'docs/build/page.md']) {
  console.log(file, ...first.getOwner(file), ...second.calcFileOwnership(file));
}
JS
said=$(node ask.cjs)
printf '%s\n' "$said"
[ "$said" = "$(printf 'docs/page.md @docs @docs\ndocs/build/page.md @docs @all')" ]
echo 'As stated.'
