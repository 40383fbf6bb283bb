import { checkSync } from 'recheck';
import { describe, expect, test } from 'vitest';
import { type FoundPattern, findPatterns } from './find-patterns.ts';

// The checker in JavaScript alone: nothing is started or downloaded.
process.env.RECHECK_SYNC_BACKEND = 'pure';

/** Patterns that may be slow on a long text, and why they never meet one; by file and source. */
const BOUNDED: Readonly<Record<string, string>> = {
  'src/cli/init/career-trees.ts /^(?:(?:junior': 'it meets names of folders and files',
  'src/editor/completion/place.ts /(?:^|\\n)[ >]': 'of the text before the cursor 2,000 characters are looked at',
  'src/editor/completion/place.ts /(`+)[^`]*$/': 'of the line before the cursor 2,000 characters are looked at',
  'src/editor/completion/place.ts /^([\\w-]+)': 'of the line before the cursor 2,000 characters are looked at',
  'src/sections/content.ts /^[\\s\\p{P}]*(?:(?:please': 'a text of more than 400 characters is not held against it',
  'src/sections/not-yet.ts /^[^\\p{L}]+|': 'the text has at most 200 characters',
  'src/sections/roles/reporting-words.ts ': 'labels alone have at most 80 characters, sentences and labelled texts 600',
  'src/markdown/set-aside/liquid.ts /\\](?:': 'of the text before a call 600 characters are looked at',
  'src/sites/hugo/sources/sources.ts ': 'it meets paths of files and folders',
  'src/sites/hugo/templates/heading-hook.ts /<h': 'of a template 10,000 characters are looked at',
  'src/sites/hugo/templates/language/syntax.ts /\\{\\{': 'a template of more than 20,000 characters is not taken apart',
  'src/sites/hugo/templates/include-templates.ts ': 'a template of more than 20,000 characters is not taken apart',
  'src/sites/jekyll/plugins.ts /^[^#\\n]*': 'lines of a Gemfile are cut to 300 characters',
  'src/sections/names/names.ts /^[^–—(,|/:]+?': 'the heading is cut to 200 characters',
  'src/markdown/headings/heading-source.ts /[ \\t]*(?:>':
    'it matches nothing as well, so it never fails and never goes back',
};

/** What stands for the patterns that are put together at run time: the worst that their parts can be. */
const MADE: Readonly<Record<string, readonly string[]>> = {
  'src/competencies/reading/places/path-pattern.ts': [
    '^content/[^/]+/[^/]+\\.md$',
    '^content/.+/[^/]+\\.md$',
    '^.+/a/[^/]+\\.md$',
  ],
  // One character against one set of characters.
  'src/config/pattern-parts.ts': ['^[^\\p{L}\\d]$', '^.$'],
};

/** Files whose patterns are put together at run time and meet short texts only, and why. */
const MADE_FOR_SHORT: Readonly<Record<string, string>> = {
  'src/markdown/fast/sanitise.ts': 'each sign of a marker is counted, up to 101',
  'src/markdown/headings/defined-headings.ts': 'so many quotes and columns as the line before it has, each once',
  'src/markdown/headings/heading-words.ts': 'a choice of signs, each by itself',
  'src/sections/not-yet.ts': 'the text has at most 200 characters',
  'src/sections/quarters.ts':
    'one number of years, one of the quarter, and what handbook.yaml writes between them, escaped',
  'src/sections/roles/reporting-words.ts': 'labels alone have at most 80 characters, sentences and labelled texts 600',
  'src/sites/hugo/templates/include-templates.ts': 'a template of more than 20,000 characters is not taken apart',
  'src/sites/hugo/templates/language/functions.ts':
    'letters, sets and at most one run of any; the text has at most 4,096 characters',
  'src/sites/hugo/config/pins.ts': 'lines are cut to 300 characters',
};

const keyOf = ({ file, written }: FoundPattern) => `${file} ${written}`;
const reasonFor = (pattern: FoundPattern) =>
  Object.keys(BOUNDED).find((beginning) => keyOf(pattern).startsWith(beginning));

const all = findPatterns();
const distinct = [...new Map(all.filter(({ source }) => source !== null).map((each) => [keyOf(each), each])).values()];

function secondsOn(text: string, source: string, flags: string): number {
  const { user } = process.cpuUsage();
  text.replace(new RegExp(source, flags), '');
  return (process.cpuUsage().user - user) / 1e6;
}

describe('regular expressions take time that grows with the text alone', () => {
  test.each(distinct.filter((pattern) => !reasonFor(pattern)).map((pattern) => [keyOf(pattern), pattern] as const))(
    '%s',
    (_, { source, flags }) => {
      // `d` only adds to what is reported, and the checker does not know it.
      const found = checkSync(source!, flags.replace('d', ''), { timeout: 30_000 });
      expect(found.status).not.toBe('unknown');
      // The checker is careful about what looks around; what it then builds against the pattern decides.
      if (found.status === 'vulnerable') expect(secondsOn(found.attack.string, source!, flags)).toBeLessThan(0.15);
    },
  );

  test('those made at run time are made of parts that do', () => {
    const made = new Set(all.filter(({ source }) => source === null).map(({ file }) => file));
    expect([...made].sort()).toEqual([...Object.keys(MADE), ...Object.keys(MADE_FOR_SHORT)].sort());
    for (const source of Object.values(MADE).flat()) {
      const { status } = checkSync(source, 'm', { timeout: 30_000 });
      expect([source, status]).toEqual([source, 'safe']);
    }
  });

  test('every exception still has its pattern', () => {
    const used = new Set(distinct.map(reasonFor));
    for (const beginning of Object.keys(BOUNDED)) expect(used).toContain(beginning);
  });

  test('the checker knows a slow one', () => {
    const found = checkSync('\\s*:', '');
    expect(found.status === 'vulnerable' && secondsOn(found.attack.string, '\\s*:', '')).toBeGreaterThan(0.15);
  });
});
