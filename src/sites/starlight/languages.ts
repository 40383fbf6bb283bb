import type { ConfigKeys } from '../script/config-keys.ts';
import { type ScriptValue, valueAt } from '../script/values.ts';

/** The languages of a site, by the folders that their pages lie in. */
export interface Languages {
  /** The folder of the main one; `''` where its pages lie at the top. */
  readonly main: string;
  /** The folders of the others, which show a page of the main one where they have none of their own. */
  readonly others: readonly string[];
}

/** Reads `locales` and `defaultLocale` of Starlight's options. */
export function readLanguages(options: ScriptValue, keys: ConfigKeys): Languages {
  const none: Languages = { main: '', others: [] };
  const locales = keys.at('locales', valueAt(options, 'locales'));
  if (locales.kind === 'absent') return none;
  if (locales.kind !== 'map' || locales.isOpen) {
    keys.note('locales', locales);
    return none;
  }
  const names = [...locales.entries.keys()].filter((name) => name !== 'root');
  const main = keys.word('defaultLocale', valueAt(options, 'defaultLocale'));
  if (keys.isUnread('defaultLocale')) keys.note('locales', locales);
  const isAtTop = locales.entries.has('root');
  return { main: isAtTop ? '' : (main ?? ''), others: names.filter((name) => isAtTop || name !== main) };
}
