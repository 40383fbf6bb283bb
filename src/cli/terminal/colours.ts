import type { WriteStream } from 'node:tty';

type Stream = NodeJS.WriteStream & { readonly isTTY?: boolean };

/** Whether to colour: `--color` wins, then NO_COLOR, then FORCE_COLOR, then whether a terminal shows it. */
export function wantsColor(flag: boolean | undefined, stream: Stream = process.stdout): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (flag !== undefined) return flag;
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return stream.isTTY === true && TERM !== 'dumb';
}

/** Whether a person sees what is printed as it is printed. */
export function isTerminal(stream: Stream): boolean {
  return stream.isTTY === true && !isInJob();
}

/** Whether this terminal is known to follow links in text (OSC 8). */
export function followsLinks(stream: Stream): boolean {
  const { FORCE_HYPERLINK, CI, TERM, TERM_PROGRAM, VTE_VERSION, WT_SESSION, KITTY_WINDOW_ID, KONSOLE_VERSION } =
    process.env;
  if (FORCE_HYPERLINK !== undefined && FORCE_HYPERLINK !== '') return FORCE_HYPERLINK !== '0';
  if (stream.isTTY !== true || CI !== undefined || TERM === 'dumb') return false;
  if (WT_SESSION !== undefined || KITTY_WINDOW_ID !== undefined || KONSOLE_VERSION !== undefined) return true;
  if (VTE_VERSION !== undefined) return Number(VTE_VERSION) >= 5000;
  return ['iTerm.app', 'WezTerm', 'vscode', 'ghostty', 'Hyper'].includes(TERM_PROGRAM ?? '');
}

/** Whether a CI system reads the output; not all of them set CI. */
export function isInJob(): boolean {
  const { env } = process;
  return [env.CI, env.GITHUB_ACTIONS, env.TF_BUILD, env.TEAMCITY_VERSION, env.BUILDKITE, env.JENKINS_URL].some(Boolean);
}

/** A line on the terminal that says how far a run is. */
interface Progress {
  /** Without numbers it shows at once, since what follows may not come back for seconds; with them, only in long runs. */
  report(words: string, done?: number, total?: number): void;
  clear(): void;
}

const patience = 1000;
const interval = 100;

/** Says nothing where there is no terminal. */
export function progressOn(stream: Stream = process.stderr): Progress {
  if (stream.isTTY !== true || process.env.CI !== undefined) return { report: () => {}, clear: () => {} };
  const terminal = stream as WriteStream;
  let due = Date.now() + patience;
  let isShown = false;
  return {
    report(words, done, total) {
      const now = Date.now();
      if (now < due && done !== undefined) return;
      if (done !== undefined) due = now + interval;
      isShown = true;
      const amount = done === undefined || total === undefined ? '' : ` ${Math.floor((100 * done) / total)} %`;
      terminal.write(`\r\u001b[K${words}${amount}`);
    },
    clear() {
      if (isShown) terminal.write('\r\u001b[K');
      isShown = false;
    },
  };
}
