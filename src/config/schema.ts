import * as z from 'zod';
import { cleanRelative } from '../files/paths.ts';
import { frameworksSchema } from './frameworks.ts';
import { hostName } from './host-name.ts';
import { versionPattern } from './hugo-settings.ts';
import { pageTypesSchema } from './page-types.ts';
import { type Frozen, globsSchema, textSchema } from './schema-parts.ts';

/** A folder or file below the root. What leads out of the root is refused, whatever its spelling. */
const pathSchema = z
  .string()
  .max(1000)
  .refine((path) => cleanRelative(path) !== null, { message: 'This path leads out of the handbook' });

const pathsSchema = z.array(pathSchema);

/** A host, alone or as an address. All of its addresses are taken for the handbook's, so a folder of it is refused. */
const hostSchema = textSchema.max(300).refine((host) => hostName(host) !== null, {
  message: 'Write a host alone, as in handbook.example.com. All of its addresses are taken for those of this handbook',
});
const shortcodeSchema = textSchema.max(200);
const levelSchema = z.enum(['error', 'warn', 'off']);

const includesSchema = z
  .strictObject({
    folders: pathsSchema.describe('Markdown files in these folders are include pages.'),
    root: pathSchema.describe('The folder that the arguments of include calls are relative to.'),
    shortcodes: z.array(shortcodeSchema).describe('Shortcodes that insert another file.'),
  })
  .partial();

const shortcodesSchema = z
  .strictObject({
    anchors: z
      .record(shortcodeSchema, z.union([z.int().min(0), textSchema]))
      .describe('Shortcodes that print an id: which parameter holds it, by position (from 0) or by name.'),
    generating: z
      .array(shortcodeSchema)
      .describe('Shortcodes that print headings or ids which nobody can know before the site is built.'),
    silent: z.array(shortcodeSchema).describe('Shortcodes that print no ids.'),
    unknown: z
      .enum(['generating', 'silent'])
      .describe('What to think of a shortcode that is not listed and has no template here. generating is the default.'),
  })
  .partial();

/** The whole of handbook.yaml, as written. `siteNames`: what `site` may be. */
export const configSchema = (siteNames: readonly string[]) =>
  z
    .strictObject({
      $schema: z.string().describe('For editors. Not read.'),
      site: z
        .enum(siteNames)
        .describe(
          'What builds the site. plain: nothing, Markdown files as a repository shows them; github, gitlab: as this one does. unknown: a generator whose rules are not known. Found out when absent.',
        ),
      content: pathsSchema.min(1).describe('Folders of pages.'),
      static: pathsSchema.describe('Folders of files that the site serves as they are.'),
      assets: pathsSchema.describe('Folders of assets.'),
      layouts: pathsSchema.describe('Folders of templates. Shortcode templates are read from here.'),
      includes: includesSchema,
      redirects: pathsSchema.describe('Files of redirect rules.'),
      hugo: z
        .strictObject({
          version: z
            .string()
            .regex(versionPattern, 'A version is written like "0.131"')
            .describe('The version that builds the site, as "0.169". Found out when absent.'),
        })
        .partial()
        .describe('What cannot be read in the files of a Hugo site.'),
      generator: generatorSchema.describe(
        "Settings of the generator's own configuration that a program would have to be run to know, by their names there.",
      ),
      hosts: z
        .array(hostSchema)
        .describe("The handbook's own hosts: handbook.example.com, or https://handbook.example.com."),
      unknown: z
        .array(z.string().startsWith('/', 'An address begins with /'))
        .describe('Beginnings of addresses that something else serves, so that they cannot be checked.'),
      ignore: globsSchema.describe('Files not judged, as glob patterns. They are still known.'),
      shortcodes: shortcodesSchema,
      pageTypes: pageTypesSchema.describe('Types of pages, and the sections that each has.'),
      frameworks: frameworksSchema.describe('Competency frameworks.'),
      rules: z
        .record(
          z.string().regex(/^[a-z]+(?:-[a-z]+)*$/, 'A rule is named like handbook-link-page, or link-page'),
          z.union([levelSchema, z.tuple([levelSchema, z.record(z.string(), z.unknown())])]),
        )
        .describe('The level of each rule, alone or with options: [warn, {option: value}].'),
    })
    .partial();

/** handbook.yaml as written. */
export type WrittenConfig = Frozen<z.infer<ReturnType<typeof configSchema>>>;

/** A configuration as it was read. */
export interface ReadConfig extends WrittenConfig {
  /** The line on which each rule is set; absent when none is. */
  readonly ruleLines?: Readonly<Record<string, number>>;
}

/** A rule's level, alone or with its options. */
export type RuleSetting = NonNullable<WrittenConfig['rules']>[string];

const word = z.string().max(1000);
const words = z.array(z.string().max(1000));
const flag = z.boolean();

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
const generatorSchema = z
  .strictObject({
    base: word.describe('VitePress: `base`.'),
    srcDir: word.describe('VitePress: `srcDir`.'),
    srcExclude: words.describe('VitePress: `srcExclude`.'),
    cleanUrls: flag.describe('VitePress: `cleanUrls`.'),
    rewrites: z.record(z.string(), z.string()).describe('VitePress: `rewrites`.'),
    markdown: z.record(z.string(), z.unknown()).describe('VitePress: `markdown`; {} when ids are the usual ones.'),
    baseUrl: word.describe('Docusaurus: `baseUrl`.'),
    url: word.describe('Docusaurus: `url`.'),
    trailingSlash: flag.describe('Docusaurus: `trailingSlash`.'),
    staticDirectories: words.describe('Docusaurus: `staticDirectories`.'),
    redirects: words.describe('Docusaurus: old addresses that plugin-client-redirects keeps.'),
    ...plugin('docs'),
    ...plugin('blog'),
    ...plugin('pages'),
    'vite.publicDir': word.describe('VitePress: `vite.publicDir`.'),
  })
  .partial();
