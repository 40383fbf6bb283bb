import type { HandbookConfig } from '../config/config.ts';
import { lowerFirst } from '../phrases/letters.ts';
import { siteOf } from './index.ts';

/** Parts that are named; of the others only the number is told. */
const MOST_PARTS = 3;

/** Says what a site is taken for in a line: `Taken for a Hugo site, by hugo.yaml.` */
export function describeTakenFor(config: HandbookConfig): string {
  const { takenFor, generated } = config;
  const { summary, limits, contradictions = [] } = siteOf(config).describe(config);
  const besides = takenFor.others.map(({ name, sign }) => `${sign} of ${name} is there as well, and was not followed.`);
  const parts = generated.slice(0, MOST_PARTS).map(({ name, sign, folder }) => {
    const part = { ...config, site: 'unknown' as const, takenFor: { ...takenFor, generator: name } };
    const there = siteOf(part).describe(part);
    return `${folder} is taken for ${there.summary}, by ${sign}. There, ${lowerFirst(there.limits ?? '')}`;
  });
  const more = generated.length - parts.length;
  if (more > 0) parts.push(`The same holds for ${more} more ${more === 1 ? 'folder' : 'folders'}.`);
  const against = contradictions.map((each) => `${each}.`);
  const lines = [`Taken for ${summary}, ${reasonOf(config)}.`, limits ?? '', ...against, ...besides, ...parts];
  return lines.filter((line) => line !== '').join(' ');
}

function reasonOf({ takenFor: { sign, isByFile, isTrace, view, problem } }: HandbookConfig): string {
  const none = 'as no file of a site generator is there';
  if (sign === null) return view === undefined ? none : `by ${view}, and ${none}`;
  if (problem !== undefined) return `by ${problem}, which cannot be read`;
  if (isTrace) return `by ${sign}; its configuration is not here`;
  return isByFile || sign === 'handbook.yaml' ? `by ${sign}` : `since ${sign}`;
}
