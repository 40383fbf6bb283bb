import { defineGenerator } from '../generator.ts';
import type { GitbookSettings } from './config.ts';
import { gitbookSite } from './site.ts';

/** GitBook, known by .gitbook.yaml, book.json or SUMMARY.md. */
export const gitbook = defineGenerator<GitbookSettings>({
  kind: 'gitbook',
  name: 'GitBook',
  read: async (sign, tree) => (await import('./config.ts')).readGitbook(sign, tree),
  site: gitbookSite,
});
