import { getOrInsert } from '../collections/get-or-insert.ts';
import type { HandbookConfig } from '../config/config.ts';
import type { CommonSettings } from '../config/generator-settings.ts';
import type { ReadProblem } from '../markdown/facts.ts';
import type { Handbook, Page } from '../model/handbook.ts';
import { fixedSites, generators } from './registry.ts';
import type { Site } from './site.ts';
import { hasTag } from './template.ts';
import { unknown } from './unknown/site.ts';

const built = new WeakMap<CommonSettings, Site>();

/** The kind of site that a handbook is; one of a generator whose configuration was not found is unknown. */
export function siteOf({ site, generator }: Pick<HandbookConfig, 'site' | 'generator'>): Site {
  const fixed = fixedSites.get(site);
  if (fixed !== undefined || generator === null) return fixed ?? unknown;
  return getOrInsert(
    built,
    generator,
    () => generators.map((each) => each.site(generator)).find((each) => each !== null) ?? unknown,
  );
}

/** The kind of site that a page belongs to. */
export function siteAt({ path }: Page, { config }: Handbook): Site {
  const { generated } = config;
  const isGenerated = generated.length > 0 && generated.some(({ folder }) => path.startsWith(`${folder}/`));
  return isGenerated ? unknown : siteOf(config);
}

const ofShortcodes: ReadonlySet<string> = new Set(['shortcode-malformed', 'shortcode-unclosed', 'include-malformed']);

/**
 * What could not be read of a page. Faults of shortcodes count only where the site has shortcodes; where pages are files, settings that
 * hold tags of a template are those of a file that makes pages, such as an archetype.
 */
export function problemsOf(page: Page, handbook: Handbook): readonly ReadProblem[] {
  const { problems } = page.facts;
  // Of most pages nobody asks for the rest, which is parsed when it is.
  if (problems.length === 0) return problems;
  const { frontMatter } = page.facts;
  const { ids, addressesAreFiles } = siteAt(page, handbook);
  const isTemplate = addressesAreFiles && frontMatter !== null && hasTag(page.text.slice(...frontMatter.range));
  return problems.filter(
    ({ kind }) => !(isTemplate && kind === 'front-matter-broken') && (ids.hasShortcodes || !ofShortcodes.has(kind)),
  );
}
