import { describe, expect, test } from 'vitest';
import { builtCommand, runBundle } from '../support/command.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const page = (words: string) => ({ 'handbook.yaml': 'site: hugo\n', 'content/_index.md': `# Home\n\n${words}\n` });
const run = (files: Readonly<Record<string, string>>, ...args: string[]) =>
  runBundle(builtCommand(), args, temporaryFolder(files));
const quiet = { code: 0, stderr: '', stdout: expect.stringMatching(/^(?:Taken for .*\n)?No findings\./) };

describe('a rule is known with or without its prefix', () => {
  const broken = '[x](/gone/)';

  test.each(['link-page', 'handbook-link-page'])('%s, wherever it is named', (name) => {
    expect(run(page(broken), '--rule', `${name}=off`)).toMatchObject(quiet);
    const config = { ...page(broken), 'handbook.yaml': `site: hugo\nrules:\n  ${name}: off\n` };
    expect(run(config)).toMatchObject(quiet);
    expect(run(page(`<!--lint disable ${name}-->\n\n${broken}`))).toMatchObject(quiet);
    expect(run(page(''), 'explain', name).stdout).toContain('handbook-link-page');
  });

  test('and a name that is none of ours belongs to others, but in handbook.yaml', () => {
    expect(run(page('<!--lint disable no-dead-urls include-->\n\nx'))).toMatchObject(quiet);
    expect(run({ ...page('x'), 'handbook.yaml': 'rules: {lnik-page: off}\n' })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('Did you mean `handbook-link-page`?'),
    });
  });
});

test('the version and the help come by the names that people try', () => {
  const asked = (...args: string[]) => run({}, ...args).stdout;
  expect(asked('-V')).toBe(asked('--version'));
  expect(asked('help')).toBe(asked('--help'));
});

describe('what a finding quotes is as written', () => {
  const told = (words: string) => run(page(words)).stdout;

  test('a reference', () => {
    expect(told('[x]({{< ref "gone.md#y" >}})')).toContain('This reference names gone.md, but there is no such page.');
    expect(
      runBundle(
        builtCommand(),
        [],
        temporaryFolder({ ...page('{{< relref "vales.md" >}}'), 'content/values.md': '# Values\n' }),
      ).stdout,
    ).toContain('This reference names vales.md, but there is no such page. Did you mean /values?');
  });

  test('a footnote', () => {
    expect(told('x[^one] [y](#fn:one)\n\n[^one]: Words.')).toContain('This page has no footnote "one".');
  });
});
