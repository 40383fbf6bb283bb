import { setFlagsFromString } from 'node:v8';

/**
 * A run ends within seconds, so that most of what V8 optimises is never won back: it takes a third of a run over a whole
 * handbook on two cores. From here on it optimises only what runs four times as often as usual, in all threads.
 */
export function optimiseLess(): void {
  const [major = 0] = process.versions.v8.split('.').map(Number);
  // The names are V8's own and change; a flag that it does not know would be complained about on stderr.
  if (major === 11) setFlagsFromString('--interrupt-budget=400000');
  else if (major === 12 || major === 13) setFlagsFromString('--invocation-count-for-turbofan=12000');
}
