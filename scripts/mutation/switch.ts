import { appendFileSync, readFileSync } from 'node:fs';
import { type RunnerTask, type RunnerTestCase, TestRunner } from 'vitest';
import type { Mutant } from './mutants.ts';

/** More calls than these, as many times as without a mutant, mean that it never ends. */
const MOST_CALLS = { atLeast: 100_000, times: 100 };

let active = -1;
let calls = 0;
let most = Number.POSITIVE_INFINITY;
let reached = new Map<number, number>();
const caches: (() => void)[] = [];

const mutation = {
  /** Whether this mutant is switched on. */
  is(id: number): boolean {
    if (active === id) {
      calls += 1;
      if (calls > most) throw new Error('it never ends');
      return true;
    }
    if (active < 0) reached.set(id, (reached.get(id) ?? 0) + 1);
    return false;
  },
  /** A cache that is empty again for every mutant. */
  forgetful<Cache extends object>(make: () => Cache): Cache {
    let cache = make();
    caches.push(() => {
      cache = make();
    });
    return new Proxy(cache, {
      get(_, name) {
        const value: unknown = Reflect.get(cache, name, cache);
        return typeof value === 'function' ? value.bind(cache) : value;
      },
    });
  },
};
Object.assign(globalThis, { mutation });

function switchOn(id: number, limit = Number.POSITIVE_INFINITY): void {
  active = id;
  calls = 0;
  most = limit;
  for (const forget of caches) forget();
}

const log = process.env.MUTATION_LOG!;
const read = (): readonly Entry[] =>
  readFileSync(log, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Entry);

/** What is written down: a test that begins with a mutant, one that fails by it, one that is done with all that nothing noticed yet. */
export type Entry =
  | { readonly begins: number; readonly test: string }
  | { readonly killed: number; readonly test: string }
  | { readonly done: string; readonly left: readonly number[] }
  | { readonly unfit: string; readonly why: string };

const write = (entry: Entry) => appendFileSync(log, `${JSON.stringify(entry)}\n`);
const killed = new Set<number>();
const done = new Set<string>();
for (const entry of read()) {
  if ('killed' in entry) killed.add(entry.killed);
  if ('done' in entry) done.add(entry.done);
}

/** Of a file with hundreds of tests that are alike a mutant goes through the first ones, and evenly through more of the others. */
const FIRST = { own: 60, foreign: 4 };
const MOST = { own: 120, foreign: 8 };
const mutants = new Map(JSON.parse(readFileSync(process.env.MUTATION_LIST!, 'utf8')) as [number, Mutant][]);
const seen = new Map<string, number>();

function isDue(id: number, testFile: string, ofTests: number): boolean {
  const folders = mutants.get(id)!.file.split('/').slice(0, -1);
  const isOwn = folders.some((folder) => testFile.startsWith(`test/${folder}/`));
  const most = isOwn ? MOST.own : MOST.foreign;
  const key = `${id} ${testFile}`;
  const before = seen.get(key) ?? 0;
  seen.set(key, before + 1);
  const share = most / Math.max(most, ofTests);
  return (
    before < (isOwn ? FIRST.own : FIRST.foreign) || Math.floor(before * share) !== Math.floor((before - 1) * share)
  );
}

function testsIn(task: RunnerTask): number {
  return 'tasks' in task ? task.tasks.reduce((sum, each) => sum + testsIn(each), 0) : 1;
}

/** Runs every test once as it is, and again with each mutant that it reached and that no test noticed before. */
export default class extends TestRunner {
  async runTask(test: RunnerTestCase): Promise<void> {
    if (done.has(test.id)) return;
    const run = TestRunner.getTestFn(test);
    const name = `${test.file.name}: ${test.name}`;
    switchOn(-1);
    reached = new Map();
    try {
      await run();
    } catch (error) {
      write({ unfit: name, why: String(error).slice(0, 300) });
      throw error;
    }
    const counts = reached;
    const ofTests = testsIn(test.file);
    const left = [...counts.keys()].filter((id) => !killed.has(id) && isDue(id, test.file.name, ofTests));
    for (const id of left) {
      write({ begins: id, test: name });
      switchOn(id, Math.max(MOST_CALLS.atLeast, MOST_CALLS.times * counts.get(id)!));
      try {
        await run();
      } catch {
        killed.add(id);
        write({ killed: id, test: name });
      }
    }
    switchOn(-1);
    write({ done: test.id, left });
  }
}
