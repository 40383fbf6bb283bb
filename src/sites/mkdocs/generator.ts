import { defineGenerator } from '../generator.ts';
import type { MkdocsSettings } from './config.ts';
import { mkdocsSite } from './site.ts';

/** MkDocs, known by mkdocs.yml. */
export const mkdocs = defineGenerator<MkdocsSettings>({
  kind: 'mkdocs',
  name: 'MkDocs',
  read: async (sign, tree) => (await import('./config.ts')).readMkdocs(sign, tree),
  site: mkdocsSite,
});
