import { type Document, isMap, isSeq, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';
import { hasPlainValues } from '../../markdown/data/yaml-aliases.ts';

type Parsed = Document.Parsed;

/**
 * Adds a command to lefthook's configuration and leaves all else as it is, comments too; `null` when the file is written in a
 * way that has no certain place for it. (lefthook 2.2.2: `commands` is a map, `jobs` a list.)
 */
export function addToLefthook(text: string, run: string): string | null {
  const document = parseDocument(text);
  const hook = document.getIn(['pre-commit']);
  if (hook === undefined) {
    const lines = ['pre-commit:', '  commands:', '    handbook-lint:', `      run: ${run}`];
    return unlessOther(append(text, lines), text, (wanted) => wanted.setIn(commandPath, { run }));
  }
  const commands = document.getIn(['pre-commit', 'commands']);
  if (isMap(commands)) {
    const added = addAfter(text, document, commands, ['handbook-lint:', `  run: ${run}`]);
    return unlessOther(added, text, (wanted) => wanted.setIn(commandPath, { run }));
  }
  const jobs = document.getIn(['pre-commit', 'jobs']);
  if (!isSeq(jobs)) return null;
  const added = addAfter(text, document, jobs, ['- name: handbook-lint', `  run: ${run}`]);
  return unlessOther(added, text, (wanted) => wanted.addIn(['pre-commit', 'jobs'], { name: 'handbook-lint', run }));
}

const commandPath = ['pre-commit', 'commands', 'handbook-lint'];

/** Adds a hook to pre-commit's configuration, as `addToLefthook` does. */
export function addToPreCommit(text: string, run: string): string | null {
  const document = parseDocument(text);
  const repos = document.getIn(['repos']);
  if (!isSeq(repos)) return null;
  const lines = [
    '- repo: local',
    '  hooks:',
    '    - id: handbook-lint',
    '      name: handbook-lint',
    `      entry: ${run}`,
    '      language: system',
    '      pass_filenames: false',
    '      always_run: true',
  ];
  const hook = { id: 'handbook-lint', name: 'handbook-lint', entry: run, language: 'system' };
  return unlessOther(addAfter(text, document, repos, lines), text, (wanted) =>
    wanted.addIn(['repos'], { repo: 'local', hooks: [{ ...hook, pass_filenames: false, always_run: true }] }),
  );
}

function append(text: string, lines: readonly string[]): string {
  const newline = newlineOf(text);
  const start = text.trim() === '' ? '' : `${text}${text.endsWith('\n') ? '' : newline}${newline}`;
  return `${start}${lines.join(newline)}${newline}`;
}

/** Lines behind the last entry of a map or list, indented as its entries are; `null` where it has no entry or is in braces. */
function addAfter(
  text: string,
  { errors }: Parsed,
  { range, items, flow }: YAMLMap<unknown, unknown> | YAMLSeq<unknown>,
  lines: readonly string[],
): string | null {
  if (errors.length > 0 || flow === true || items.length === 0 || !range) return null;
  const [start, end] = range;
  const indent = ' '.repeat(start - (text.lastIndexOf('\n', start - 1) + 1));
  const lineEnd = text.indexOf('\n', text.slice(0, end).trimEnd().length);
  const before = text.slice(0, lineEnd < 0 ? text.length : lineEnd).trimEnd();
  const newline = newlineOf(text);
  const added = lines.map((line) => `${newline}${indent}${line}`).join('');
  return `${before}${added}${lineEnd < 0 ? newline : text.slice(before.length)}`;
}

function newlineOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** The new text when it reads as the old one does with one change; else `null`. */
function unlessOther(text: string | null, old: string, change: (wanted: Parsed) => void): string | null {
  if (text === null) return null;
  const [wanted, made] = [parseDocument(old), parseDocument(text)];
  if (wanted.errors.length > 0 || made.errors.length > 0 || !hasPlainValues(made)) return null;
  change(wanted);
  const [before, after] = [wanted, made].map((each) => JSON.stringify(each.toJS({ maxAliasCount: -1 })));
  return before === after ? text : null;
}
