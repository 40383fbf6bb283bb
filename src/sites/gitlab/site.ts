import { lookUp } from '../github/links.ts';
import { plain } from '../github/site.ts';
import type { Site } from '../site.ts';

const view = { areIdsSure: false, unknowable: /:[\w+-]{1,50}:/ };

/**
 * GitLab's view of a repository. Since 17.0 ids of headings come from comrak (run with commonmarker 2.10.1): hyphens are not
 * joined, digits get no prefix, an image counts by its alternative text, a heading in raw HTML gets none from there. The words
 * are read as `headingIds: 'shown-with-images'` has them. GitLab turns `:name:` into an emoji at a place of its own, so the id
 * of a heading with one is not known.
 */
export const gitlab: Site = {
  ...plain,
  kind: 'gitlab',
  lookUp: (link, _file, page, handbook) => lookUp(link, page, handbook, view),
  describe: () => ({
    summary: "GitLab's view of a repository",
    comment: 'Links are read as GitLab shows Markdown files.',
  }),
};
