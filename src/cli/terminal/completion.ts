import type { Arguments } from '../arguments.ts';
import { Failure } from '../failure.ts';
import { type Command, type CommandOption, flagsOf, formatsOf, options, optionsOf, subcommands } from '../options.ts';

const shells: Readonly<Record<string, (rules: readonly string[]) => string>> = { bash, fish, zsh };

/** `handbook-lint completion bash`: a script to source. */
export async function completion({ positionals: [shell] }: Arguments): Promise<number> {
  const script = shell === undefined ? undefined : shells[shell];
  if (script === undefined) throw new Failure('For which shell? Write handbook-lint completion bash, zsh or fish.');
  const { rules } = await import('../../../rules/index.ts');
  process.stdout.write(script(rules.map(({ id }) => id)));
  return 0;
}

const all: readonly CommandOption[] = options;
const formats = (command: Command) => (formatsOf[command] ?? []).join(' ');
/** A branch of a `case` for every command, by its name; judging is what has none. */
const branches = (branch: (command: Command) => string) =>
  [...subcommands, 'lint' as const].map((each) => `    ${each === 'lint' ? '*' : each}) ${branch(each)} ;;\n`).join('');

function bash(rules: readonly string[]): string {
  const takes = (...kinds: readonly string[]) =>
    all.flatMap(({ name, value = '' }) => (kinds.includes(value) ? [`--${name}`] : [])).join('|');
  const flags = (command: Command) => optionsOf(command).flatMap(flagsOf).join(' ');
  return `# handbook-lint completion bash
_handbook_lint() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} flags formats
  case \${COMP_WORDS[1]} in
${branches((command) => `flags='${flags(command)}' formats='${formats(command)}'`)}  esac
  case $prev in
    ${takes('DIR')}) compopt -o dirnames; return ;;
    ${takes('FILE')}) compopt -o default; return ;;
    --format) COMPREPLY=($(compgen -W "$formats" -- "$cur")); return ;;
    --rule) compopt -o nospace; COMPREPLY=($(compgen -S = -W "${rules.join(' ')}" -- "$cur")); return ;;
    explain) compopt -o default; [[ $cur == -* ]] || COMPREPLY=($(compgen -W "${rules.join(' ')}" -- "$cur")) ;;
    completion) COMPREPLY=($(compgen -W "${Object.keys(shells).join(' ')}" -- "$cur")); return ;;
    help) COMPREPLY=($(compgen -W "${subcommands.join(' ')}" -- "$cur")); return ;;
  esac
  if [[ $cur == -* ]]; then
    COMPREPLY=($(compgen -W "$flags" -- "$cur"))
  else
    compopt -o default
    ((COMP_CWORD == 1)) && COMPREPLY=($(compgen -W "${subcommands.join(' ')}" -- "$cur"))
  fi
}
complete -F _handbook_lint handbook-lint
`;
}

function zsh(rules: readonly string[]): string {
  // Within double quotes and brackets of _arguments.
  const quoted = (text: string) => text.replace(/[[\]:'"]/g, '');
  const specs = (command: Command) =>
    optionsOf(command).flatMap((option) => {
      const { name, value, about, multiple } = option;
      const known = name === 'format' ? `(${formats(command)})` : '';
      const action = value === 'DIR' ? '_files -/' : value === 'FILE' ? '_files' : known;
      const tail = value === undefined ? '' : `:${quoted(value)}:${action}`;
      return flagsOf(option).map((flag) => `'${multiple ? '*' : ''}${flag}[${quoted(about)}]${tail}'`);
    });
  return `#compdef handbook-lint
_handbook_lint() {
  local -a specs
  (( CURRENT == 2 )) && compadd ${subcommands.join(' ')}
  (( CURRENT == 3 )) && case $words[2] in
    explain) compadd ${rules.join(' ')} ;;
    completion) compadd ${Object.keys(shells).join(' ')}; return ;;
    help) compadd ${subcommands.join(' ')}; return ;;
  esac
  case $words[2] in
${branches((command) => `specs=(${specs(command).join(' ')})`)}  esac
  _arguments $specs '*:file:_files'
}
compdef _handbook_lint handbook-lint
`;
}

function fish(rules: readonly string[]): string {
  const quoted = (text: string) => `'${text.replace(/[\\']/g, '\\$&')}'`;
  /** Where these commands are, of which judging has no name. */
  const within = (of: readonly Command[]) =>
    of.includes('lint')
      ? `'not __fish_seen_subcommand_from ${subcommands.filter((each) => !of.includes(each)).join(' ')}'`
      : `'__fish_seen_subcommand_from ${of.join(' ')}'`;
  const lines = all.flatMap((option) => {
    const { of, value, about } = option;
    const kind = value === undefined ? '' : value === 'FILE' || value === 'DIR' ? ' -r -F' : ' -x';
    const where = of === undefined ? '' : ` -n ${within(of)}`;
    return flagsOf(option).map((flag) => `${where} -l ${flag.slice(2)}${kind} -d ${quoted(about)}`);
  });
  const written = (Object.keys(formatsOf) as Command[]).map(
    (command) => ` -n ${within([command])} -l format -x -a ${quoted(formats(command))}`,
  );
  const words = [
    ` -n __fish_use_subcommand -a ${quoted(subcommands.join(' '))}`,
    ` -n ${within(['explain'])} -a ${quoted(rules.join(' '))}`,
    ` -n ${within(['completion'])} -f -a ${quoted(Object.keys(shells).join(' '))}`,
    ` -n ${within(['help'])} -f -a ${quoted(subcommands.join(' '))}`,
  ];
  return `# handbook-lint completion fish
${[...lines, ...written, ...words].map((line) => `complete -c handbook-lint${line}`).join('\n')}
`;
}
