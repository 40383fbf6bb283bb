import { expect, it } from 'vitest';
import { rules } from '../../rules/index.ts';
import { fingerprint } from '../../src/lint/results/fingerprint.ts';
import { lint } from '../../src/lint/run.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

const page = '---\ntitle: A\n---\n\n[one](/gone/) and [two](/gone/)\n\n- [three](/gone/)\n- [other](/away/)\n';

async function fingerprints(text: string): Promise<string[]> {
  const handbook = await memoryHandbook({
    'handbook.yaml': 'site: hugo\n',
    'content/a.md': text,
    'content/_index.md': page,
  });
  const { findings } = lint(handbook, { rules });
  expect(findings).toHaveLength(8);
  return findings.map(fingerprint);
}

it('two findings alike on one page, and on two pages, have different fingerprints', async () => {
  expect(new Set(await fingerprints(page)).size).toBe(8);
});

it('lines inserted above, and blanks within a line, change none', async () => {
  const before = await fingerprints(page);
  expect(await fingerprints(page.replace('\n\n[one]', '\n\nNew words.\n\n## New heading\n\n  [one]'))).toEqual(before);
});
