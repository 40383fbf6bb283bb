import { defineGenerator } from '../generator.ts';
import type { VitepressSettings } from './config.ts';
import { vitepressSite } from './site.ts';

/** VitePress, known by `.vitepress/config.*`. */
export const vitepress = defineGenerator<VitepressSettings>({
  kind: 'vitepress',
  name: 'VitePress',
  read: async (sign, tree, written) => (await import('./config.ts')).readVitepress(sign, tree, written),
  site: vitepressSite,
});
