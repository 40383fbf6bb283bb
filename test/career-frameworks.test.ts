import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { rules } from '../rules/index.ts';
import { openHandbook } from '../src/incremental/open.ts';
import { lint } from '../src/lint/run.ts';
import { builtCommand, runBundle } from './support/command.ts';
import { fixtures, formatFindings } from './support/fixtures.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

// One handbook for each shape in which companies write their careers, configured by nothing but `init`. Each finding is
// a defect that was planted.
const shapes = readdirSync(`${fixtures}career-frameworks`).sort();

test.each(shapes)('init proposes the framework of %s, and a first run finds its defects', async (shape) => {
  const source = `${fixtures}career-frameworks/${shape}`;
  const folder = temporaryFolder();
  cpSync(source, folder, { recursive: true, filter: (path) => !path.endsWith('expected.txt') });
  expect(runBundle(builtCommand(), ['init', '--yes'], folder)).toMatchObject({ code: 0, stderr: '' });
  const { frameworks } = parse(readFileSync(join(folder, 'handbook.yaml'), 'utf8')) as { frameworks: object[] };
  expect(frameworks).toHaveLength(1);
  expect(Object.keys(frameworks[0] ?? {}).length).toBeLessThanOrEqual(6);

  const { findings } = lint(await openHandbook({ root: folder }), { rules });
  const proposal = frameworks.map((framework) => `${JSON.stringify(framework)}\n`).join('');
  const report = `${proposal}\n${formatFindings(findings, (path) => readFileSync(join(folder, path), 'utf8'))}`;
  const file = `${source}/expected.txt`;
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, report);
  else expect(report).toBe(existsSync(file) ? readFileSync(file, 'utf8') : 'no expected.txt yet');
});
