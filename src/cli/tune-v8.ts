import { setFlagsFromString } from 'node:v8';

/**
 * Tells V8 that this process is one run over many pages, and not a server. It optimises only what runs four times as often as
 * usual: within seconds most optimising is never won back, and takes a third of a run over a whole handbook on two
 * cores. And it looks for garbage when half as much again is in use, not four times as much: most of what is read of a page
 * is garbage once the page is judged, which on 30,000 pages is a third of the memory.
 */
export function tuneV8(): void {
  const [major = 0] = process.versions.v8.split('.').map(Number);
  // The names are V8's own and change; a flag that it does not know would be complained about on stderr.
  if (major === 11) setFlagsFromString('--interrupt-budget=400000');
  if (major === 12 || major === 13) setFlagsFromString('--invocation-count-for-turbofan=12000');
  if (major >= 11 && major <= 13) setFlagsFromString('--heap-growing-percent=50');
}
