import { existsSync } from 'node:fs';
import { version } from '../lint/version.ts';
import { type Arguments, readArguments } from './arguments.ts';
import { describeFailure } from './failure.ts';
import { lintCommand } from './lint-command.ts';
import { isEngineLoaded } from './load-engine.ts';
import { errorStream, leave, outputStream } from './terminal/standard-streams.ts';
import { collectOften } from './tune-v8.ts';

/** Does what the command line says and gives the exit code. */
async function run(argv: readonly string[], keepCompiled: () => void): Promise<number> {
  const args = readArguments(argv);
  const command = otherCommand(args);
  if (command === null) {
    const code = await lintCommand(args);
    // What a run compiles that finds nothing changed is what most runs need of this code.
    if (args.cache && !isEngineLoaded()) keepCompiled();
    // What is said of a baseline may wait for whoever reads it.
    if (args.baseline === undefined) leave(code);
    return code;
  }
  // They print to them, and have to be told what to do when nobody reads.
  outputStream();
  errorStream();
  return command();
}

/** Commands by what comes in place of paths, each loaded when it is called. */
const commands: ReadonlyMap<string, () => Promise<(args: Arguments) => number | Promise<number>>> = new Map([
  ['explain', async () => (await import('./explain/index.ts')).explain],
  ['explain-config', async () => (await import('./explain/explain-config.ts')).explainConfig],
  ['links', async () => (await import('./commands/links-command.ts')).linksCommand],
  ['init', async () => (await import('./commands/init.ts')).init],
  ['new', async () => (await import('./commands/new-command.ts')).newCommand],
  ['index', async () => (await import('./commands/index-command.ts')).indexCommand],
  ['report', async () => (await import('./commands/report-command.ts')).reportCommand],
  ['completion', async () => (await import('./terminal/completion.ts')).completion],
  ['move', async () => (await import('./commands/move-command.ts')).moveCommand],
  ['rename', async () => (await import('./commands/rename-command.ts')).renameCommand],
]);

/** What is asked for besides judging; `null` for nothing. */
function otherCommand(args: Arguments): (() => Promise<number>) | null {
  const [first, ...others] = args.positionals;
  const rest = { ...args, positionals: others };
  if (args.version)
    return async () => {
      process.stdout.write(`${version}\n`);
      return 0;
    };
  if (args.help || (first === 'help' && !existsSync('help')))
    return async () => {
      const { demandCommand, help } = await import('./terminal/help.ts');
      if (first === 'help') demandCommand(others[0]);
      process.stdout.write(help(first === 'help' ? others[0] : first));
      return 0;
    };
  if (args.stdio)
    return async () => {
      collectOften();
      (await import('../editor/serve.ts')).serve();
      return 0;
    };
  const command = first === undefined ? undefined : commands.get(first);
  if (command !== undefined) return async () => (await command())(rest);
  const { sinceHugo } = args;
  if (sinceHugo !== undefined)
    return async () => (await import('./commands/hugo-upgrade.ts')).hugoUpgrade(args, sinceHugo);
  if (args.fix || args.fixDryRun) return async () => (await import('./commands/fix-command.ts')).fixCommand(args);
  return null;
}

/** Runs the command of this process. `keepCompiled` keeps what V8 has compiled of it for the next one. */
export function start(keepCompiled: () => void): void {
  // A run that ends before it has said how it went did not go well.
  process.exitCode = 2;
  run(process.argv.slice(2), keepCompiled).then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => errorStream().write(`${describeFailure(error)}\n`),
  );
}
