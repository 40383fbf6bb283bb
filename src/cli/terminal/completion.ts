import type { Arguments } from '../arguments.ts';
import { Failure } from '../failure.ts';
import { type CommandOption, options, subcommands } from '../options.ts';

const shells: Readonly<Record<string, (rules: readonly string[]) => string>> = { bash, fish, zsh };

/** `handbook-lint completion bash`: a script to source. */
export async function completion({ positionals: [shell] }: Arguments): Promise<number> {
  const script = shell === undefined ? undefined : shells[shell];
  if (script === undefined) throw new Failure('For which shell? Write handbook-lint completion bash, zsh or fish.');
  const { rules } = await import('../../../rules/index.ts');
  process.stdout.write(script(rules.map(({ id }) => id)));
  return 0;
}

const known: readonly CommandOption[] = options;
const flags = known.flatMap(({ name, negatable }) =>
  negatable === true ? [`--${name}`, `--no-${name}`] : [`--${name}`],
);
const takes = (kinds: readonly string[]) =>
  known.filter(({ value }) => value !== undefined && kinds.includes(value)).map(({ name }) => `--${name}`);

function bash(rules: readonly string[]): string {
  const formats = known.find(({ name }) => name === 'format')?.choices ?? [];
  return `# handbook-lint completion bash
_handbook_lint() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]}
  case $prev in
    ${takes(['DIR']).join('|')}) compopt -o dirnames; return ;;
    ${takes(['FILE']).join('|')}) compopt -o default; return ;;
    --format) COMPREPLY=($(compgen -W "${formats.join(' ')}" -- "$cur")); return ;;
    --rule) compopt -o nospace; COMPREPLY=($(compgen -S = -W "${rules.join(' ')}" -- "$cur")); return ;;
    explain) compopt -o default; COMPREPLY=($(compgen -W "${rules.join(' ')}" -- "$cur")); return ;;
    completion) COMPREPLY=($(compgen -W "bash zsh fish" -- "$cur")); return ;;
  esac
  if [[ $cur == -* ]]; then
    COMPREPLY=($(compgen -W "${flags.join(' ')}" -- "$cur"))
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
  const action = ({ value, choices }: CommandOption) =>
    choices !== undefined ? `(${choices.join(' ')})` : value === 'DIR' ? '_files -/' : value === 'FILE' ? '_files' : '';
  const specs = known.flatMap((option) => {
    const many = option.multiple === true ? '*' : '';
    const tail = option.value === undefined ? '' : `:${quoted(option.value)}:${action(option)}`;
    const own = `  '${many}--${option.name}[${quoted(option.about)}]${tail}'`;
    return option.negatable === true ? [own, `  '--no-${option.name}[${quoted(option.about)}]'`] : [own];
  });
  return `#compdef handbook-lint
_handbook_lint() {
  if [[ $words[2] == explain ]]; then
    (( CURRENT == 3 )) && { compadd ${rules.join(' ')}; _files }
    return
  fi
  if [[ $words[2] == completion ]]; then
    (( CURRENT == 3 )) && compadd bash zsh fish
    return
  fi
  (( CURRENT == 2 )) && compadd ${subcommands.join(' ')}
  _arguments \\
${specs.map((spec) => `  ${spec} \\\n`).join('')}    '*:file:_files'
}
compdef _handbook_lint handbook-lint
`;
}

function fish(rules: readonly string[]): string {
  const quoted = (text: string) => `'${text.replace(/[\\']/g, '\\$&')}'`;
  const lines = known.flatMap((option) => {
    const choices = option.choices === undefined ? '' : ` -a ${quoted(option.choices.join(' '))}`;
    const value =
      option.value === undefined ? '' : option.value === 'FILE' || option.value === 'DIR' ? ' -r -F' : ' -x';
    const line = (name: string) => `complete -c handbook-lint -l ${name}${value}${choices} -d ${quoted(option.about)}`;
    return option.negatable === true ? [line(option.name), line(`no-${option.name}`)] : [line(option.name)];
  });
  return `# handbook-lint completion fish
${lines.join('\n')}
complete -c handbook-lint -n __fish_use_subcommand -a ${quoted(subcommands.join(' '))}
complete -c handbook-lint -n '__fish_seen_subcommand_from explain' -a ${quoted(rules.join(' '))}
complete -c handbook-lint -n '__fish_seen_subcommand_from completion' -a 'bash zsh fish'
`;
}
