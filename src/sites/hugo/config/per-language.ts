import type { HugoSettings, Language } from '../../../config/hugo-settings.ts';
import { dateKeysOf } from '../../../config/page-dates.ts';
import { cascadesOf } from '../../../config/page-values.ts';
import { hugoDefaults } from './defaults.ts';
import { kindsWithoutHtml, outputsOf } from './outputs.ts';
import { permalinkRules } from './permalink-rules.ts';
import { flagAt, type Table, tableAt, valueAt, wordsOf as words } from './tables.ts';

/** Settings that each language may have of its own. Run with 0.131, 0.167 and 0.169. */
export function settingsPerLanguage(all: Table): Required<HugoSettings['byLanguage'][string]> {
  const disabledKinds = words(valueAt(all, 'disablekinds')).map((kind) => kind.toLowerCase());
  const taxonomies = taxonomiesOf(all, disabledKinds);
  return {
    taxonomies,
    disabledKinds,
    permalinks: permalinkRules(all),
    cascades: cascadesOf(valueAt(all, 'cascade'), { taxonomies, dates: true, dateKeys: dateKeysIn(all) }),
    outputs: outputsOf(all, disabledKinds),
    withoutHtml: kindsWithoutHtml(all),
    disablePathToLower: flagAt(all, 'disablepathtolower', false),
    removePathAccents: flagAt(all, 'removepathaccents', false),
    builds: {
      drafts: flagAt(all, 'builddrafts', false),
      future: flagAt(all, 'buildfuture', false),
      expired: flagAt(all, 'buildexpired', false),
    },
  };
}

const PER_LANGUAGE =
  'taxonomies disablekinds permalinks cascade outputs disablepathtolower removepathaccents builddrafts buildfuture buildexpired'.split(
    ' ',
  );

/** What single languages set otherwise; a table of theirs stands instead of the site's. Run with 0.131 and 0.169. */
export function byLanguageOf(all: Table, languages: readonly Language[]): HugoSettings['byLanguage'] {
  const entries = languages.flatMap(({ name }) => {
    const own = tableAt(all, `languages.${name}`);
    const isOther = PER_LANGUAGE.some((key) => own.has(key));
    return isOther ? [[name, settingsPerLanguage(new Map([...all, ...own]))] as const] : [];
  });
  return Object.fromEntries(entries);
}

/** The keys of front matter that dates are taken from. */
export function dateKeysIn(all: Table): HugoSettings['dateKeys'] {
  return dateKeysOf((name) => {
    const list = valueAt(all, `frontmatter.${name}`);
    return list === undefined ? undefined : words(list);
  });
}

/** The keys of front matter that make terms; the key is the plural, as addresses have it. */
function taxonomiesOf(all: Table, disabled: readonly string[]): readonly string[] {
  if (disabled.includes('taxonomy') && disabled.includes('term')) return [];
  // An empty table says that there are none.
  if (valueAt(all, 'taxonomies') === undefined) return hugoDefaults.settings.taxonomies;
  const named = [...tableAt(all, 'taxonomies')];
  return named.flatMap(([, plural]) => words(plural));
}
