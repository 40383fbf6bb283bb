import { defineGenerator } from '../generator.ts';
import type { DocusaurusSettings } from './config.ts';
import { docusaurusSite } from './site.ts';

/** Docusaurus, known by `docusaurus.config.*`. */
export const docusaurus = defineGenerator<DocusaurusSettings>({
  kind: 'docusaurus',
  name: 'Docusaurus',
  read: async (sign, tree, written) => (await import('./config.ts')).readDocusaurus(sign, tree, written),
  site: docusaurusSite,
});
