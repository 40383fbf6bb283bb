import { siteOf } from '../description.ts';
import { plain } from '../github/site.ts';
import type { Site } from '../site.ts';
import { uncheckable } from '../template.ts';
import { lookUp } from './links.ts';

/** A site whose generator's rules are not known: pages are files, and what links mean is its own affair. */
export const unknown: Site = {
  ...plain,
  kind: 'unknown',
  lookUp,
  serve: ({ path }) => uncheckable(path),
  canFix: () => false,
  describe: ({ takenFor: { generator } }) => ({
    summary: generator === null ? 'a site of unknown kind' : siteOf(generator),
    limits: 'Links to files as they are named are checked, others cannot be, and --fix changes no link.',
    comment: "The rules of the site's generator are not known, so only links to files as they are named are checked.",
  }),
};
