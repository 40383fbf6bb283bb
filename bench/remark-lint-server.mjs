// A language server with remark-lint and nothing else: what an editor waits for without us.
import { remark } from 'remark';
import remarkLint from 'remark-lint';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { createUnifiedLanguageServer } from 'unified-language-server';

createUnifiedLanguageServer({
  configurationSection: 'remark',
  defaultProcessor: remark,
  plugins: [{ plugins: [remarkParse, remarkStringify, remarkLint] }],
  processorName: 'remark',
  processorSpecifier: 'remark',
});
