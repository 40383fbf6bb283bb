import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';

const root = new URL('../../', import.meta.url);
const folders = readdirSync(new URL('src', root), { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [`src/${entry.name}`] : [],
);

interface ImportRule {
  readonly name: string;
  readonly from: { readonly path?: string };
}

describe('the rooms of the code', () => {
  const described = [
    ...readFileSync(new URL('docs/design.md', root), 'utf8').matchAll(/^- `(src\/[\w/]+|rules)`: /gm),
  ].map(([, room]) => room);

  test('are described in docs/design.md, all that there are', () => {
    expect([...described].sort()).toEqual([...folders, 'rules', 'src/config/loading'].sort());
  });

  test('have arrows that are checked in the order in which they are described', () => {
    const { forbidden }: { forbidden: readonly ImportRule[] } = createRequire(import.meta.url)('../import-rules.cjs');
    const checked = forbidden
      .filter(({ name }) => name.endsWith('-lower-rooms'))
      .flatMap(({ from }) =>
        (from.path ?? '').split('|').map((path) => path.replace(/^\^|\/(?:\(\?!loading\/\))?$/g, '')),
      );
    expect(checked).toEqual(described);
  });
});
