import { docusaurus } from './docusaurus/site.ts';
import type { Generator } from './generator.ts';
import { gitbook } from './gitbook/site.ts';
import { github, plain } from './github/site.ts';
import { gitlab } from './gitlab/site.ts';
import { hugo } from './hugo/site.ts';
import { jekyll } from './jekyll/site.ts';
import { mkdocs } from './mkdocs/site.ts';
import type { Site } from './site.ts';
import { starlight } from './starlight/site.ts';
import { unknown } from './unknown/site.ts';
import { vitepress } from './vitepress/site.ts';

/** The kinds of sites that are the same whatever a configuration says, by their names in handbook.yaml. */
export const fixedSites: ReadonlyMap<string, Site> = new Map([
  ['hugo', hugo],
  ['plain', plain],
  ['github', github],
  ['gitlab', gitlab],
  ['unknown', unknown],
]);

/** The generators that are modelled by what their configurations say. A new kind of site is a folder and a line here. */
export const generators: readonly Generator[] = [mkdocs, jekyll, vitepress, docusaurus, starlight, gitbook];

/** All that `site` of handbook.yaml may be. */
export const siteNames: readonly string[] = [...fixedSites.keys(), ...generators.map(({ kind }) => kind)];

/** The model of the generator of this name (`MkDocs`); nothing when its rules are not known. */
export function generatorNamed(name: string): Generator | undefined {
  return generators.find((generator) => generator.name === name);
}
