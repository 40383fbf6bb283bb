import * as z from 'zod';

const word = z.string().max(1000).optional();
const words = z.array(z.string().max(1000)).optional();
const flag = z.boolean().optional();

/** Settings of VitePress and Docusaurus that handbook.yaml may say in place of their configurations, which are scripts. */
export const generatorSchema = z.strictObject({
  base: word.describe('VitePress: `base`.'),
  srcDir: word.describe('VitePress: `srcDir`.'),
  srcExclude: words.describe('VitePress: `srcExclude`.'),
  cleanUrls: flag.describe('VitePress: `cleanUrls`.'),
  rewrites: z.record(z.string(), z.string()).optional().describe('VitePress: `rewrites`.'),
  markdown: z
    .record(z.string(), z.unknown())
    .optional()
    .describe('VitePress: `markdown`; {} when ids are the usual ones.'),
  'vite.publicDir': word.describe('VitePress: `vite.publicDir`.'),
});
