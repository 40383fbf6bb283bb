/** What a sparse checkout leaves out is there for every command and door: links to it are right, and nothing is written to it. */
import { readFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { remark } from 'remark';
import { engine } from 'unified-engine';
import { beforeEach, expect, it } from 'vitest';
import preset from '../../src/preset.ts';
import { builtCommand, runBundle } from '../support/command.ts';
import { gitRepository, type TestRepository } from '../support/git-repository.ts';

const page = (text: string) => `---\ntitle: A page\n---\n\n${text}\n`;
const here = page('[there](/there/a/#steps)');

let work: TestRepository;
beforeEach(() => {
  work = gitRepository({
    'hugo.toml': '',
    'content/here/b.md': here,
    'content/there/a.md': page('## Steps'),
    'content/there/c.md': page('[b](/here/b/)'),
  });
  work.git('sparse-checkout', 'set', 'content/here');
});

const run = (...args: string[]) => runBundle(builtCommand(), args, work.folder);

it('--fix', () => {
  expect(run('--no-cache', '--fix')).toMatchObject({ code: 0, stdout: expect.stringContaining('No findings.') });
  expect(readFileSync(`${work.folder}/content/here/b.md`, 'utf8')).toBe(here);
});

it('init', () => {
  const { stdout } = run('init', '--yes');
  expect(stdout).toContain('3 pages.');
  expect(stdout).toContain('A first run finds nothing wrong.');
});

it('move', () => {
  work.git('sparse-checkout', 'set', 'content/there');
  expect(run('move', 'content/there/a.md', 'content/there/b.md').stderr).toMatch(
    /^handbook-lint: content\/here\/b\.md cannot be changed: .*left out of this checkout/,
  );
  expect(run('move', 'content/there/c.md', 'content/there/d.md')).toMatchObject({
    code: 0,
    stderr: 'Moved 1 file, changed 1 place in 1 file.\n',
  });
});

it('remark, also after more is checked out', async () => {
  expect(await throughRemark('content/here/b.md')).toEqual([]);
  work.git('sparse-checkout', 'set', 'content/there', 'content/here');
  work.write({ 'content/there/a.md': page('## Stages') });
  expect(await throughRemark('content/here/b.md')).toEqual(['handbook-link-anchor']);
});

/** The rules of what remark finds on a page, in this process. */
function throughRemark(path: string): Promise<readonly (string | null | undefined)[]> {
  const streams = { streamOut: new PassThrough().resume(), streamError: new PassThrough().resume() };
  return new Promise((resolve, reject) => {
    engine(
      { processor: remark, cwd: work.folder, files: [path], plugins: [preset], ...streams },
      (error, _, context) =>
        error
          ? reject(error)
          : resolve((context?.files ?? []).flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId))),
    );
  });
}
