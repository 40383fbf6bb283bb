/** What a run tells V8 is known to the V8 of every Node that we support: one that does not know a flag complains on stderr. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { nodeProgram, supportedNodes } from '../support/tools.ts';
import { repository } from '../support/workspace.ts';

const told = ['tuneForOneRun()', 'stopYoungGrowth()', 'collectOften()', 'tuneForFiles(10_000)'];

describe.each(supportedNodes)('on Node %s', (version) => {
  test.for(told)('%s', (call, { skip }) => {
    // The tag stands for V8's flags, among others. Room for young objects grows as some are made.
    const code = `
      import { setTimeout } from 'node:timers/promises';
      import { cachedDataVersionTag } from 'node:v8';
      import * as tune from ${JSON.stringify(join(repository, 'src/cli/tune-v8.ts'))};
      const before = cachedDataVersionTag();
      tune.${call};
      const kept = [];
      for (let round = 0; round < 200 && cachedDataVersionTag() === before; round++) {
        for (let made = 0; made < 20_000; made++) kept.push({ made });
        await setTimeout(1);
      }
      console.log(cachedDataVersionTag() !== before);`;
    const args = ['--import', 'tsx', '--input-type=module', '--eval', code];
    const { stdout, stderr } = spawnSync(nodeProgram(version, skip), args, { cwd: repository, encoding: 'utf8' });
    expect(stderr).toBe('');
    // Node 20 lets that room grow by itself to no more than we would.
    const isTold = !(call === 'stopYoungGrowth()' && (version ?? process.versions.node).startsWith('20.'));
    expect(stdout).toBe(`${isTold}\n`);
  });
});
