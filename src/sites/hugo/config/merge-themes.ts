import { changes, isSince } from '../version.ts';
import { isTable, type Table, tableOf, textAt } from './tables.ts';

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
  return withoutWords(themes.reduce((all, theme) => mergedTop(all, withoutWords(theme), version), site));
}

/** A table without what says how to merge: `_merge` is no language and no taxonomy. */
function withoutWords(table: Table): Table {
  const rest = [...table].filter(([key]) => key !== '_merge');
  return new Map(rest.map(([key, value]) => [key, isTable(value) ? withoutWords(tableOf(value)) : value]));
}

function mergedTop(site: Table, theme: Table, version: string): Table {
  const ofAll = strategyOf(site);
  if (ofAll === 'none') return site;
  const all = new Map(site);
  for (const [key, value] of theme) {
    const own = site.get(key);
    if (!isTable(value)) {
      // Single values at the top are taken over by newer versions only, lists by all.
      const isTaken = ofAll === 'deep' && (Array.isArray(value) || isSince(version, changes.mergedValues));
      if (own === undefined && isTaken) all.set(key, value);
      continue;
    }
    const strategy = strategyOf(tableOf(own)) ?? ofAll ?? BY_DEFAULT[key] ?? 'none';
    const isTaken = strategy !== 'none' || (own === undefined && key === 'languages');
    if (own !== undefined || isTaken) all.set(key, mergedTable(tableOf(own), tableOf(value), strategy, isTaken));
  }
  return all;
}

/** What is below a table goes on by its own strategy, but below a shallow one nothing is taken over. */
function mergedTable(site: Table, theme: Table, strategy: Strategy, isTaken: boolean): Table {
  const all = new Map(site);
  for (const [key, value] of theme) {
    const own = site.get(key);
    if (own === undefined && isTaken) all.set(key, value);
    if (!isTable(own) || !isTable(value)) continue;
    const below = strategyOf(tableOf(own)) ?? strategy;
    all.set(key, mergedTable(tableOf(own), tableOf(value), below, below !== 'none' && strategy !== 'shallow'));
  }
  return all;
}

/** What a table says of itself; `null` when it says nothing. */
function strategyOf(table: Table): Strategy | null {
  const written = textAt(table, '_merge').toLowerCase();
  return written === 'none' || written === 'shallow' || written === 'deep' ? written : null;
}
