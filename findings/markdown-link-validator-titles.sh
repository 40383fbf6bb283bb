#!/usr/bin/env bash
# markdown-link-validator 1.0.1 takes a link's title for a part of its path, and does not look at relative links that begin with a name.
#
# `[pay](./pay.md "How we pay")` is called dead although pay.md is there, and `[leave](leave.md)` passes although there is no leave.md:
# only destinations that begin with a dot or a number sign are looked at, and they end at the closing parenthesis, title and all.
# Its README promises that a file that is pointed at is checked to exist.
#
# Seen with Node 20.20.2.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact markdown-link-validator@1.0.1
mkdir pages
printf '# Pay\n' >pages/pay.md
printf '# Team\n\n[pay](./pay.md "How we pay"), [pay](./pay.md), [leave](leave.md), [offer](./offer.md)\n' >pages/team.md
said=$(npx markdown-link-validator pages | sed 's/\x1b\[[0-9;]*m//g' || true)
printf '%s\n' "$said"
grep -qF '✖ ./pay.md "How we pay"' <<<"$said"
grep -qF '✔ ./pay.md' <<<"$said"
grep -qF '✖ ./offer.md' <<<"$said"
if grep -qF 'leave.md' <<<"$said"; then exit 1; fi
echo 'As stated.'
