import type { HandbookConfig } from '../config/config.ts';
import type { Handbook, Page } from '../model/handbook.ts';
import type { GeneratorSettings } from './generator-settings.ts';
import { github } from './github/site.ts';
import { hugo } from './hugo/site.ts';
import { jekyll } from './jekyll/site.ts';
import { mkdocs } from './mkdocs/site.ts';
import type { Site } from './site.ts';
import { unknown } from './unknown/site.ts';

const sites = { hugo, plain: github, unknown } as const;

const built = new WeakMap<GeneratorSettings, Site>();

/** The kind of site that a handbook is. */
export function siteOf({ site, generator }: Pick<HandbookConfig, 'site' | 'generator'>): Site {
  if (site === 'hugo' || site === 'plain') return sites[site];
  if (site === 'unknown' || generator === null) return unknown;
  let known = built.get(generator);
  if (!known) {
    known = siteBy(generator);
    built.set(generator, known);
  }
  return known;
}

/** The site of a generator that is modelled, by what its own configuration says. */
function siteBy(settings: GeneratorSettings): Site {
  switch (settings.kind) {
    case 'mkdocs':
      return mkdocs(settings);
    case 'jekyll':
      return jekyll(settings);
  }
}

/** The kind of site that a page belongs to. */
export function siteAt({ path }: Page, { config }: Handbook): Site {
  const isGenerated = config.generated.some(({ folder }) => path.startsWith(`${folder}/`));
  return isGenerated ? unknown : siteOf(config);
}
