-- What a writer does in Neovim with the snippets of docs/editors.md. Notes of what came of it go to $NOTES.
local notes = {}
local function note(name, value) table.insert(notes, vim.json.encode({ name, value })) end
local function text() return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n') end

local go_on
local function till(is_so, what)
  for _ = 1, 600 do
    if is_so() then return end
    vim.defer_fn(go_on, 100)
    coroutine.yield()
  end
  error('no ' .. what .. ', mode ' .. vim.fn.mode(1) .. ', ' .. vim.fn.execute('messages') .. text())
end
local function type_keys(keys)
  vim.api.nvim_feedkeys(vim.api.nvim_replace_termcodes(keys, true, false, true), 't', false)
end

local function play()
  local page = vim.api.nvim_get_current_buf()
  till(function() return #vim.diagnostic.get(page) > 0 end, 'diagnostics')
  note('diagnostics', vim.tbl_map(function(each)
    local words = vim.api.nvim_buf_get_text(page, each.lnum, each.col, each.end_lnum, each.end_col, {})
    return each.code .. ': ' .. words[1]
  end, vim.diagnostic.get(page)))

  vim.fn.search('trust](')
  vim.lsp.buf.definition()
  till(function() return vim.api.nvim_get_current_buf() ~= page end, 'definition')
  note('definition', vim.fn.fnamemodify(vim.fn.bufname(), ':t') .. ': ' .. vim.api.nvim_get_current_line())

  vim.lsp.buf.rename('Relying on each other')
  till(function() return vim.api.nvim_get_current_line() == '## Relying on each other' end, 'rename')
  vim.cmd('silent wall')

  vim.cmd('buffer ' .. page)
  type_keys('Go[x](our<C-x><C-o>')
  till(function() return vim.api.nvim_get_current_line() == '[x](/values/' end, 'completion')
  type_keys(')<Esc>')
  till(function() return vim.fn.mode() == 'n' end, 'normal mode')
  vim.cmd('silent write')

  vim.cmd('HandbookMove content/people/hiring.md')
  vim.cmd('silent wall')
  note('moved', text())
end

local running = coroutine.create(function()
  local is_done, why = xpcall(play, debug.traceback)
  if not is_done then note('error', why) end
  vim.fn.writefile(notes, vim.env.NOTES)
  vim.cmd('qa!')
end)
go_on = function() assert(coroutine.resume(running)) end
vim.defer_fn(go_on, 0)
