import { describeGenerator } from '../description.ts';
import { defineGenerator } from '../generator.ts';
import { plain } from '../github/site.ts';
import { uncheckable } from '../template.ts';
import { placeAll } from './addresses.ts';
import type { GitbookSettings } from './config.ts';
import { honkitIds, ids } from './ids.ts';
import { lookUp } from './links.ts';

/** GitBook, known by .gitbook.yaml, book.json or SUMMARY.md. Nobody else can run its renderer, so nothing is mended there. */
export const gitbook = defineGenerator<GitbookSettings>({
  kind: 'gitbook',
  name: 'GitBook',
  read: async (sign, tree) => (await import('./config.ts')).readGitbook(sign, tree),
  site: (settings) => ({
    ...plain,
    kind: 'gitbook',
    place: (files) => placeAll(files, settings),
    ids: settings.isHonkit ? honkitIds : ids,
    lookUp: (link, _file, page, handbook) => lookUp(link, page, handbook, settings),
    serve: ({ path }) => uncheckable(path),
    canFix: () => false,
    describe: () => {
      const said = describeGenerator(
        'GitBook',
        settings,
        'Links to files and headings are checked, addresses cannot be, and --fix changes no link.',
      );
      return { ...said, settings: [...(said.settings ?? []), `pages are listed in ${settings.summary}`] };
    },
  }),
});
