import { test } from 'vitest';
import { rules } from '../../../rules/index.ts';
import { lint } from '../../../src/lint/run.ts';
import { Golden } from '../../support/golden.ts';
import { memoryHandbook } from '../../support/memory-handbook.ts';
import { said } from '../../support/said.ts';

/** Texts by path, without `content/`, `assets/` before `includes/`, and `.md` behind. */
export type Files = Readonly<Record<string, string>>;

/** How a framework is declared, and which rules speak. */
export interface Asking {
  /** Rules by their names without `handbook-`. */
  readonly rules?: RegExp;
  readonly pages?: string;
  /** Lines of the framework in handbook.yaml, without their indent. */
  readonly keys?: readonly string[];
  /** More of handbook.yaml. */
  readonly config?: string;
}

/** Some of the files written otherwise, or not at all. */
export type Scene = readonly [name: string, files: Readonly<Record<string, string | null>>, asking?: Asking];

/** A list of competencies, each an item. */
export const list = (...items: readonly string[]) => items.map((item) => `- ${item}\n`).join('');
/** An include call of a file of `includes/`. */
export const include = (name: string) => `{{% include "includes/${name}.md" %}}\n`;
/** A group: its heading, and what stands below. */
export const group = (name: string, ...texts: readonly string[]) => `## ${name}\n\n${texts.join('\n')}\n`;
export const titled = (title: string, ...texts: readonly string[]) =>
  `---\ntitle: ${JSON.stringify(title)}\n---\n\n${texts.join('\n')}`;
export const table = (...rows: readonly (readonly string[])[]) =>
  rows
    .map((cells, at) => `| ${cells.join(' | ')} |\n${at === 0 ? `|${' --- |'.repeat(cells.length)}\n` : ''}`)
    .join('');

const known = rules.map(({ id }) => id);
const pathOf = (name: string) => {
  const path = name.startsWith('includes/') ? `assets/${name}` : `content/${name}`;
  return /\.\w+$/.test(path) ? path : `${path}.md`;
};

/** A handbook of these files with one framework, Crew. */
export function handbookOf(files: Files, { pages = '{department}/{level}.md', keys = [], config = '' }: Asking = {}) {
  const framework = ['  - name: Crew', `    pages: content/${pages}`, ...keys.map((line) => `    ${line}`)].join('\n');
  const named = Object.entries(files).map(([name, text]) => [pathOf(name), text] as const);
  return memoryHandbook({
    ...Object.fromEntries(named),
    'handbook.yaml': `site: hugo\n${config}frameworks:\n${framework}\n`,
  });
}

async function told(files: Files, asking: Asking): Promise<readonly string[]> {
  const { rules: asked = /^competency-/ } = asking;
  const judging = rules.filter(({ id }) => asked.test(id.replace('handbook-', '')));
  const levels = Object.fromEntries(judging.map(({ id }) => [id, 'warn' as const]));
  const { findings } = lint(await handbookOf(files, asking), { rules: judging, known, levels });
  return said(findings);
}

/** One test of many scenes: what the rules say in each stands, word for word, in `expected/NAME.txt`. */
export function scenes(name: string, base: Files, all: readonly Scene[], asking: Asking = {}): void {
  test(name, async () => {
    const golden = new Golden(new URL(`expected/${name.replaceAll(' ', '-')}.txt`, import.meta.url));
    for (const [scene, changed, own] of all) {
      const files = Object.entries({ ...base, ...changed }).filter(
        (each): each is [string, string] => each[1] !== null,
      );
      const texts = await told(Object.fromEntries(files), { ...asking, ...own });
      golden.expect([scene, ...texts, ''].join('\n'));
    }
    golden.end();
  });
}
