import { isTable, type Table, tableOf, textAt } from './tables.ts';
import { changes, isSince } from './version.ts';

type Strategy = 'none' | 'shallow' | 'deep';

/** What a site takes over of a theme's settings without saying so; of all else nothing. */
const BY_DEFAULT: Readonly<Record<string, Strategy>> = {
  mediatypes: 'shallow',
  outputformats: 'shallow',
  params: 'deep',
};

/**
 * A site's configuration with what it takes over of its themes', the first theme winning: by `_merge`, which a table says for itself
 * or the top for all, else by default. Languages are a theme's where the site has none. Run with 0.131 and 0.169.
 */
export function withThemes(site: Table, themes: readonly Table[], version: string): Table {
  return themes.reduce((all, theme) => mergedTop(all, theme, version), site);
}

function mergedTop(site: Table, theme: Table, version: string): Table {
  const ofAll = strategyOf(site);
  const all = new Map(site);
  for (const [key, value] of theme) {
    if (key === '_merge') continue;
    const own = site.get(key);
    if (!isTable(value)) {
      // Single values at the top are taken over by newer versions only, lists by all.
      const isTaken = ofAll === 'deep' && (Array.isArray(value) || isSince(version, changes.mergedValues));
      if (own === undefined && isTaken) all.set(key, value);
      continue;
    }
    const strategy = strategyOf(tableOf(own)) ?? ofAll ?? BY_DEFAULT[key] ?? 'none';
    if (own === undefined && key === 'languages') all.set(key, value);
    else if (strategy !== 'none') all.set(key, mergedTable(tableOf(own), tableOf(value), strategy));
  }
  return all;
}

function mergedTable(site: Table, theme: Table, strategy: Strategy): Table {
  const all = new Map(site);
  for (const [key, value] of theme) {
    const own = site.get(key);
    if (own === undefined) all.set(key, value);
    else if (strategy === 'deep' && isTable(own) && isTable(value))
      all.set(key, mergedTable(tableOf(own), tableOf(value), strategyOf(tableOf(own)) ?? strategy));
  }
  return all;
}

/** What a table says of itself; `null` when it says nothing. */
function strategyOf(table: Table): Strategy | null {
  const written = textAt(table, '_merge').toLowerCase();
  return written === 'none' || written === 'shallow' || written === 'deep' ? written : null;
}
