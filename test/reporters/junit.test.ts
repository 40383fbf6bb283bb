import { spawnSync } from 'node:child_process';
import { Parser } from 'htmlparser2';
import { expect, test } from 'vitest';
import * as z from 'zod';
import junit from '../../src/reporters/junit.ts';
import { broken, context, mixed, result, textOf } from './samples.ts';

interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Node[];
  text: string;
}

function parse(xml: string): Node {
  const top: Node = { name: '', attributes: {}, children: [], text: '' };
  const open = [top];
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        const node: Node = { name, attributes, children: [], text: '' };
        open.at(-1)?.children.push(node);
        open.push(node);
      },
      ontext: (text) => {
        const node = open.at(-1);
        if (node !== undefined) node.text += text;
      },
      onclosetag: () => open.pop(),
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return top.children.find(({ name }) => name === 'testsuites') ?? top;
}

const count = z.string().regex(/^\d+$/);
const text = z.string();
const failure = z.object({
  name: z.literal('failure'),
  attributes: z.strictObject({ type: text, message: text }),
  children: z.tuple([]),
  text: text,
});
const testcase = z.object({
  name: z.literal('testcase'),
  attributes: z.strictObject({ name: text, classname: text }),
  children: z.array(failure).max(1),
});
const suite = z.object({
  name: z.literal('testsuite'),
  attributes: z.strictObject({ name: text, tests: count, failures: count, errors: count, skipped: count }),
  children: z.array(testcase).min(1),
});
const suites = z.object({
  name: z.literal('testsuites'),
  attributes: z.strictObject({ name: text, tests: count, failures: count, errors: count, time: text }),
  children: z.array(suite).min(1),
});

test('a suite per page, a failed test per finding', () => {
  const { attributes, children } = suites.parse(parse(textOf(junit, result(mixed), context)));
  expect(attributes).toMatchObject({ tests: '2', failures: '2', time: '1.500' });
  expect(children.map(({ attributes }) => attributes.name)).toEqual([
    'site/content/values/_index.md',
    'site/layouts/index.redirects',
  ]);
  expect(children[0]?.children[0]?.attributes.name).toBe('handbook-link-page, line 3, column 8');
});

test('a clean run is one test that passes', () => {
  const { attributes, children } = suites.parse(parse(textOf(junit, result([]), context)));
  expect(attributes).toMatchObject({ tests: '1', failures: '0' });
  expect(children[0]?.children[0]?.children).toEqual([]);
});

test('hostile text stays text', () => {
  const xml = textOf(junit, result(broken), context);
  expect(xml).not.toMatch(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u);
  const [first] = suites.parse(parse(xml)).children;
  expect(first?.attributes.name).toBe('site/content/a|b <c> @all,x:y.md');
  expect(first?.children[0]?.children[0]?.attributes.message).toContain(
    'A | b <script>alert(1)</script> & "q" \'s\' `code`',
  );
});

const hasXmllint = spawnSync('xmllint', ['--version']).status === 0;
test.skipIf(!hasXmllint).each([mixed, broken, []])('is well-formed to another parser', (...findings) => {
  const run = spawnSync('xmllint', ['--noout', '-'], {
    input: textOf(junit, result(findings.flat()), context),
    encoding: 'utf8',
  });
  expect(run.stderr).toBe('');
});
