import type { HandbookConfig } from '../config/config.ts';
import type { MarkdownSettings } from '../markdown/settings.ts';
import type { SummaryNeeds } from '../model/page-summary.ts';
import { needsDate } from './hugo/places/permalinks.ts';
import { changes, isSince } from './hugo/version.ts';

/** What to read of the pages of a handbook of this configuration. */
export function needsOf({
  hugo,
  includes,
  generator,
}: Pick<HandbookConfig, 'hugo' | 'includes' | 'generator'>): SummaryNeeds & { readonly markdown: MarkdownSettings } {
  return {
    taxonomies: taxonomiesOf(hugo),
    inserting: new Map(includes.shortcodes.map((name) => [name, includes.by[name]])),
    dates:
      hugo.dateInName === 'last' ||
      [hugo, ...Object.values(hugo.byLanguage)].some(({ permalinks = [] }) =>
        permalinks.some(({ pattern }) => needsDate(pattern)),
      ),
    dateKeys: hugo.dateKeys,
    oldYaml: !isSince(hugo.version, changes.yamlWords),
    markdown: hugo.markdown,
    keys: generator?.frontMatter ?? [],
  };
}

/** Those of all languages. */
function taxonomiesOf({ taxonomies, byLanguage }: HandbookConfig['hugo']): readonly string[] {
  return [...new Set([...taxonomies, ...Object.values(byLanguage).flatMap((own) => own.taxonomies ?? [])])];
}
