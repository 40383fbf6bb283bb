import { defineGenerator } from '../generator.ts';
import type { JekyllSettings } from './config.ts';
import { jekyllSite } from './site.ts';

/** Jekyll, known by _config.yml. */
export const jekyll = defineGenerator<JekyllSettings>({
  kind: 'jekyll',
  name: 'Jekyll',
  read: async (sign, tree) => (await import('./config.ts')).readJekyll(sign, tree),
  site: jekyllSite,
});
