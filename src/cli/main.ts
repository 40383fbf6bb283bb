#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { version } from '../lint/version.ts';
import { readArguments } from './arguments.ts';
import { describeFailure } from './failure.ts';
import { lintCommand } from './lint-command.ts';
import { collectOften } from './tune-v8.ts';

/** Does what the command line says and gives the exit code. */
async function run(argv: readonly string[]): Promise<number> {
  const args = readArguments(argv);
  if (args.version) {
    process.stdout.write(`${version}\n`);
    return 0;
  }
  if (args.help || (args.positionals[0] === 'help' && !existsSync('help'))) {
    const { help } = await import('./terminal/help.ts');
    const [asked, more] = args.positionals;
    process.stdout.write(help(asked === 'help' ? more : asked));
    return 0;
  }
  if (args.stdio) {
    collectOften();
    (await import('../editor/serve.ts')).serve();
    return 0;
  }
  const [first, ...others] = args.positionals;
  const rest = { ...args, positionals: others };
  switch (first) {
    case 'explain':
      return (await import('./explain/index.ts')).explain(rest);
    case 'explain-config':
      return (await import('./explain/explain-config.ts')).explainConfig(rest);
    case 'links':
      return (await import('./commands/links-command.ts')).linksCommand(rest);
    case 'init':
      return (await import('./commands/init.ts')).init(rest);
    case 'new':
      return (await import('./commands/new-command.ts')).newCommand(rest);
    case 'index':
      return (await import('./commands/index-command.ts')).indexCommand(rest);
    case 'report':
      return (await import('./commands/report-command.ts')).reportCommand(rest);
    case 'completion':
      return (await import('./terminal/completion.ts')).completion(rest);
    case 'move':
      return (await import('./commands/move-command.ts')).moveCommand(rest);
    case 'rename':
      return (await import('./commands/rename-command.ts')).renameCommand(rest);
    default:
      if (args.sinceHugo !== undefined)
        return (await import('./commands/hugo-upgrade.ts')).hugoUpgrade(args, args.sinceHugo);
      if (args.fix || args.fixDryRun) return (await import('./commands/fix-command.ts')).fixCommand(args);
      return lintCommand(args);
  }
}

// A reader that stops early, as `| head` does, is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  process.stderr.write(`${describeFailure(Object.assign(error, { path: 'The report' }))}\n`);
  process.exit(2);
});

// A run that ends before it has said how it went did not go well.
process.exitCode = 2;
// Without a top-level await, which the bundle that starts fastest cannot have.
run(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => process.stderr.write(`${describeFailure(error)}\n`),
);
