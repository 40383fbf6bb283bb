import { expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { lint } from '../../src/lint/run.ts';
import { memoryHandbook } from '../support/memory-handbook.ts';

test('what a machine may write for an include that is missing, however it is called, is there', async () => {
  const calls = ['./includes/watchs.md', 'includes//watchs.md', '/includes/watchs.md', 'includes/x/../watchs.md'];
  for (const root of ['assets', 'assets/', '']) {
    for (const argument of calls) {
      const path = root === '' ? argument.replace('includes', 'assets/includes') : argument;
      const files = {
        'handbook.yaml': `includes: {root: "${root}"}\n`,
        'content/a.md': `{{% include "${path}" %}}\n`,
        'assets/includes/watches.md': '',
      };
      const [finding] = lint(await memoryHandbook(files), { rules }).findings;
      expect(finding?.suggestions, `${root} ${path}`).toHaveLength(1);
      const { start, end, suggestions } = finding!;
      const text = files['content/a.md'];
      const mended = text.slice(0, start.offset) + suggestions[0]!.text + text.slice(end.offset);
      expect(lint(await memoryHandbook({ ...files, 'content/a.md': mended }), { rules }).findings).toEqual([]);
    }
  }
});
