/**
 * `npx tsx bench/editor.ts <handbook> --before MAIN.JS [--rumdl PROGRAM] [--config FILE] [--rounds 5]`: the language server beside an
 * older build of it, rumdl's, and one that answers all with the same words, which shows what the protocol itself takes on Node: first
 * answer, edit of a page, completion, definition, hover, references of the most linked page, memory. All servers run together and are asked in turns, so that other work on the machine meets all alike. Prints milliseconds on
 * the clock, milliseconds of processor time of all threads of a server (Linux), and ratios.
 */
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
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

/** What a piece of work took: milliseconds on the clock, and of processor time of all threads. */
interface Cost {
  readonly wall: number;
  readonly cpu: number;
}

interface Server {
  readonly name: string;
  readonly edit: () => Promise<Cost>;
  /** What a request took; `null` when the server does not answer such, or answers with nothing. */
  readonly ask: (of: string, position: object, method: string) => Promise<Cost | null>;
  readonly open: (of: string) => Promise<Cost>;
  readonly type: (end: string) => Promise<Cost>;
  /** Mebibytes that are resident, and the most that were. */
  readonly memory: () => readonly [now: number, most: number];
  readonly end: () => void;
}

function isNothing(answer: unknown): boolean {
  return answer === null || (Array.isArray(answer) && answer.length === 0);
}

/** Nanoseconds of processor time of all threads of a process that are alive. */
function processorTime(pid: number): number {
  const threads = readdirSync(`/proc/${pid}/task`);
  const times = threads.map((thread) =>
    Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]),
  );
  return times.reduce((sum, time) => sum + time, 0);
}

async function start(
  name: string,
  argv: readonly string[],
  edited: string,
): Promise<Server & { readonly first: Cost }> {
  const [program = '', ...args] = argv;
  const began = performance.now();
  const child = spawn(program, args, { cwd: folder, env, stdio: ['pipe', 'pipe', 'ignore'] });
  const pid = child.pid!;
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  let said: (uri: string) => void = () => {};
  connection.onNotification('textDocument/publishDiagnostics', ({ uri }: { uri: string }) => said(uri));
  connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => ({})));
  connection.onRequest(() => null);
  connection.listen();
  const uriOf = (path: string) => pathToFileURL(join(folder, path)).href;
  const textOf = (path: string) => readFileSync(join(folder, path), 'utf8');
  const cost = async (work: () => Promise<unknown>): Promise<Cost> => {
    const [clock, processor] = [performance.now(), processorTime(pid)];
    await work();
    return { wall: performance.now() - clock, cpu: (processorTime(pid) - processor) / 1e6 };
  };
  /** Sends something, and waits for what is said of a document. */
  const answered = (of: string, send: () => Promise<void>) =>
    new Promise<void>((done) => {
      said = (uri) => {
        if (uri === of) done();
      };
      void send();
    });
  const workspaceFolders = [{ uri: pathToFileURL(folder).href, name: 'handbook' }];
  const { capabilities } = await connection.sendRequest<{ capabilities: { textDocumentSync?: unknown } }>(
    'initialize',
    {
      processId: process.pid,
      rootUri: workspaceFolders[0]!.uri,
      // As Visual Studio Code, Neovim, Helix and Emacs do, it tells of changed files.
      capabilities: {
        workspace: {
          configuration: true,
          workspaceFolders: true,
          didChangeWatchedFiles: { dynamicRegistration: true },
        },
      },
      workspaceFolders,
    },
  );
  await connection.sendNotification('initialized', {});
  const sync = capabilities.textDocumentSync;
  const kind = typeof sync === 'object' && sync !== null && 'change' in sync ? sync.change : sync;
  const open = (path: string) =>
    answered(uriOf(path), () =>
      connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri: uriOf(path), languageId: 'markdown', version: 1, text: textOf(path) },
      }),
    );
  await open(edited);
  const first = { wall: performance.now() - began, cpu: processorTime(pid) / 1e6 };

  let text = textOf(edited);
  let version = 1;
  const type = (end: string) =>
    cost(() =>
      answered(uriOf(edited), () => {
        const lines = text.split('\n');
        const at = { line: lines.length - 1, character: lines.at(-1)!.length };
        text += end;
        const contentChanges = kind === 2 ? [{ range: { start: at, end: at }, text: end }] : [{ text }];
        const textDocument = { uri: uriOf(edited), version: ++version };
        return connection.sendNotification('textDocument/didChange', { textDocument, contentChanges });
      }),
    );
  return {
    name,
    first,
    type,
    edit: () => type(version === 1 ? '\nx' : 'x'),
    open: (path) => cost(() => open(path)),
    async ask(of, position, method) {
      const params = {
        textDocument: { uri: uriOf(of) },
        position,
        ...(method.endsWith('references') ? { context: { includeDeclaration: false } } : {}),
      };
      let answer: unknown = null;
      const own = await cost(async () => (answer = await connection.sendRequest(method, params).catch(() => null)));
      return isNothing(answer) ? null : own;
    },
    memory() {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      const of = (key: string) => Number(new RegExp(`${key}:\\s+(\\d+)`).exec(status)?.[1]) / 1024;
      return [of('VmRSS'), of('VmHWM')];
    },
    end() {
      connection.dispose();
      child.kill();
    },
  };
}

const { edited, most } = pickPages();
console.log(`edited: ${edited}, most linked: ${most}`);
const programs = new Map<string, readonly string[]>([['now', [process.execPath, main, '--stdio']]]);
if (values.before) programs.set('before', [process.execPath, values.before, '--stdio']);
if (values.rumdl) programs.set('rumdl', [values.rumdl, 'server']);
programs.set('empty', [process.execPath, join(root, 'bench/empty-language-server.mjs'), '--stdio']);

const lines = readFileSync(join(folder, edited), 'utf8').split('\n');
const linkLine = lines.findIndex((line) => /\]\(\//.test(line));
const link = { line: linkLine, character: (lines[linkLine] ?? '').search(/\]\(\//) + 3 };
/** A link by the path of the file, which a server understands that knows nothing of addresses. */
const relative = posix.relative(posix.dirname(edited), most);
const words = readFileSync(join(folder, most), 'utf8')
  .split('\n')
  .findIndex((line) => /^[A-Za-z]/.test(line) && !line.includes('](') && !line.includes(':'));

type Figures = Map<string, Cost[]>;
const figures = new Map<string, Figures>();
const note = (server: string, what: string, ...costs: readonly Cost[]) => {
  const own: Figures = figures.get(server) ?? new Map<string, Cost[]>();
  own.set(what, [...(own.get(what) ?? []), ...costs]);
  figures.set(server, own);
};
const EDITS = 60;
const WARM = 20;
const ASKED = 60;
/** Notes what a request takes, asked so often in turns. */
const askAll = async (
  servers: readonly Server[],
  what: string,
  times: number,
  ...request: Parameters<Server['ask']>
) => {
  for (let turn = 0; turn < times; turn++)
    for (const server of turn % 2 === 0 ? servers : servers.toReversed()) {
      const own = await server.ask(...request);
      if (own !== null) note(server.name, what, own);
    }
};

plain();
for (let round = 0; round < Number(values.rounds); round++) {
  note('plain', 'run', { wall: plain(), cpu: 0 });
  const servers = [];
  for (const [name, argv] of programs) {
    const server = await start(name, argv, edited);
    note(name, 'first', server.first);
    servers.push(server);
  }
  await wait(3000);
  for (let turn = 0; turn < EDITS; turn++)
    for (const server of turn % 2 === 0 ? servers : servers.toReversed()) {
      const spent = await server.edit();
      if (turn >= WARM) note(server.name, 'edit', spent);
      await wait(30);
    }
  for (const server of servers) {
    const [now, peak] = server.memory();
    note(server.name, 'memory after edits', { wall: now, cpu: peak });
  }
  for (const server of servers)
    await server.type(`\n[x](/handb\n\n[y](${relative})\n\n[z](../\n\n[a](${relative}#)\n\n[b](#\n`);
  await wait(3000);
  const below = lines.length + 1;
  const requests = [
    ['completion of an address', 'completion', { line: below, character: 10 }],
    ['completion of a path', 'completion', { line: below + 4, character: 7 }],
    ['completion of a heading', 'completion', { line: below + 6, character: relative.length + 5 }],
    ['completion of a heading here', 'completion', { line: below + 8, character: 5 }],
    ['definition', 'definition', link],
    ['hover', 'hover', link],
    ['definition by a path', 'definition', { line: below + 2, character: 6 }],
    ['hover by a path', 'hover', { line: below + 2, character: 6 }],
  ] as const;
  for (const [what, method, position] of requests)
    await askAll(servers, what, ASKED, edited, position, `textDocument/${method}`);
  for (const server of servers) note(server.name, 'open', await server.open(most));
  await wait(1000);
  const position = { line: Math.max(words, 0), character: 0 };
  await askAll(servers, 'references', 1, most, position, 'textDocument/references');
  for (const server of servers) await server.edit();
  await askAll(servers, 'references after an edit', 1, most, position, 'textDocument/references');
  for (const server of servers) {
    const [now, peak] = server.memory();
    note(server.name, 'memory', { wall: now, cpu: peak });
    server.end();
  }
}

const middle = (server: string, what: string, of: keyof Cost = 'wall') =>
  median((figures.get(server)?.get(what) ?? [{ wall: Number.NaN, cpu: Number.NaN }]).map((cost) => cost[of]));
for (const [server, own] of figures) {
  const cells = [...own.keys()].map(
    (what) => `${what} ${middle(server, what).toFixed(1)} (${middle(server, what, 'cpu').toFixed(1)})`,
  );
  console.log(`${server.padEnd(8)}${cells.join(', ')}`);
}
const share = (what: string, of: readonly [string, string], atMost = '') => {
  const [wall, cpu] = (['wall', 'cpu'] as const).map((key) =>
    (middle('now', what, key) / middle(...of, key)).toFixed(2),
  );
  console.log(`${what} : ${of.join(' ')}  ${wall}, processor ${cpu}${atMost && ` (at most ${atMost})`}`);
};
share('first', ['plain', 'run'], '1.2');
for (const what of ['edit', 'memory after edits', 'memory'])
  share(what, ['before', what], what === 'edit' ? '0.35' : '0.8');
const answers = [...(figures.get('now')?.keys() ?? [])].filter((what) => /^(?:completion|definition|hover)/.test(what));
for (const what of answers) share(what, ['now', 'edit'], '1');
for (const what of answers) share(what, ['empty', what]);
for (const what of ['edit', ...answers, 'references']) share(what, ['rumdl', what], '1');
for (const what of ['references', 'references after an edit']) share(what, ['now', 'edit'], '4');
