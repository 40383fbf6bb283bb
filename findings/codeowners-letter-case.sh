#!/usr/bin/env bash
# Three readers of CODEOWNERS take `/Team/` and `/team/` for one folder; GitHub does not.
#
# GitHub's documentation says that paths in CODEOWNERS are compared with their letter case, since its files are. codeowners 5.1.1,
# codeowners-utils 1.0.2 and @snyk/github-codeowners 1.1.0 all match with the package `ignore`, which by default ignores case, as
# git does on some systems. A line with a wrong capital, which on GitHub is for no file, looks right in a check made with any of
# them, so the review that it should ask for is never asked for.
#
# Seen with Node 20.20.2: each of the three names @team as the owner of team/page.md for the line `/Team/ @team`.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact codeowners@5.1.1 codeowners-utils@1.0.2 @snyk/github-codeowners@1.1.0
printf '* @all\n/Team/ @team\n' >CODEOWNERS
cat >ask.cjs <<'JS'
const { readFileSync } = require('node:fs');
const { OwnershipEngine } = require('@snyk/github-codeowners/dist/lib/ownership');
const Codeowners = require('codeowners');
const { matchFile, parse } = require('codeowners-utils');

const file = 'team/page.md';
console.log(
  ...new Codeowners(process.cwd()).getOwner(file),
  ...matchFile(file, parse(readFileSync('CODEOWNERS', 'utf8'))).owners,
  ...OwnershipEngine.FromCodeownersFile('CODEOWNERS').calcFileOwnership(file),
);
JS
said=$(node ask.cjs)
printf '%s\n' "$said"
[ "$said" = '@team @team @team' ]
echo 'As stated.'
