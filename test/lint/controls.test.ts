import fc from 'fast-check';
import type { Html, Root } from 'mdast';
import { remark } from 'remark';
import remarkLint from 'remark-lint';
import { lintRule } from 'unified-lint-rule';
import { describe, expect, test } from 'vitest';
import { readControls } from '../../src/lint/controls.ts';
import type { ControlComment } from '../../src/markdown/facts.ts';

const rules = ['alpha', 'bravo'];

/** What remark-lint itself keeps: `rule@offset` for a message of each rule on each paragraph. */
function keptByRemark(text: string): string[] {
  const processor = remark().use(remarkLint);
  for (const name of rules) {
    const rule = lintRule<Root, undefined>(`remark-lint:${name}`, (tree, file) => {
      for (const node of tree.children) if (node.type === 'paragraph') file.message('x', node);
    });
    processor.use(rule);
  }
  const file = processor.processSync(text);
  return file.messages.map(({ ruleId, place }) => `${ruleId}@${offsetOf(place)}`).sort();
}

function offsetOf(place: unknown): number {
  return (place as { start: { offset: number } }).start.offset;
}

function keptByUs(text: string): string[] {
  const { children } = remark().parse(text);
  const comments: ControlComment[] = [];
  for (const [index, node] of children.entries()) {
    const words = node.type === 'html' ? /^<!--lint (\S+)(.*)-->$/.exec(node.value) : null;
    if (words === null) continue;
    const next = children[index + 1];
    comments.push({
      verb: words[1] as ControlComment['verb'],
      rules: (words[2] ?? '')
        .split(' ')
        .filter(Boolean)
        .map((id) => ({ id, range: [0, 0] as const })),
      range: rangeOf(node as Html),
      ...(next === undefined ? {} : { next: rangeOf(next as Html) }),
    });
  }
  const controls = readControls(comments);
  return children
    .filter((node) => node.type === 'paragraph')
    .flatMap((node) => rules.map((rule) => [rule, rangeOf(node as unknown as Html)[0]] as const))
    .filter(([rule, offset]) => controls.silencedBy(rule, offset) === null)
    .map(([rule, offset]) => `${rule}@${offset}`)
    .sort();
}

function rangeOf(node: Html): [number, number] {
  return [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
}

const verb = fc.constantFrom('disable', 'enable', 'ignore');
const ids = fc.constantFrom('', ' alpha', ' bravo', ' alpha bravo');
const block = fc.oneof(
  fc.constant('Words.'),
  fc.tuple(verb, ids).map(([verb, ids]) => `<!--lint ${verb}${ids}-->`),
);

describe('control comments', () => {
  test('silence what remark-lint silences, whatever their order', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 12 }), (blocks) => {
        const text = blocks.join('\n\n');
        expect(keptByUs(text)).toEqual(keptByRemark(text));
      }),
      { numRuns: 300 },
    );
  });

  test('a comment at the end of the page does not silence what stands above it', () => {
    const text = 'Words.\n\n<!--lint disable alpha-->\n\nWords.';
    expect(keptByRemark(text)).toEqual(['alpha@0', 'bravo@0', 'bravo@35']);
    expect(keptByUs(text)).toEqual(['alpha@0', 'bravo@0', 'bravo@35']);
  });

  test('name the comment that silences', () => {
    const comment: ControlComment = { verb: 'disable', rules: [{ id: 'alpha', range: [0, 5] }], range: [0, 20] };
    expect(readControls([comment]).silencedBy('alpha', 30)).toBe(comment);
    expect(readControls([comment]).silencedBy('bravo', 30)).toBeNull();
  });
});
