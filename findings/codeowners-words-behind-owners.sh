#!/usr/bin/env bash
# A comment behind the owners of a line makes owners of its words in codeowners 5.1.1, and stops @snyk/github-codeowners 1.1.0.
#
# GitHub's documentation shows such comments: all from `#` to the end of the line is one. The first package gives `#`, `ask` and
# `first` as owners beside the team, so a script that asks them for review asks strangers who have these names. The second refuses
# the whole file with an error. codeowners-utils 1.0.2 reads the line as GitHub does.
#
# Seen with Node 20.20.2, with the line `/pay/ @pay # ask first`.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact codeowners@5.1.1 codeowners-utils@1.0.2 @snyk/github-codeowners@1.1.0
printf '* @all\n/pay/ @pay # ask first\n' >CODEOWNERS
cat >ask.cjs <<'JS'
const { readFileSync } = require('node:fs');
const { OwnershipEngine } = require('@snyk/github-codeowners/dist/lib/ownership');
const Codeowners = require('codeowners');
const { matchFile, parse } = require('codeowners-utils');

const file = 'pay/page.md';
console.log(...new Codeowners(process.cwd()).getOwner(file));
console.log(...matchFile(file, parse(readFileSync('CODEOWNERS', 'utf8'))).owners);
try {
  console.log(...OwnershipEngine.FromCodeownersFile('CODEOWNERS').calcFileOwnership(file));
} catch (error) {
  console.log(error.message);
}
JS
said=$(node ask.cjs 2>/dev/null)
printf '%s\n' "$said"
[ "$said" = "$(printf '@pay # ask first\n@pay\n# is not a valid owner name in rule /pay/ @pay # ask first')" ]
echo 'As stated.'
