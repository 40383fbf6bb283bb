#!/usr/bin/env bash
# codeowners-utils 1.0.2 cuts a path with an escaped space in two and makes an owner of its second half.
#
# GitHub and GitLab both let a pattern of CODEOWNERS hold a space behind a backslash. The parser splits the line at each space: the
# pattern of `/people\ ops/ @people` becomes `/people\`, which matches no file, and its owners are `ops/` and `@people`. A file in
# `people ops/` then belongs to whoever owns the line above it, and no error is thrown.
#
# Seen with Node 20.20.2: the owner found for `people ops/page.md` is @all.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact codeowners-utils@1.0.2
cat >run.cjs <<'JS'
const { matchFile, parse } = require('codeowners-utils');

const entries = parse('* @all\n/people\\ ops/ @people\n');
const escaped = entries.find(({ pattern }) => pattern !== '*');
console.log(JSON.stringify({ escaped, found: matchFile('people ops/page.md', entries).owners }));
JS
said=$(node run.cjs)
printf '%s\n' "$said"
[ "$said" = '{"escaped":{"pattern":"/people\\","owners":["ops/","@people"]},"found":["@all"]}' ]
echo 'As stated.'
