/**
 * Tells V8 that this process is one run, and not a server. The names of flags are V8's own and change, and a flag that it does
 * not know would be complained about on stderr; so only versions that have them get them.
 */
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

const [version = 0] = process.versions.v8.split('.').map(Number);
/** The V8 of Node 20 to 26 has all of these flags. */
const isKnown = version >= 11 && version <= 14;

let isTuned = false;

/**
 * To be called before threads start and code is loaded; without effect when called again.
 *
 * A run ends within seconds, so that most of what V8 optimises is never won back: it takes a third of a run over a whole
 * handbook on two cores. From here on it optimises only what runs twelve times as often as usual in Node 20, and there it also copies
 * less of what is called into that. Later versions have a second compiler between the first and the thorough one; that one took a fifth
 * of a run after an edit, and makes code that is good enough for some thousand pages: the thorough one is left to what is called 300,000 times.
 *
 * Several threads collect young garbage in a millisecond each time, if all processors are free for them; here they are busy with
 * reading and judging, and one thread alone is done sooner than it gets help.
 *
 * V8 looks for garbage in a heap of twenty megabytes as eagerly as if it had to last for days. Up to some thousand pages there is
 * less garbage than is worth looking for.
 *
 * V8 believes what Node has compiled of its own libraries only until it is told anything, so the largest that each run needs comes first.
 */
export function tuneForOneRun(): void {
  if (isTuned || !isKnown) return;
  isTuned = true;
  // Node 20.16 and later have it.
  process.getBuiltinModule?.('node:crypto');
  const optimiseLess =
    version === 11
      ? ['--interrupt-budget=800000', '--max-inlined-bytecode-size-cumulative=100']
      : ['--invocation-count-for-turbofan=300000', '--invocation-count-for-maglev=5000'];
  const collectAlone = ['--no-parallel-scavenge'];
  const collectLate = ['--heap-growing-percent=1000', '--initial-old-space-size=200'];
  const threadsStartWith = ['--min-semi-space-size=4'];
  for (const flag of [...optimiseLess, ...collectAlone, ...collectLate, ...threadsStartWith]) setFlagsFromString(flag);
}

/** So much room for young objects is enough. */
const YOUNG_ROOM = 8_000_000;
/** How often to look, in ms. */
const LOOK = 10;

/**
 * Lets the main thread's room for young objects grow until it is large enough, and that of no thread afterwards. Node 24 lets it grow to 64
 * megabytes, Node 20 to 16; with 8 to 16 a cold run takes a fifth less memory, for as much time. A process that runs already has no limit
 * to set, but can be told by how much its rooms grow.
 */
export function stopYoungGrowth(): void {
  if (!isKnown || version === 11) return;
  const timer = setInterval(() => {
    const young = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space');
    if (young === undefined || young.space_size < YOUNG_ROOM) return;
    setFlagsFromString('--semi-space-growth-factor=1');
    clearInterval(timer);
  }, LOOK).unref();
}

/** Takes back what `stopYoungGrowth` told: V8 takes compiled code for its own only with the flags that it was compiled with. */
export function letYoungGrow(): void {
  if (isKnown && version > 11) setFlagsFromString('--semi-space-growth-factor=2');
}

/**
 * A language server stays in memory all day beside its editor. From here on V8 looks for garbage whenever a fifth as much again is in
 * use, and keeps the room for young objects at its first megabyte: a fourth less memory over 4,200 pages, for as much time.
 */
export function collectOften(): void {
  if (!isKnown) return;
  for (const flag of ['--heap-growing-percent=20', '--semi-space-growth-factor=1']) setFlagsFromString(flag);
}

/**
 * The more pages, the more memory: most of what is read of a page is garbage once the page is judged. With so many files to read,
 * V8 looks for it from here on whenever a third as much again is in use, instead of up to four times as much: 100,000 pages stay below
 * 2 GB. And the longer a run, the more of what V8 optimises is won back: with 20,000 pages a thirtieth of the time.
 */
export function tuneForFiles(files: number): void {
  if (files < 10_000 || !isKnown) return;
  collectEagerly();
  setFlagsFromString(version === 11 ? '--interrupt-budget=400000' : '--invocation-count-for-turbofan=36000');
}

/** From here on V8 looks for garbage whenever a third as much again is in use. */
export function collectEagerly(): void {
  if (isKnown) setFlagsFromString('--heap-growing-percent=30');
}
