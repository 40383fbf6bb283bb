import * as z from 'zod';
import type { Rule } from '../src/lint/define-rule.ts';
import { describeKeys, type JsonSchema } from './schema-to-markdown.ts';

/** A rule's page: its module comment, with its id, level and options. */
export interface RuleDoc {
  readonly name: string;
  readonly summary: string;
  readonly text: string;
}

const sections = ['What it does', 'Why it matters', 'How to fix', 'When to turn it off'];

/** Makes a rule's page. Throws when the comment lacks a section or leaves it empty, so that no rule comes without. */
export function documentRule(name: string, source: string, rule: Rule): RuleDoc {
  const comment = readModuleComment(source);
  const [summary = '', ...rest] = comment.split('\n');
  for (const section of sections) {
    const at = rest.indexOf(`## ${section}`);
    if (at < 0) throw new Error(`rules/${name}.ts: the comment has no "## ${section}".`);
    const words = rest.slice(at + 1).find((line) => line !== '');
    if (words === undefined || words.startsWith('## '))
      throw new Error(`rules/${name}.ts: nothing stands below "## ${section}".`);
  }
  if (rule.id !== `handbook-${name}`) throw new Error(`rules/${name}.ts: its id is ${rule.id}.`);
  const options = describeKeys(
    z.toJSONSchema(rule.options as z.ZodType, { io: 'input', unrepresentable: 'any' }) as JsonSchema,
  );
  const level = { error: 'error', warn: 'warning', off: 'off' }[rule.level];
  const text = `# ${rule.id}

${summary}

Level when nobody sets one: ${level}.

${rest.join('\n').trim()}
${options === '' ? '' : `\n## Options\n\n${options}`}`;
  return { name, summary, text: `${text.trim()}\n` };
}

function readModuleComment(source: string): string {
  const [, body] = /^\/\*\*\n([\s\S]*?)\n \*\/\n/.exec(source) ?? [];
  if (body === undefined) throw new Error('A rule begins with a module comment.');
  return body
    .split('\n')
    .map((line) => line.replace(/^ \* ?/, ''))
    .join('\n')
    .replaceAll('*\\/', '*/');
}

/** The table of all rules. */
export function listRules(docs: readonly RuleDoc[], rules: readonly Rule[]): string {
  const rows = docs.map(({ name, summary }) => {
    const level = rules.find(({ id }) => id === `handbook-${name}`)?.level ?? '';
    return `| [handbook-${name}](${name}.md) | ${level} | ${summary.replaceAll('|', '\\|')} |\n`;
  });
  return `# Rules

Each rule's level can be set under \`rules\` in [handbook.yaml](../configuration.md).

| Rule | Level | What holds |
| --- | --- | --- |
${rows.join('')}`;
}
