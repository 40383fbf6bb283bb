import { remark } from 'remark';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { createUnifiedLanguageServer } from 'unified-language-server';
import preset from '../preset.ts';

/**
 * Speaks the language server protocol on standard input and output until the editor closes it. It is
 * remark-language-server with the preset built in: a `.remarkrc` can add plugins and set rules, but none is needed.
 */
export function serve(): void {
  createUnifiedLanguageServer({
    configurationSection: 'handbook-lint',
    defaultProcessor: remark,
    ignoreName: '.remarkignore',
    packageField: 'remarkConfig',
    pluginPrefix: 'remark',
    plugins: [{ plugins: [remarkParse, remarkStringify, preset] }],
    processorName: 'remark',
    processorSpecifier: 'remark',
    rcName: '.remarkrc',
  });
}
