/**
 * `npm run bench -- <handbook> [--rounds N] [--config FILE] [--slow]`: our command beside its peers on one handbook, in one
 * interleaved run. Peers are installed from npm into a folder outside the project. `--slow` adds those that take minutes,
 * in a few of the rounds. Prints a table of ratios and writes it to bench/results/.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { cpus, release, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Command, type Measured, measure, ratio, toTable } from './measure.ts';

const root = new URL('..', import.meta.url).pathname;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '5' },
    config: { type: 'string' },
    page: { type: 'string' },
    slow: { type: 'boolean', default: false },
    peers: { type: 'string', default: join(tmpdir(), 'handbook-bench-peers') },
  },
});
const [source] = positionals;
if (!source) throw new Error('Usage: npm run bench -- <handbook> [--rounds N] [--config FILE] [--page PATH] [--slow]');

const PEERS = {
  'remark-cli': '12.0.1',
  'remark-lint': '10.0.1',
  'remark-validate-links': '13.1.0',
  'remark-gfm': '4.0.1',
  'remark-frontmatter': '5.0.0',
  'markdownlint-cli2': '0.18.1',
  'markdownlint-rule-relative-links': '4.2.0',
  rumdl: '0.2.75',
};

function installPeers(): string {
  mkdirSync(values.peers, { recursive: true });
  if (!existsSync(join(values.peers, 'node_modules'))) {
    writeFileSync(join(values.peers, 'package.json'), '{"private":true,"type":"module"}');
    execFileSync(
      'npm',
      ['install', '--no-audit', '--no-fund', ...Object.entries(PEERS).map(([name, version]) => `${name}@${version}`)],
      {
        cwd: values.peers,
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    );
  }
  return values.peers;
}

const peers = installPeers();
const work = mkdtempSync(join(tmpdir(), 'handbook-bench-'));
const handbook = join(work, 'handbook');
cpSync(source, handbook, { recursive: true });
execFileSync('chmod', ['-R', 'u+w', handbook]);
if (values.config) cpSync(values.config, join(handbook, 'handbook.yaml'));
const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=bench', '-c', 'user.email=bench@example.org', '-c', 'gc.auto=0', ...args], {
    cwd: handbook,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
git('init', '-q', '-b', 'main');
git('add', '-A');
git('commit', '-q', '-m', 'before');

const page =
  values.page ??
  String(git('ls-files', 'content'))
    .split('\n')
    .find((path) => path.endsWith('.md') && readFileSync(join(handbook, path), 'utf8').split('](/').length > 20)!;
const config = join(work, 'peers');
mkdirSync(config);
writeFileSync(
  join(config, 'rumdl.toml'),
  '[global]\nenable = ["MD051", "MD057"]\n[MD057]\nabsolute-links = "relative_to_roots"\nroots = ["content", "static"]\n',
);
writeFileSync(join(config, '.remarkrc-lint.json'), '{"plugins": ["remark-lint", "remark-frontmatter", "remark-gfm"]}');
writeFileSync(
  join(config, '.remarkrc-links.json'),
  '{"plugins": ["remark-frontmatter", "remark-gfm", ["remark-validate-links", {"repository": false}]]}',
);
writeFileSync(
  join(config, '.markdownlint-cli2.cjs'),
  `module.exports = { config: { default: false, MD051: true, 'relative-links': true }, customRules: ['${peers}/node_modules/markdownlint-rule-relative-links/src/index.js'] };`,
);

const cache = join(work, 'cache');
const rumdlCache = join(work, 'rumdl-cache');
const empty = (folder: string) => () => rmSync(folder, { recursive: true, force: true });
const bin = (name: string) => join(peers, 'node_modules/.bin', name);
const program = [process.execPath, join(root, 'dist/cli/main.js')];
const ours = [...program, '--root', handbook, '--cache-location', cache, '--format', 'json'];
const rumdl = [bin('rumdl'), 'check', '--config', join(config, 'rumdl.toml')];
const remark = (rc: string, paths: string) => [
  bin('remark'),
  '--no-stdout',
  '--quiet',
  '--no-config',
  '--rc-path',
  join(config, rc),
  paths,
];
/** remark finds plugins from where its configuration lies. */
symlinkSync(join(peers, 'node_modules'), join(config, 'node_modules'));
/** A peer that could not load what it is to run is fast, and says so on stderr alone. */
const fails = /Cannot (?:find module|process file)/;

const change = () => {
  git('checkout', '-q', '-f', 'HEAD');
  writeFileSync(join(handbook, page), `${readFileSync(join(handbook, page), 'utf8')}\n[a new link](/no/such/page/)\n`);
  git('add', page);
};
/** Runs once when the files are old enough for their times to be trusted. */
const settle = () => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 3000);
  const [command = '', ...args] = ours;
  spawnSync(command, [...args, '--staged'], { cwd: handbook, stdio: 'ignore' });
};
const undo = () => git('reset', '-q', '--hard', 'HEAD');
let edits = 0;
const edit = () => {
  edits += 1;
  writeFileSync(join(handbook, page), `${String(git('show', `HEAD:${page}`))}\nOne more sentence, number ${edits}.\n`);
};

const clone = join(work, 'clone');
const cacheOfMain = join(work, 'cache-of-main');
/** What a pipeline starts from: every time is new, the cache is that of the main branch, and twenty pages are others. */
const cloneAnew = () => {
  for (const folder of [clone, cacheOfMain]) empty(folder)();
  git('clone', '-q', handbook, clone);
  cpSync(cache, cacheOfMain, { recursive: true });
  const pages = String(git('ls-files', 'content'))
    .split('\n')
    .filter((path) => path.endsWith('.md'));
  for (const path of pages.slice(0, 20)) appendFileSync(join(clone, path), '\nOne more sentence.\n');
};

const quick: Command[] = [
  { name: 'node -e 0', argv: [process.execPath, '-e', '0'] },
  { name: 'handbook-lint, cold', argv: ours, before: empty(cache) },
  { name: 'handbook-lint, no cache', argv: [...ours, '--no-cache'] },
  {
    name: 'handbook-lint, fresh clone',
    argv: [...program, '--root', clone, '--cache-location', cacheOfMain, '--format', 'json'],
    before: cloneAnew,
  },
  { name: 'rumdl MD051 + MD057, no cache', argv: [...rumdl, '--no-cache', join(handbook, 'content')] },
  { name: 'handbook-lint, warm', argv: ours },
  { name: 'rumdl, cached', argv: [...rumdl, '--cache-dir', rumdlCache, join(handbook, 'content')] },
  { name: 'handbook-lint, one page, warm', argv: [...ours, join(handbook, page)] },
  { name: 'handbook-lint, one page, just edited', argv: [...ours, join(handbook, page)], before: edit },
  { name: 'handbook-lint, warm, one page edited', argv: ours, before: edit },
  {
    name: 'remark-cli + remark-lint, one page',
    argv: remark('.remarkrc-lint.json', join(handbook, page)),
    cwd: handbook,
    fails,
  },
  { name: 'handbook-lint --staged, just staged', argv: [...ours, '--staged'], before: change, cwd: handbook },
  { name: 'handbook-lint --staged, again', argv: [...ours, '--staged'], before: settle, cwd: handbook },
];
/** In so many of the rounds. */
const SLOW_TURNS = 3;
const slow: Command[] = [
  {
    name: 'markdownlint-cli2 + relative-links',
    argv: [bin('markdownlint-cli2'), '--config', join(config, '.markdownlint-cli2.cjs'), 'content/**/*.md'],
    cwd: handbook,
    before: undo,
    limit: 300,
    turns: SLOW_TURNS,
  },
  {
    name: 'remark-cli + remark-lint',
    argv: remark('.remarkrc-lint.json', 'content'),
    cwd: handbook,
    limit: 600,
    turns: SLOW_TURNS,
    fails,
  },
  {
    name: 'remark-cli + remark-validate-links',
    argv: remark('.remarkrc-links.json', 'content'),
    cwd: handbook,
    limit: 600,
    turns: SLOW_TURNS,
    fails,
  },
];

let measured: Measured[];
try {
  const log = (line: string) => console.error(line);
  measured = measure(values.slow ? [...quick, ...slow] : quick, Number(values.rounds), log);
} finally {
  rmSync(work, { recursive: true, force: true });
}

const by = new Map(measured.map((one) => [one.name, one]));
const against = (a: string, b: string) => {
  const [one, other] = [by.get(a), by.get(b)];
  if (!one || !other) return [];
  // A run of minutes has its own ups and downs in it, one of a second has not.
  const isPaired = one.runs.length === other.runs.length;
  const value = isPaired ? ratio(one, other) : one.median.wall / other.median.wall;
  const pairs = isPaired ? one.runs.map((run, index) => run.wall / other.runs[index]!.wall) : [value];
  return [[`${a} : ${b}`, inWords(value), `${inWords(Math.min(...pairs))} to ${inWords(Math.max(...pairs))}`]];
};
const inWords = (value: number) => (value < 0.1 ? `1/${(1 / value).toFixed(1)}` : value.toFixed(3));
const spread = (one: Measured) => {
  const walls = one.runs.map((run) => run.wall);
  return `${Math.min(...walls).toFixed(2)}–${Math.max(...walls).toFixed(2)}`;
};
const report = [
  `# ${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, Linux ${release()}, Node ${process.version}`,
  '',
  `Peers: ${Object.entries(PEERS)
    .map(([name, version]) => `${name} ${version}`)
    .join(
      ', ',
    )}. Medians of ${values.rounds} interleaved rounds${values.slow ? `, slow peers in ${Math.min(SLOW_TURNS, Number(values.rounds))} of them` : ''}.`,
  '',
  toTable([
    ['command', 'wall s', 'min–max', 'CPU s', 'peak MiB'],
    ...measured.map((one) => [
      one.name,
      `${one.median.ended ? '> ' : ''}${one.median.wall.toFixed(2)}`,
      spread(one),
      one.median.cpu.toFixed(2),
      one.median.memory.toFixed(0),
    ]),
  ]),
  '',
  toTable([
    ['ratio', 'median', 'of single rounds'],
    ...against('handbook-lint, cold', 'rumdl MD051 + MD057, no cache'),
    ...against('handbook-lint, no cache', 'rumdl MD051 + MD057, no cache'),
    ...against('handbook-lint, cold', 'remark-cli + remark-validate-links'),
    ...against('handbook-lint, fresh clone', 'handbook-lint, cold'),
    ...against('handbook-lint, warm', 'rumdl, cached'),
    ...against('handbook-lint, warm', 'node -e 0'),
    ...against('handbook-lint, one page, warm', 'node -e 0'),
    ...against('handbook-lint, one page, just edited', 'node -e 0'),
    ...against('handbook-lint, one page, warm', 'remark-cli + remark-lint, one page'),
    ...against('handbook-lint, one page, just edited', 'remark-cli + remark-lint, one page'),
    ...against('handbook-lint --staged, just staged', 'handbook-lint, warm, one page edited'),
    ...against('handbook-lint --staged, again', 'handbook-lint, warm'),
  ]),
  '',
].join('\n');
console.log(report);
mkdirSync(join(root, 'bench/results'), { recursive: true });
writeFileSync(join(root, 'bench/results', `${new Date().toISOString().slice(0, 10)}.md`), report);
