/** What the package remark-language-server is: one call, with these values. */
import { remark } from 'remark';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { createUnifiedLanguageServer } from 'unified-language-server';

createUnifiedLanguageServer({
  configurationSection: 'remark',
  defaultProcessor: remark,
  ignoreName: '.remarkignore',
  packageField: 'remarkConfig',
  pluginPrefix: 'remark',
  plugins: [{ plugins: [remarkParse, remarkStringify] }],
  processorName: 'remark',
  processorSpecifier: 'remark',
  rcName: '.remarkrc',
});
