import { addToGroup } from '../../collections/groups.ts';
import { type ScriptValue, scriptValueOf, valueBelow } from './values.ts';

/** What handbook.yaml says of a generator's settings, by their names: `{base: /x/, docs.path: handbook}`. */
export type WrittenSettings = Readonly<Record<string, unknown>>;

/** A setting that the configuration computes, so that only a run would tell it. */
export interface UnreadSetting {
  /** As handbook.yaml can set it. */
  readonly key: string;
  /** Where it is computed. */
  readonly path: string;
  readonly line: number;
}

/** Reads settings of a script, or in their place what handbook.yaml says of them, and notes which ones cannot be read. */
export class ConfigKeys {
  readonly unread: UnreadSetting[] = [];
  readonly #path: string;
  readonly #root: ScriptValue;
  readonly #written: WrittenSettings;

  constructor(path: string, root: ScriptValue, written: WrittenSettings) {
    this.#path = path;
    this.#root = root;
    this.#written = written;
  }

  /** The value of a setting, named as handbook.yaml names it; `value` is what the script says where that is not its place. */
  at(key: string, value: ScriptValue = valueBelow(this.#root, ...key.split('.'))): ScriptValue {
    return Object.hasOwn(this.#written, key) ? scriptValueOf(this.#written[key]) : value;
  }

  /** The words of a setting; `null` when it is not set, or noted as unread. */
  word(key: string, value?: ScriptValue): string | null {
    const found = this.#literal(key, value);
    return typeof found === 'string' ? found : null;
  }

  /** Yes or no; `null` when it is not set, or noted as unread. */
  flag(key: string, value?: ScriptValue): boolean | null {
    const found = this.#literal(key, value);
    return typeof found === 'boolean' ? found : null;
  }

  #literal(key: string, value: ScriptValue | undefined) {
    const found = this.at(key, value);
    if (found.kind === 'literal') return found.value;
    return found.kind === 'absent' ? null : this.note(key, found);
  }

  /** A word or a list of words; what is not known of it is noted. */
  words(key: string, value?: ScriptValue): readonly string[] {
    const found = this.at(key, value);
    if (found.kind === 'absent') return [];
    const items = found.kind === 'list' ? found.items : [found];
    const words = items.map((item) => (item.kind === 'literal' && typeof item.value === 'string' ? item.value : null));
    if ((found.kind === 'list' && found.isOpen) || words.includes(null)) this.note(key, found);
    return words.filter((word) => word !== null);
  }

  /** Notes that a setting cannot be read. */
  note(key: string, value: ScriptValue): null {
    const line = 'line' in value ? value.line : 1;
    if (!this.unread.some((each) => each.key === key)) this.unread.push({ key, path: this.#path, line });
    return null;
  }

  isUnread(...keys: readonly string[]): boolean {
    return this.unread.some(({ key }) => keys.includes(key));
  }
}

/** Says which settings could not be read, and how handbook.yaml can say them. */
export function describeUnread(unread: readonly UnreadSetting[]): string {
  const places = new Map<string, string[]>();
  for (const { key, path, line } of unread) {
    const place = `${path} line ${line}`;
    addToGroup(places, place, key);
  }
  const lines = [...places].map(([place, keys]) => {
    const are = keys.length === 1 ? 'is' : 'are';
    return `${keys.join(', ')} ${are} computed in ${place} and could not be read, so what depends on ${keys.length === 1 ? 'it' : 'them'} cannot be checked; write "generator: {${keys[0]}: …}" into handbook.yaml to say ${keys.length === 1 ? 'it' : 'them'}.`;
  });
  return lines.join(' ');
}
