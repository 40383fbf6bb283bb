#!/usr/bin/env bash
# ALE 4.0.0 inserts `[Pay]` where a language server completes `[Pay](pay.md)`: it cuts completions at the first parenthesis.
#
# LSP: the `newText` of a completion's `textEdit` is what goes into the page. ALE takes of it what stands before `(`, so as to insert the
# name of a function without its parameters, whatever the language. In Markdown the parenthesis is the link's destination: a
# reference link without a definition is put in, which the page shows as text in brackets. Of a file `leave-(2026).md` it puts in
# `leave-`, and a completion that begins with the parenthesis, `(pay.md)`, is not offered. The server is told of none of this.
#
# Seen with Debian's vim-ale 4.0.0-2 (trixie) and Vim 9.0.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
mkdir -p lists/partial cache/archives/partial parts
echo 'deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] http://deb.debian.org/debian trixie main' >trixie.list
apt=(-qq -o "Dir::Etc::sourcelist=$work/trixie.list" -o "Dir::Etc::sourceparts=$work/parts" -o "Dir::State::lists=$work/lists"
  -o "Dir::Cache=$work/cache" -o APT::Sandbox::User=root)
apt-get "${apt[@]}" update
apt-get "${apt[@]}" download vim-ale=4.0.0-2 2>/dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
cat >parse.vim <<'VIM'
set runtimepath+=root/usr/share/vim-ale
let s:items = []
for s:text in ['pay.md', '[Pay](pay.md)', 'leave-(2026).md', '(pay.md)']
  let s:at = {'line': 0, 'character': 0}
  let s:edit = {'newText': s:text, 'range': {'start': s:at, 'end': s:at}}
  call add(s:items, {'label': s:text, 'textEdit': s:edit})
endfor
let s:offered = ale#completion#ParseLSPCompletions({'result': {'items': s:items}})
call writefile(map(s:offered, {_, each -> each.word}), 'said')
quitall!
VIM
vim -Nu NONE -i NONE -es -S parse.vim
cat said
diff said - <<'SAID'
pay.md
[Pay]
leave-
SAID
echo 'As stated.'
