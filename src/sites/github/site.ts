import { serve } from '../browser.ts';
import { escaped, relativePath } from '../destination.ts';
import { addressOfAlias } from '../hugo/aliases.ts';
import type { Site } from '../site.ts';
import { isPage, place } from './addresses.ts';
import { ids } from './ids.ts';
import { addressOf, leadsHere, lookUp } from './links.ts';

/** Plain Markdown files, as a repository's web view shows them. */
export const plain: Site = {
  kind: 'plain',
  addressesAreFiles: true,
  servesContent: false,
  isPage,
  place,
  logicalPath: (path) => path,
  addressOfAlias,
  ids,
  shortcodeTemplates: () => () => null,
  lookUp: (link, _file, page, handbook) => lookUp(link, page, handbook),
  serve,
  leadsHere,
  destinationFor: (target, _link, from) => escaped(relativePath(from.path, target.path)),
  assumedAddress: addressOf,
  keepAddress: () => ({ range: [0, 0], text: null }),
  keepId: () => null,
  canFix: () => true,
  describe: () => ({
    summary: "a repository's view of its files",
    comment: (pages) =>
      `No sign of a site generator: links are read as GitHub and GitLab show Markdown files. ${pages}.`,
    keys: [],
    settings: [],
  }),
};

/** GitHub's view, asked for by its name. */
export const github: Site = {
  ...plain,
  kind: 'github',
  describe: () => ({
    summary: "GitHub's view of a repository",
    comment: (pages) => `Links are read as GitHub shows Markdown files. ${pages}.`,
    keys: [],
    settings: [],
  }),
};
