" What a writer does in Vim with the snippets of docs/editors.md. Notes of what came of it go to $NOTES.
let s:notes = []
function s:Note(name, value) abort
  call add(s:notes, json_encode([a:name, a:value]))
endfunction

function s:Till(IsSo, what) abort
  for _ in range(600)
    if a:IsSo()
      return
    endif
    sleep 100m
  endfor
  throw 'no ' . a:what . ': ' . execute('messages') . join(getline(1, '$'), "\n")
endfunction

function s:Diagnostics() abort
  return map(copy(ale#engine#GetLoclist(s:page)), {_, each -> each.code . ': ' . getbufline(s:page, each.lnum)[0][each.col - 1 : each.end_col - 1]})
endfunction

function s:Play() abort
  let s:page = bufnr('%')
  call ale#Queue(0, 'lint_file')
  call s:Till({-> !empty(ale#engine#GetLoclist(s:page))}, 'diagnostics')
  call s:Note('diagnostics', s:Diagnostics())

  call search('trust](')
  ALEGoToDefinition
  call s:Till({-> bufnr('%') != s:page}, 'definition')
  call s:Note('definition', expand('%:t') . ': ' . getline('.'))

  call feedkeys(":ALERename\<CR>\<C-u>Relying on each other\<CR>", 'tx')
  call s:Till({-> getline('.') ==# '## Relying on each other'}, 'rename')
  silent wall
endfunction

try
  call s:Play()
catch
  call s:Note('error', v:exception . ' at ' . v:throwpoint)
endtry
call writefile(s:notes, $NOTES)
qall!
