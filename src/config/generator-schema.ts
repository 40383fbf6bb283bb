import * as z from 'zod';

const word = z.string().max(1000).optional();
const words = z.array(z.string().max(1000)).optional();
const flag = z.boolean().optional();

/** Where a plugin of Docusaurus takes its files from, and where it puts its pages. */
function plugin<Name extends string>(name: Name) {
  const described = (key: string) => `Docusaurus: \`${key}\` of the plugin for ${name}.`;
  return {
    [`${name}.path`]: word.describe(described('path')),
    [`${name}.routeBasePath`]: word.describe(described('routeBasePath')),
    [`${name}.exclude`]: words.describe(described('exclude')),
    [`${name}.numberPrefixParser`]: flag.describe(described('numberPrefixParser')),
  };
}

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
  baseUrl: word.describe('Docusaurus: `baseUrl`.'),
  url: word.describe('Docusaurus: `url`.'),
  trailingSlash: flag.describe('Docusaurus: `trailingSlash`.'),
  staticDirectories: words.describe('Docusaurus: `staticDirectories`.'),
  redirects: words.describe('Docusaurus: old addresses that plugin-client-redirects keeps.'),
  ...plugin('docs'),
  ...plugin('blog'),
  ...plugin('pages'),
  'vite.publicDir': word.describe('VitePress: `vite.publicDir`.'),
});
