import { usualIds } from '../../model/heading-ids.ts';
import { commonParts } from '../common-parts.ts';
import { escaped, relativePath } from '../destination.ts';
import { serve } from '../serving/browser.ts';
import type { Site } from '../site.ts';
import { isPage, place } from './addresses.ts';
import { lookUp } from './links.ts';

/** Plain Markdown files, as a repository's web view shows them. */
export const plain: Site = {
  ...commonParts,
  kind: 'plain',
  addressesAreFiles: true,
  servesContent: false,
  isPage,
  place,
  // GitHub makes ids of headings from the words that it shows (`headingIds: 'shown'`), and its own script finds `#Foo` for `#foo`.
  ids: { ...usualIds, hasAttributes: false, ignoreCase: true },
  lookUp: (link, _file, page, handbook) => lookUp(link, page, handbook),
  serve,
  destinationFor: (target, _link, from) => escaped(relativePath(from.path, target.path)),
  canFix: () => true,
  describe: () => ({
    summary: "a repository's view of its files",
    comment: 'No sign of a site generator: links are read as GitHub and GitLab show Markdown files.',
  }),
};

/** GitHub's view, asked for by its name. */
export const github: Site = {
  ...plain,
  kind: 'github',
  describe: () => ({
    summary: "GitHub's view of a repository",
    comment: 'Links are read as GitHub shows Markdown files.',
  }),
};
