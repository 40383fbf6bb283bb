/**
 * `npx tsx scripts/mutate.ts [--sample N] [--seed N] [--folders src/links,src/markdown,rules]`: changes one sign of the source at
 * a time, in a copy, and runs the tests of what was changed: a change that no test notices is printed. By hand only, since
 * it takes long.
 */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import ts from 'typescript';

const root = new URL('..', import.meta.url).pathname;
const { values } = parseArgs({
  options: {
    sample: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    folders: { type: 'string', default: 'src/links,src/markdown,rules' },
  },
});

/** The tests that ought to notice, by folder: its own, and those of the rules that stand on it. */
const TESTS: Readonly<Record<string, readonly string[]>> = {
  'src/links': ['test/links', 'test/rules', 'test/corpus'],
  'src/markdown': ['test/markdown', 'test/rules', 'test/links/conformance'],
  rules: ['test/rules', 'test/competencies', 'test/links', 'test/changes'],
};

interface Mutant {
  readonly folder: string;
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const SWAPPED = new Map<ts.SyntaxKind, string>([
  [ts.SyntaxKind.EqualsEqualsEqualsToken, '!=='],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, '==='],
  [ts.SyntaxKind.AmpersandAmpersandToken, '||'],
  [ts.SyntaxKind.BarBarToken, '&&'],
  [ts.SyntaxKind.LessThanToken, '<='],
  [ts.SyntaxKind.LessThanEqualsToken, '<'],
  [ts.SyntaxKind.GreaterThanToken, '>='],
  [ts.SyntaxKind.GreaterThanEqualsToken, '>'],
  [ts.SyntaxKind.PlusToken, '-'],
  [ts.SyntaxKind.MinusToken, '+'],
]);

function mutantsOf(folder: string): Mutant[] {
  const files = readdirSync(join(root, folder)).filter((name) => name.endsWith('.ts') && name !== 'index.ts');
  return files.flatMap((name) => {
    const file = join(folder, name);
    const tree = ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.Latest, true);
    const found: Mutant[] = [];
    const replace = (node: ts.Node, text: string) =>
      found.push({ folder, file, start: node.getStart(tree), end: node.getEnd(), text });
    const visit = (node: ts.Node): void => {
      const swapped = ts.isBinaryExpression(node) ? SWAPPED.get(node.operatorToken.kind) : undefined;
      if (ts.isBinaryExpression(node) && swapped !== undefined) replace(node.operatorToken, swapped);
      else if (node.kind === ts.SyntaxKind.TrueKeyword) replace(node, 'false');
      else if (node.kind === ts.SyntaxKind.FalseKeyword) replace(node, 'true');
      else if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
        replace(node, node.operand.getText(tree));
      else if (ts.isIfStatement(node)) replace(node.expression, 'false');
      else if (ts.isConditionalExpression(node)) replace(node.condition, 'true');
      else if (ts.isNumericLiteral(node) && Number(node.text) < 10) replace(node, String(Number(node.text) + 1));
      ts.forEachChild(node, visit);
    };
    visit(tree);
    return found;
  });
}

/** The same numbers for the same seed. */
function* randomNumbers(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (state * 48_271) % 2_147_483_647;
    yield state;
  }
}

const all = values.folders.split(',').flatMap(mutantsOf);
const numbers = randomNumbers(Number(values.seed) + 1);
const sample = Array.from({ length: Number(values.sample) }, () => all[numbers.next().value % all.length]!);
const copy = realpathSync(mkdtempSync(join(tmpdir(), 'mutate-')));
for (const name of [
  'src',
  'rules',
  'test',
  'fixtures',
  'templates',
  'scripts',
  'docs',
  'package.json',
  'tsconfig.json',
])
  cpSync(join(root, name), join(copy, name), { recursive: true });
symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));

let killed = 0;
for (const [index, { folder, file, start, end, text }] of sample.entries()) {
  const path = join(copy, file);
  const source = readFileSync(path, 'utf8');
  writeFileSync(path, source.slice(0, start) + text + source.slice(end));
  const args = ['run', '--config', 'test/vitest.config.ts', '--bail', '1', '--reporter=dot', ...TESTS[folder]!];
  const { status } = spawnSync(join(copy, 'node_modules/.bin/vitest'), args, { cwd: copy, timeout: 120_000 });
  writeFileSync(path, source);
  if (status !== 0) killed += 1;
  const line = source.slice(0, start).split('\n').length;
  const what = `${source.slice(start, end).replace(/\s+/g, ' ').slice(0, 60)} -> ${text.slice(0, 40)}`;
  console.log(`${index + 1}/${sample.length} ${status === 0 ? 'SURVIVED' : 'killed'} ${file}:${line} ${what}`);
}
rmSync(copy, { recursive: true });
console.log(
  `${killed} of ${sample.length} killed (${Math.round((100 * killed) / sample.length)} %), of ${all.length} there are`,
);
