import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

/** Each compiles the code anew, so that more would gain less and less. */
const MOST = 4;
/** So many tasks lie before a thread that it never waits for the next one. */
const AHEAD = 3;

/** Told to a thread instead of a task. */
export const END = 'end';

interface Running {
  readonly worker: Worker;
  /** Who waits for its answers, in the order of the tasks. */
  readonly waiting: ((answer: unknown) => void)[];
}

/**
 * Threads that help the main one: `src/cli/thread.ts` runs in each. None is started before `start`, and none keeps the process
 * alive while nothing is asked of it. Whatever a thread fails to answer, the main one has to do itself.
 */
export class Threads {
  readonly #most: number;
  #running: Running[] = [];
  #isStarted = false;

  /** `most`: 0 for a process that is to stay small; what a thread took for itself is seldom given back when it ends. */
  constructor(most = MOST) {
    this.#most = most;
  }

  /**
   * Starts as many as this machine has processors to spare, or as `HANDBOOK_LINT_WORKERS` says: none, then all is left to the
   * main thread. Without effect when called again.
   */
  start(): void {
    if (this.#isStarted || this.#most === 0) return;
    this.#isStarted = true;
    const script = threadScript();
    if (script === null) return;
    try {
      for (let left = threadCount(this.#most); left > 0; left -= 1) this.#startOne(script);
    } catch {
      // Fewer threads than wished for are enough.
    }
  }

  get count(): number {
    return this.#running.length;
  }

  /** Gives a task to a thread that has room, or says `null`. The answer is `null` when the thread failed. */
  offer(task: object): Promise<unknown> | null {
    let free: Running | undefined;
    for (const one of this.#running) {
      if (one.waiting.length < AHEAD && (!free || one.waiting.length < free.waiting.length)) free = one;
    }
    return free ? ask(free, task) : null;
  }

  /** Gives a task to every thread; the answer of one that failed is `null`. */
  all(task: object): Promise<unknown>[] {
    return this.#running.map((one) => ask(one, task));
  }

  /** Lets each thread end when it has answered all that it was asked: its memory is free from then on. Nothing can be asked any more. */
  release(): void {
    for (const { worker } of this.#running) worker.postMessage(END);
  }

  close(): void {
    for (const { worker } of this.#running) void worker.terminate();
    this.#running = [];
  }

  #startOne(script: string): void {
    const worker = new Worker(script, { resourceLimits: { maxYoungGenerationSizeMb: 12 } });
    worker.unref();
    const one: Running = { worker, waiting: [] };
    const fail = () => {
      this.#running = this.#running.filter((each) => each !== one);
      for (const done of one.waiting.splice(0)) done(null);
    };
    worker.on('message', (answer: unknown) => {
      one.waiting.shift()?.(answer);
      if (one.waiting.length === 0) worker.unref();
    });
    worker.on('error', fail);
    worker.on('exit', fail);
    this.#running.push(one);
  }
}

function ask({ worker, waiting }: Running, task: object): Promise<unknown> {
  return new Promise((done) => {
    worker.ref();
    waiting.push(done);
    worker.postMessage(task);
  });
}

function threadCount(most: number): number {
  const asked = process.env.HANDBOOK_LINT_WORKERS;
  if (asked !== undefined && /^\d{1,2}$/.test(asked)) return Number(asked);
  return Math.min(availableParallelism() - 1, most);
}

/** Only the built package has a script that a thread can start from. */
function threadScript(): string | null {
  const dist = import.meta.url.lastIndexOf('/dist/');
  if (import.meta.url.endsWith('.ts') || dist < 0) return null;
  const path = fileURLToPath(`${import.meta.url.slice(0, dist)}/dist/cli/thread.js`);
  return existsSync(path) ? path : null;
}
