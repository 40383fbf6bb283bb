import { flagAt, type Table, tableAt, textAt, valueAt } from './tables.ts';

/**
 * Settings that contradict each other, a sentence each, with the one that counts. Run with 0.131 and 0.169: `autoHeadingIDType` goes
 * before `autoIDType`, `relativeURLs` before `canonifyURLs`; a main language that no table names stops the build.
 */
export function contradictionsIn(all: Table): readonly string[] {
  return [...ofHooks(all), ...ofIds(all), ...ofAddresses(all), ...ofLanguages(all)];
}

function ofHooks(all: Table): readonly string[] {
  return ['link', 'image'].flatMap((kind) => {
    const hooks = tableAt(all, `markup.goldmark.renderhooks.${kind}`);
    const [older, newer] = [valueAt(hooks, 'enabledefault'), textAt(hooks, 'useembedded').toLowerCase()];
    const isOn = newer === 'always' || newer === 'fallback';
    if (typeof older !== 'boolean' || newer === '' || newer === 'auto' || older === isOn) return [];
    return [`renderHooks.${kind}.enableDefault is ${older} and useEmbedded is ${newer}: enableDefault counts`];
  });
}

function ofIds(all: Table): readonly string[] {
  const parser = tableAt(all, 'markup.goldmark.parser');
  const [older, newer] = [textAt(parser, 'autoheadingidtype'), textAt(parser, 'autoidtype')];
  if (older === '' || newer === '' || older === newer) return [];
  return [`autoHeadingIDType is ${older} and autoIDType is ${newer}: autoHeadingIDType counts`];
}

function ofAddresses(all: Table): readonly string[] {
  const areBoth = flagAt(all, 'relativeurls', false) && flagAt(all, 'canonifyurls', false);
  return areBoth ? ['relativeURLs and canonifyURLs are both true: relativeURLs counts'] : [];
}

function ofLanguages(all: Table): readonly string[] {
  const main = textAt(all, 'defaultcontentlanguage').toLowerCase();
  const named = [...tableAt(all, 'languages').keys()].map((name) => name.toLowerCase());
  if (main === '' || named.length === 0 || named.includes(main)) return [];
  return [`defaultContentLanguage is ${main}, which languages does not name: Hugo builds no such site`];
}
