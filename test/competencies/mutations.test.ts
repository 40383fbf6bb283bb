import { describe, expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { lint } from '../../src/lint/run.ts';
import { fixtures, readFolder } from '../support/fixtures.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

type Files = Record<string, string>;

const root = 'content/handbook/engineering/careers';
const competencyRules = rules.filter(({ id }) => id.startsWith('handbook-competency-'));
const include = (name: string) => `{{% include "includes/careers/${name}.md" %}}`;

/** The example handbook's framework with its planted defects mended. */
function mended(): Files {
  const files = readFolder(`${fixtures}example-handbook`);
  edit(files, `${root}/product/senior.md`, "- Reviews code in parts of the system that they didn't write.\n", '');
  edit(files, `${root}/product/staff.md`, '- TBD\n', '- Chooses which harbours get a new screen first.\n');
  const text = files[`${root}/support/senior.md`] ?? '';
  const own = /## Technical\n\n([\s\S]*?)\n\n## Values/.exec(text)?.[1] ?? '';
  files[`${root}/support/senior.md`] =
    `${text.slice(0, text.indexOf('## Leadership'))}## Leadership\n\n${include('senior-leadership')}\n\n` +
    `## Technical\n\n${include('senior-technical')}\n\n${own}\n\n## Values\n\n${include('senior-values')}\n`;
  files[`${root}/support/staff.md`] =
    `---\ntitle: Staff Support Engineer\n---\n\n${include('nav')}\n\n## Leadership\n\n${include('staff-leadership')}\n\n` +
    `## Technical\n\n${include('staff-technical')}\n\n- Makes whole kinds of questions disappear.\n\n## Values\n\n${include('staff-values')}\n`;
  edit(
    files,
    `${root}/support/_index.md`,
    '- [Senior](/handbook/engineering/careers/support/senior/)',
    '- [Senior](/handbook/engineering/careers/support/senior/)\n- [Staff](/handbook/engineering/careers/support/staff/)',
  );
  return files;
}

function edit(files: Files, path: string, from: string, to: string): void {
  const text = files[path] ?? '';
  expect(text, `${path} has ${JSON.stringify(from)}`).toContain(from);
  files[path] = text.replace(from, () => to);
}

/** Pastes a shared list where it is included, as its words are or changed. */
function paste(
  files: Files,
  path: string,
  name: string,
  change: (items: string[]) => string[] = (items) => items,
): void {
  const items = (files[`assets/includes/careers/${name}.md`] ?? '').trim().split('\n');
  edit(files, path, include(name), change(items).join('\n'));
}

async function judge(files: Files): Promise<string[]> {
  const handbook = await memoryHandbook(files);
  const { findings } = lint(handbook, { rules: competencyRules });
  return findings.map(
    ({ path, start, rule, message }) => `${path}:${start.line} ${rule.slice('handbook-'.length)} ${message}`,
  );
}

test('the mended framework gives no finding', async () => {
  expect(await judge(mended())).toEqual([]);
});

const senior = `${root}/platform/senior.md`;

describe('each mutation gives exactly one finding', () => {
  const mutations: Record<string, { mutate: (files: Files) => void; finding: string }> = {
    'an item dropped from a copy of a shared list': {
      mutate: (files) => paste(files, senior, 'senior-leadership', (items) => items.slice(0, 3)),
      finding: `${senior}:12 competency-shared Platform, Senior lacks "Mentors at least one engineer from another department" under Leadership, which the shared list has. Copy it from assets/includes/careers/senior-leadership.md (line 4).`,
    },
    'two items swapped': {
      mutate: (files) => paste(files, senior, 'senior-leadership', ([a = '', b = '', ...rest]) => [b, a, ...rest]),
      finding: `${senior}:12 competency-shared Platform, Senior has the shared Leadership competencies in another order. Keep the order of assets/includes/careers/senior-leadership.md.`,
    },
    'a word changed': {
      mutate: (files) =>
        paste(files, senior, 'senior-leadership', (items) =>
          items.map((item) => item.replace('in the open', 'in private')),
        ),
      finding: `${senior}:14 competency-shared Platform words this Senior competency differently from the shared list. Here it says "private", the shared list has "the open".`,
    },
    'a list copied instead of included': {
      mutate: (files) => paste(files, senior, 'senior-leadership'),
      finding: `${senior}:12 competency-shared Platform, Senior repeats the shared Leadership list word for word. Include assets/includes/careers/senior-leadership.md instead, so that the two cannot drift apart.`,
    },
    'an include left out': {
      mutate: (files) => edit(files, senior, `${include('senior-technical')}\n\n`, ''),
      finding: `${senior}:14 competency-shared Platform, Senior leaves out the shared Technical list, which Product and Support have. Show assets/includes/careers/senior-technical.md here, and add to it.`,
    },
    'the include of another level': {
      mutate: (files) => edit(files, senior, include('senior-values'), include('staff-values')),
      finding: `${senior}:23 competency-shared Platform, Senior shows the Values list of Staff. Include that of Senior.`,
    },
    'an include copied under another name': {
      mutate: (files) => {
        files['assets/includes/careers/platform-values.md'] = files['assets/includes/careers/senior-values.md'] ?? '';
        edit(files, senior, include('senior-values'), include('platform-values'));
      },
      finding:
        'assets/includes/careers/platform-values.md:1 competency-shared This is a copy of the shared Values list of Senior. Include assets/includes/careers/senior-values.md instead, and delete this file.',
    },
    'a group dropped': {
      mutate: (files) => edit(files, senior, `\n## Values\n\n${include('senior-values')}\n`, ''),
      finding: `${senior}:2 competency-structure Platform, Senior lacks the group Values, which other pages of this framework have. Add a heading with a list below it.`,
    },
    'a group at another place': {
      mutate: (files) => {
        edit(files, senior, `\n## Values\n\n${include('senior-values')}\n`, '');
        edit(files, senior, '## Leadership', `## Values\n\n${include('senior-values')}\n\n## Leadership`);
      },
      finding: `${senior}:10 competency-structure "Values" belongs after "Technical", as on other pages. Move it there.`,
    },
    'a list turned from bullets to numbers': {
      mutate: (files) => {
        edit(files, senior, '- Plans', '1. Plans');
        edit(files, senior, '- Rehearses', '1. Rehearses');
      },
      finding: `${senior}:18 competency-structure The list of Technical has bullets on other pages, and this one is numbered. Use bullets.`,
    },
    'a level page renamed': {
      mutate: (files) => {
        files[`${root}/support/staff-engineer.md`] = files[`${root}/support/staff.md`] ?? '';
        delete files[`${root}/support/staff.md`];
      },
      finding: `${root}/support/staff-engineer.md:2 competency-coverage Support has no page for Staff, and this page reads like it. Rename the file so that its name is staff.`,
    },
    'a level page deleted': {
      mutate: (files) => {
        delete files[`${root}/support/staff.md`];
      },
      finding: `${root}/support/_index.md:12 competency-coverage Support has no page for Staff, which other departments have. Write it, or list in handbook.yaml which levels Support has.`,
    },
    'a level page that its index does not list': {
      mutate: (files) => {
        const index = `${root}/support/_index.md`;
        files[index] = (files[index] ?? '').replace(/\{\{%.*%\}\}\n/, '');
        edit(files, `${root}/support/_index.md`, '\n- [Staff](/handbook/engineering/careers/support/staff/)', '');
      },
      finding: `${root}/support/_index.md:11 competency-coverage This list has Intermediate and Senior of Support, and leaves out Staff. Add a link to /handbook/engineering/careers/support/staff/.`,
    },
    'a competency that the shared list has already': {
      mutate: (files) =>
        edit(files, senior, '- Plans', '- Finds the cause behind the cause and writes it down\n- Plans'),
      finding: `${senior}:18 competency-duplicate Platform, Senior asks for "Finds the cause behind the cause and writes it down" twice, here and in assets/includes/careers/senior-technical.md. Remove it here.`,
    },
    'a competency that another department words differently': {
      mutate: (files) => {
        edit(files, senior, '- Plans', '- Takes part on incident reviews as the need arises.\n- Plans');
        edit(
          files,
          `${root}/support/senior.md`,
          '- Writes the tool',
          '- Takes part in incident reviews as the need arises.\n- Writes the tool',
        );
        edit(
          files,
          `${root}/product/staff.md`,
          '- Chooses',
          '- Takes part in incident reviews as the need arises.\n- Chooses',
        );
      },
      finding: `${senior}:18 competency-wording Platform words this Senior competency differently from Product and Support. Platform says "on", Product and Support "in".`,
    },
    'a placeholder': {
      mutate: (files) =>
        edit(files, `${root}/product/staff.md`, '- Chooses which harbours get a new screen first.', '- To be decided'),
      finding: `${root}/product/staff.md:18 competency-placeholder "To be decided" is no competency. Write what Product, Staff asks for under Technical, or remove this.`,
    },
  };
  test.each(Object.entries(mutations))('%s', async (_name, { mutate, finding }) => {
    const files = mended();
    mutate(files);
    expect(await judge(files)).toEqual([finding]);
  });
});
