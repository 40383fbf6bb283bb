import { describeSettings } from '../describe-settings.ts';
import { plain } from '../github/site.ts';
import type { Site } from '../site.ts';
import { uncheckable } from '../template.ts';
import { placeAll } from './addresses.ts';
import type { GitbookSettings } from './config.ts';
import { ids } from './ids.ts';
import { lookUp } from './links.ts';

/** A book that GitBook shows. Nobody else can run its renderer, so nothing is mended there. */
export function gitbookSite(settings: GitbookSettings): Site {
  return {
    ...plain,
    kind: 'gitbook',
    place: (files) => placeAll(files, settings),
    ids,
    lookUp: (link, _file, page, handbook) => lookUp(link, page, handbook, settings),
    serve: ({ path }) => uncheckable(path),
    canFix: () => false,
    describe: () => ({
      summary: 'a GitBook site',
      limits: 'Links to files and headings are checked, addresses cannot be, and --fix changes no link.',
      comment: (pages) => `A GitBook site with ${pages}.`,
      keys: [],
      settings: [...describeSettings(settings), `pages are listed in ${settings.summary}`],
    }),
  };
}
