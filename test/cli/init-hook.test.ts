import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { addToLefthook, addToPreCommit } from '../../src/cli/init/add-to-yaml.ts';

const run = 'npx --no -- handbook-lint --staged';

describe("lefthook's configuration", () => {
  test.each([
    ['', undefined],
    ['# nothing yet\n', undefined],
    ['pre-push:\n  commands:\n    test:\n      run: npm test', 'pre-push'],
  ])('without a pre-commit hook gets one: %j', (text, kept) => {
    const made = addToLefthook(text, run) ?? '';
    expect(made.startsWith(text.trim() === '' ? '' : text)).toBe(true);
    expect(parse(made)).toEqual({
      ...(kept === undefined ? {} : { [kept]: parse(text)[kept] }),
      'pre-commit': { commands: { 'handbook-lint': { run } } },
    });
  });

  test('with commands gets one more, beside its comments', () => {
    const text = `# ours
pre-commit:
    parallel: true # quick
    commands:
        spell:
            run: |
                spell
                check

        # the last one
        types:
            run: tsc # slow
# below
pre-push:
    skip: true
`;
    expect(addToLefthook(text, run)).toBe(
      text.replace('run: tsc # slow\n', `run: tsc # slow\n        handbook-lint:\n          run: ${run}\n`),
    );
  });

  test('with jobs gets one more', () => {
    const text = 'pre-commit:\n  jobs:\n    - name: a\n      run: b\n';
    expect(addToLefthook(text, run)).toBe(`${text}    - name: handbook-lint\n      run: ${run}\n`);
  });

  test('keeps Windows line ends', () => {
    const text = 'pre-commit:\r\n  commands:\r\n    a:\r\n      run: b\r\n';
    expect(addToLefthook(text, run)).toBe(`${text}    handbook-lint:\r\n      run: ${run}\r\n`);
  });

  test.each([
    'pre-commit: { commands: { a: { run: b } } }\n',
    'pre-commit:\n  scripts:\n    a.sh: {}\n',
    'pre-commit:\n  commands: {}\n',
    'pre-commit: [\n',
    '- a\n',
    'a: b\n---\nc: d\n',
    'pre-commit:\n  commands:\n    a: *b\n',
    'x: &x [*x]\npre-commit:\n  commands:\n    a: {run: b}\n',
  ])('that has no certain place for it stays as it is: %j', (text) => {
    expect(addToLefthook(text, run)).toBeNull();
  });
});

describe("pre-commit's configuration", () => {
  test.each(['', '  '])('gets one more repository, indented by %j', (indent) => {
    const text = `repos:\n${indent}- repo: https://example.com/x\n${indent}  rev: v1\n${indent}  hooks:\n${indent}    - id: x # one\n\n# end\n`;
    const made = addToPreCommit(text, run) ?? '';
    expect(made).toContain(`- id: x # one\n${indent}- repo: local\n`);
    expect(made.endsWith('\n\n# end\n')).toBe(true);
    expect(parse(made).repos[1].hooks).toMatchObject([{ id: 'handbook-lint', entry: run, pass_filenames: false }]);
  });

  test.each(['repos: []\n', 'x: 1\n', '', 'repos:\n'])('without any stays as it is: %j', (text) => {
    expect(addToPreCommit(text, run)).toBeNull();
  });
});
