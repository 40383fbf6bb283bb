import { test } from 'vitest';
import { rules } from '../../../rules/index.ts';
import { lint } from '../../../src/lint/run.ts';
import { Golden } from '../../support/golden.ts';
import { memoryHandbook } from '../../support/memory-handbook.ts';
import { said } from '../../support/said.ts';

/** Texts by path below `content/`, without `.md`; `assets/` stands before `includes/`. */
export type Files = Readonly<Record<string, string>>;
export type Scene = readonly [name: string, files: Files, config?: string];

export const titled = (title: string, ...texts: readonly string[]) =>
  `---\ntitle: ${JSON.stringify(title)}\n---\n\n${texts.join('\n\n')}\n`;
export const include = (name: string) => `{{% include "includes/${name}.md" %}}`;

/** A handbook of these pages, with what stands in its handbook.yaml. */
export function handbookOf(files: Files, config: string) {
  const named = Object.entries(files).map(([name, text]) => {
    const path = name.startsWith('includes/') ? `assets/${name}` : `content/${name}`;
    return [/\.\w+$/.test(path) ? path : `${path}.md`, text] as const;
  });
  return memoryHandbook({ ...Object.fromEntries(named), 'handbook.yaml': `site: hugo\n${config}` });
}

/** One test of many scenes: what the rules say in each stands, word for word, in `expected/NAME.txt`. */
export function scenes(name: string, asked: RegExp, config: string, all: readonly Scene[]): void {
  test(name, async () => {
    const golden = new Golden(new URL(`expected/${name.replaceAll(' ', '-')}.txt`, import.meta.url));
    const judging = rules.filter(({ id }) => asked.test(id));
    for (const [scene, files, more = ''] of all) {
      const { findings } = lint(await handbookOf(files, config + more), { rules: judging });
      golden.expect([scene, ...said(findings), ''].join('\n'));
    }
    golden.end();
  });
}
