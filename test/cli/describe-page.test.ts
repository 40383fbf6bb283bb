import { expect, test } from 'vitest';
import { describePage } from '../../src/cli/explain/describe-page.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

test('a section that a shortcode may show is said to be beyond checking', async () => {
  const path = 'content/pilot.md';
  const text = '---\ntitle: Pilot\npageType: role\n---\n\n## Responsibilities\n\nShips.\n\n{{< rest-of-the-page >}}\n';
  const handbook = await memoryHandbook({ [path]: text });
  const [first] = describePage(handbook.page(path)!, handbook);
  expect(first!.rows).toContain('Section    OKRs cannot be checked, since rest-of-the-page may show it');
});
