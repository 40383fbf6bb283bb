#!/usr/bin/env bash
# remark-link-rewrite 1.0.7 leaves the links of Markdown that are written as references, and HTML links in single quotes, as they are.
#
# Its README: the replacer "gets called for every link in the document". CommonMark has one kind of link with two spellings, the
# destination in place or in a definition below the text. Moving a handbook from `.md` to addresses, or to another domain, with
# this plugin changes the first spelling and passes over `[pay]: pay.md`; of raw HTML it changes `href="pay.md"` and not
# `href='pay.md'`. The page then has links of both sorts, of which half are dead.
#
# Seen with Node 20.20.2 and remark 15.0.1: two of four links are changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact remark@15.0.1 remark-link-rewrite@1.0.7
cat >rewrite.mjs <<'JS'
import { remark } from 'remark';
import remarkLinkRewrite from 'remark-link-rewrite';

const page = `[a](pay.md) and [b][pay]\n\n[pay]: pay.md\n\n<a href="pay.md">c</a>\n\n<a href='pay.md'>d</a>\n`;
const replacer = (url) => url.replace('pay.md', '/pay/');
console.log(String(await remark().use(remarkLinkRewrite, { replacer }).process(page)).trim());
JS
node rewrite.mjs | tee said
diff said - <<'SAID'
[a](/pay/) and [b][pay]

[pay]: pay.md

<a href="/pay/">c</a>

<a href='pay.md'>d</a>
SAID
echo 'As stated.'
