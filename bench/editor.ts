/**
 * `npx tsx bench/editor.ts <handbook> --before MAIN.JS [--rumdl PROGRAM] [--config FILE] [--rounds 5]`: the language server beside an
 * older build of it and rumdl's, in turns: first answer, edit of a page, completion, definition, hover, references of the most
 * linked page, memory. Prints milliseconds and ratios.
 */
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import { median } from './measure.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    before: { type: 'string' },
    rumdl: { type: 'string' },
    config: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    page: { type: 'string' },
    most: { type: 'string' },
  },
});
const [source] = positionals;
if (!source)
  throw new Error('Usage: npx tsx bench/editor.ts <handbook> [--before MAIN.JS] [--rumdl PROGRAM] [--config FILE]');

const root = new URL('..', import.meta.url).pathname;
const work = mkdtempSync(join(tmpdir(), 'handbook-bench-editor-'));
const folder = join(work, 'handbook');
cpSync(source, folder, { recursive: true });
if (values.config) cpSync(values.config, join(folder, 'handbook.yaml'));
process.on('exit', () => rmSync(work, { recursive: true, force: true }));

const main = join(root, 'dist/cli/main.js');
const env = { ...process.env, XDG_CACHE_HOME: join(work, 'cache'), HOME: work };
const plain = () => {
  const start = performance.now();
  try {
    execFileSync(process.execPath, [main, '--root', folder, '--format', 'json'], {
      env,
      stdio: 'ignore',
    });
  } catch {
    // It has findings.
  }
  return performance.now() - start;
};

/** Pages by the length of their text, and how often each is linked to. */
function pickPages(): { readonly edited: string; readonly most: string } {
  const paths = execFileSync('find', ['content', '-name', '*.md', '-size', '-200k'], { cwd: folder, encoding: 'utf8' })
    .trim()
    .split('\n');
  const counts = new Map<string, number>();
  let edited = { path: '', distance: Number.POSITIVE_INFINITY };
  for (const path of paths) {
    const text = readFileSync(join(folder, path), 'utf8');
    const targets = [...text.matchAll(/\]\((\/[^)#\s]*)/g)].map(([, to = '']) => to.replace(/\/$/, ''));
    for (const target of targets) counts.set(target, (counts.get(target) ?? 0) + 1);
    const distance = Math.abs(text.length - 34 * 1024);
    if (targets.length > 20 && distance < edited.distance) edited = { path, distance };
  }
  const byAddress = new Map(
    paths.map((path) => [path.replace(/^content/, '').replace(/(?:\/_?index)?\.md$/, ''), path]),
  );
  const [most] = [...counts].sort((a, b) => b[1] - a[1]).flatMap(([address]) => byAddress.get(address) ?? []);
  return { edited: values.page ?? edited.path, most: values.most ?? most ?? edited.path };
}

interface Times {
  readonly first: number;
  readonly edit: number;
  readonly completion: number;
  readonly definition: number;
  readonly hover: number;
  readonly references: number;
  readonly referencesFound: number;
  readonly memory: number;
}

async function timesOf(argv: readonly string[], edited: string, most: string): Promise<Times> {
  const [program = '', ...args] = argv;
  const start = performance.now();
  const server = spawn(program, args, { cwd: folder, env, stdio: ['pipe', 'pipe', 'ignore'] });
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  let answer: (uri: string) => void = () => {};
  connection.onNotification('textDocument/publishDiagnostics', ({ uri }: { uri: string }) => answer(uri));
  connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => ({})));
  connection.onRequest(() => null);
  connection.listen();
  const uriOf = (path: string) => pathToFileURL(join(folder, path)).href;
  const uri = uriOf(edited);
  const text = readFileSync(join(folder, edited), 'utf8');
  const answered = (of: string) =>
    new Promise<void>((done) => {
      answer = (said) => {
        if (said === of) done();
      };
    });
  const workspaceFolders = [{ uri: pathToFileURL(folder).href, name: 'handbook' }];
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: workspaceFolders[0]!.uri,
    capabilities: { workspace: { configuration: true, workspaceFolders: true } },
    workspaceFolders,
  });
  await connection.sendNotification('initialized', {});
  let ready = answered(uri);
  const opened = { uri, languageId: 'markdown', version: 1, text };
  await connection.sendNotification('textDocument/didOpen', { textDocument: opened });
  await ready;
  const first = performance.now() - start;

  let version = 1;
  const change = async (contents: string) => {
    ready = answered(uri);
    const began = performance.now();
    const textDocument = { uri, version: ++version };
    await connection.sendNotification('textDocument/didChange', { textDocument, contentChanges: [{ text: contents }] });
    await ready;
    return performance.now() - began;
  };
  const edits: number[] = [];
  for (let key = 1; key <= 30; key++) edits.push(await change(`${text}\n${'x'.repeat(key)}`));

  const lines = text.split('\n');
  const linkLine = lines.findIndex((line) => /\]\(\//.test(line));
  const link = { line: linkLine, character: (lines[linkLine] ?? '').search(/\]\(\//) + 3 };
  await change(`${text}\n[x](/handb\n`);
  const end = { line: lines.length, character: 10 };
  const ask = async (of: string, position: object, method: string, more: object = {}) => {
    const times: number[] = [];
    let result: unknown = null;
    for (let turn = 0; turn < 9; turn++) {
      const began = performance.now();
      const params = { textDocument: { uri: of }, position, ...more };
      result = await connection.sendRequest(method, params).catch(() => undefined);
      times.push(performance.now() - began);
    }
    // The first one counts where nothing may be asked twice.
    return {
      first: result === undefined ? Number.NaN : (times[0] ?? 0),
      usual: result === undefined ? Number.NaN : median(times),
      result,
    };
  };
  const completion = await ask(uri, end, 'textDocument/completion');
  const definition = await ask(uri, link, 'textDocument/definition');
  const hover = await ask(uri, link, 'textDocument/hover');
  const top = readFileSync(join(folder, most), 'utf8');
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri: uriOf(most), languageId: 'markdown', version: 1, text: top },
  });
  await new Promise((done) => setTimeout(done, 3000));
  const heading = top
    .split('\n')
    .findIndex((line) => /^[A-Za-z]/.test(line) && !line.includes('](') && !line.includes(':'));
  const references = await ask(uriOf(most), { line: Math.max(heading, 0), character: 0 }, 'textDocument/references', {
    context: { includeDeclaration: false },
  });
  const status = readFileSync(`/proc/${server.pid}/status`, 'utf8');
  const memory = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
  connection.dispose();
  server.kill();
  return {
    first,
    edit: median(edits.slice(10)),
    completion: completion.usual,
    definition: definition.usual,
    hover: hover.usual,
    references: references.first,
    referencesFound: Array.isArray(references.result) ? references.result.length : 0,
    memory,
  };
}

const { edited, most } = pickPages();
console.log(`edited: ${edited}, most linked: ${most}`);
const servers = new Map<string, readonly string[]>([['handbook-lint --stdio', [process.execPath, main, '--stdio']]]);
if (values.before) servers.set('before', [process.execPath, values.before, '--stdio']);
if (values.rumdl) servers.set('rumdl', [values.rumdl, 'server']);
plain();
const runs: number[] = [];
const all = new Map<string, Times[]>();
for (let round = 0; round < Number(values.rounds); round++) {
  runs.push(plain());
  for (const [name, argv] of servers) {
    const times = await timesOf(argv, edited, most);
    all.set(name, [...(all.get(name) ?? []), times]);
    console.error(name, JSON.stringify(times));
  }
}
const medians = new Map(
  [...all].map(([name, times]) => {
    const of = (key: keyof Times) => median(times.map((each) => each[key]));
    return [
      name,
      {
        first: of('first'),
        edit: of('edit'),
        completion: of('completion'),
        definition: of('definition'),
        hover: of('hover'),
        references: of('references'),
        memory: of('memory'),
      },
    ] as const;
  }),
);
const own = medians.get('handbook-lint --stdio')!;
const share = (a: number, b: number | undefined) => (b === undefined ? '' : (a / b).toFixed(2));
console.log(`unchanged plain run ${median(runs).toFixed(0)} ms; first answer : that ${share(own.first, median(runs))}`);
for (const [name, times] of medians)
  console.log(
    `${name.padEnd(24)}${Object.entries(times)
      .map(([key, value]) => `${key} ${value.toFixed(1)}`)
      .join(', ')}`,
  );
const [before, rumdl] = [medians.get('before'), medians.get('rumdl')];
console.log(
  `edit : before ${share(own.edit, before?.edit)} (at most 0.35), memory : before ${share(own.memory, before?.memory)} (at most 0.8)`,
);
for (const key of ['completion', 'definition', 'hover'] as const)
  console.log(`${key} : edit ${share(own[key], own.edit)} (at most 1), : rumdl ${share(own[key], rumdl?.[key])}`);
console.log(`references : edit ${share(own.references, own.edit)} (at most 4)`);
