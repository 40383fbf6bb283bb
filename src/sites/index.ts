import type { HandbookConfig } from '../config/config.ts';
import type { Handbook, Page } from '../model/handbook.ts';
import { github } from './github/site.ts';
import { hugo } from './hugo/site.ts';
import type { Site } from './site.ts';
import { unknown } from './unknown/site.ts';

/** Every kind of site, by its name in handbook.yaml. */
const sites: Readonly<Record<HandbookConfig['site'], Site>> = {
  hugo,
  plain: github,
  unknown,
};

/** The kind of site that a handbook is. */
export function siteOf({ site }: Pick<HandbookConfig, 'site'>): Site {
  return sites[site];
}

/** The kind of site that a page belongs to. */
export function siteAt({ path }: Page, { config }: Handbook): Site {
  const isGenerated = config.generated.some(({ folder }) => path.startsWith(`${folder}/`));
  return isGenerated ? unknown : siteOf(config);
}
