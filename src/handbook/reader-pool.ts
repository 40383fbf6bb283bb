import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { DigestNeeds, NewFile, ReadFiles } from './read-files.ts';

/** More threads than these would only wait for the one that hands out the files. */
const MOST = 4;
/** So many batches lie before a worker that it never waits for the next one. */
const AHEAD = 2;

interface Reading {
  readonly worker: Worker;
  /** In the order in which they were given, which is that of the answers. */
  readonly batches: { readonly files: readonly NewFile[]; readonly done: (read: ReadFiles | null) => void }[];
}

/** Threads that read Markdown besides the main one. */
export class ReaderPool {
  #working: Reading[];

  private constructor(working: Reading[]) {
    this.#working = working;
  }

  /** `null` when this machine, or the caller by `HANDBOOK_LINT_WORKERS=0`, leaves the work to the main thread. */
  static open(needs: DigestNeeds): ReaderPool | null {
    const script = workerScript();
    const count = workerCount();
    if (script === null || count === 0) return null;
    const pool = new ReaderPool([]);
    try {
      for (let index = 0; index < count; index += 1) pool.#start(script, needs);
    } catch {
      // Fewer threads than wished for are enough.
    }
    return pool;
  }

  /** Gives files to a worker that has room, or says `null`. The answer is `null` when the worker failed. */
  offer(files: readonly NewFile[]): Promise<ReadFiles | null> | null {
    let free: Reading | undefined;
    for (const one of this.#working) {
      if (one.batches.length < AHEAD && (!free || one.batches.length < free.batches.length)) free = one;
    }
    if (!free) return null;
    const { worker, batches } = free;
    return new Promise((done) => {
      batches.push({ files, done });
      // Copied, not handed over: should the worker fail, the main thread reads these.
      worker.postMessage(files.map(({ reading, bytes }) => ({ reading, bytes: Uint8Array.from(bytes) })));
    });
  }

  close(): void {
    for (const { worker } of this.#working) void worker.terminate();
    this.#working = [];
  }

  #start(script: string, needs: DigestNeeds): void {
    const worker = new Worker(script, { workerData: needs, resourceLimits: { maxYoungGenerationSizeMb: 16 } });
    const one: Reading = { worker, batches: [] };
    const fail = () => {
      this.#working = this.#working.filter((each) => each !== one);
      for (const { done } of one.batches.splice(0)) done(null);
    };
    worker.on('message', (read: ReadFiles) => one.batches.shift()?.done(read));
    worker.on('error', fail);
    worker.on('exit', fail);
    this.#working.push(one);
  }
}

function workerCount(): number {
  const asked = process.env.HANDBOOK_LINT_WORKERS;
  if (asked !== undefined && /^\d{1,2}$/.test(asked)) return Number(asked);
  return Math.min(availableParallelism() - 1, MOST);
}

/** Only the built package has a script that a thread can start from. */
function workerScript(): string | null {
  const dist = import.meta.url.lastIndexOf('/dist/');
  if (import.meta.url.endsWith('.ts') || dist < 0) return null;
  const path = fileURLToPath(`${import.meta.url.slice(0, dist)}/dist/handbook/read-worker.js`);
  return existsSync(path) ? path : null;
}
