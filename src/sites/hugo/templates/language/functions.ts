import { urlFunctions } from './url-functions.ts';
import {
  type Call,
  EMPTY_SITE,
  isFields,
  isPartlyUnknown,
  isTrue,
  printed,
  type TemplateSite,
  UNKNOWN,
  type Value,
} from './values.ts';

/** A function of texts; what is no text makes its result unknown. */
function ofTexts(call: (...texts: readonly string[]) => Value): Call {
  return (args) => (args.every((arg): arg is string => typeof arg === 'string') ? call(...args) : UNKNOWN);
}

const same: Call = ([value = UNKNOWN]) => value;
const contains = ofTexts((text = '', part = '') => text.includes(part));
const joined = ofTexts((...texts) => texts.join(''));

function trimmedStart(text: string, signs: string): string {
  const at = text.split('').findIndex((sign) => !signs.includes(sign));
  return at < 0 ? '' : text.slice(at);
}

function trimmedEnd(text: string, signs: string): string {
  return text.slice(0, text.split('').findLastIndex((sign) => !signs.includes(sign)) + 1);
}

/** A regular expression of words, choices and at most one `.*`, which no text makes slow: `\.md(#|$)`. Others are not followed. */
function plainPattern(pattern: string): RegExp | null {
  if (!/^(?:[\w /#:=^$|)-]|\\[./?#+-]|\((?!\?)|\.[*+](?!.*[*+]))+$/.test(pattern)) return null;
  try {
    return new RegExp(pattern, 'g');
  } catch {
    return null;
  }
}

const equal: Call = ([first = null, ...others]) => {
  if (first === UNKNOWN || others.includes(UNKNOWN)) return UNKNOWN;
  return others.some((other) => other === first);
};

const negated =
  (call: Call): Call =>
  (args, site) => {
    const value = isTrue(call(args, site));
    return value === null ? UNKNOWN : !value;
  };

/** `lt`, `le`, `gt` and `ge` of numbers. */
function compared(holds: (a: number, b: number) => boolean): Call {
  return ([a, b]) => (typeof a === 'number' && typeof b === 'number' ? holds(a, b) : UNKNOWN);
}

const printf: Call = ([format, ...args]) => {
  if (typeof format !== 'string') return UNKNOWN;
  let next = 0;
  return format.replace(/%([sqvd%])/g, (_, verb: string) => {
    if (verb === '%') return '%';
    const text = printed(args[next++] ?? null);
    return verb === 'q' ? `"${text}"` : text;
  });
};

const element: Call = ([list, at]) => {
  if (typeof at === 'string') return fieldOf(list, at);
  if (!Array.isArray(list) || typeof at !== 'number') return UNKNOWN;
  const items: readonly Value[] = list;
  return items[at] ?? null;
};

function fieldOf(value: Value | undefined, name: string): Value {
  return isFields(value) ? value.field(name, []) : UNKNOWN;
}

const isSet: Call = ([value, name]) => {
  const field = typeof name === 'string' ? fieldOf(value, name) : UNKNOWN;
  return field === UNKNOWN ? UNKNOWN : field !== null;
};

const isIn: Call = (args, site) => {
  const [list, item = null] = args;
  if (Array.isArray(list)) return item === UNKNOWN || list.includes(UNKNOWN) ? UNKNOWN : list.includes(item);
  return contains(args, site);
};

/** Keys and values by turns. */
const dict: Call = (args) => {
  const entries = new Map<string, Value>();
  for (let at = 0; at < args.length; at += 2) {
    const key = args[at];
    if (typeof key !== 'string') return UNKNOWN;
    entries.set(key, args[at + 1] ?? null);
  }
  return { field: (name) => entries.get(name) ?? null, entries };
};

/** Of one key in several the last counts. */
const merge: Call = (args) => {
  const all: Value[] = [];
  for (const each of args) {
    const entries = isFields(each) && !each.mayHaveMore ? each.entries : undefined;
    if (entries === undefined) return UNKNOWN;
    all.push(...[...entries].flat());
  }
  return dict(all, EMPTY_SITE);
};

const delimit: Call = ([list, by]) => {
  if (!Array.isArray(list) || typeof by !== 'string') return UNKNOWN;
  const items: readonly Value[] = list;
  return items.map(printed).join(by);
};

function cut(
  list: Value | undefined,
  count: Value | undefined,
  part: (items: readonly Value[], at: number) => readonly Value[],
): Value {
  return Array.isArray(list) && typeof count === 'number' && count >= 0 ? part(list, count) : UNKNOWN;
}

const silent: Call = () => '';

/** Functions that hand on what they are given. */
const handingOn = [
  ...['safeURL', 'safeHTML', 'safeHTMLAttr', 'safe.URL', 'safe.HTML', 'safe.HTMLAttr', 'string'],
  ...['htmlEscape', 'transform.HTMLEscape', 'htmlUnescape', 'transform.HTMLUnescape'],
];

/** What a function of templates returns; `UNKNOWN` for one that is not known here, or is given something unknown. */
export function called(name: string, args: readonly Value[], site: TemplateSite): Value {
  if (handingOn.includes(name)) return args[0] ?? UNKNOWN;
  const call = functions.get(name);
  if (call === undefined) return UNKNOWN;
  return args.some(isPartlyUnknown) && call !== silent && name !== 'dict' ? UNKNOWN : call(args, site);
}

/** Functions that templates may call, by all of their names. */
const functions: ReadonlyMap<string, Call> = new Map(
  Object.entries<Call>({
    print: (args, site) => (args.length === 1 ? same(args, site) : joined(args, site)),
    'hasPrefix strings.HasPrefix': ofTexts((text = '', prefix = '') => text.startsWith(prefix)),
    'hasSuffix strings.HasSuffix': ofTexts((text = '', suffix = '') => text.endsWith(suffix)),
    'strings.Contains': contains,
    'in collections.In': isIn,
    'lower strings.ToLower': ofTexts((text = '') => text.toLowerCase()),
    'replace strings.Replace': ofTexts((text = '', old = '', put = '') => text.replaceAll(old, () => put)),
    'replaceRE strings.ReplaceRE': ofTexts((pattern = '', put = '', text = '') => {
      const plain = plainPattern(pattern);
      // Go reads `$1x` as the name of a group.
      return plain === null || /\$(?!\d(?!\w))/.test(put) ? UNKNOWN : text.replace(plain, put);
    }),
    'findRE strings.FindRE': ofTexts((pattern = '', text = '') => {
      const plain = plainPattern(pattern);
      return plain === null ? UNKNOWN : (text.match(plain) ?? []);
    }),
    'trim strings.Trim': ofTexts((text = '', signs = ' \t\r\n') => trimmedEnd(trimmedStart(text, signs), signs)),
    'strings.TrimSpace': ofTexts((text = '') => text.trim()),
    'strings.TrimPrefix': ofTexts((prefix = '', text = '') =>
      text.startsWith(prefix) ? text.slice(prefix.length) : text,
    ),
    'strings.TrimSuffix': ofTexts((suffix = '', text = '') =>
      suffix !== '' && text.endsWith(suffix) ? text.slice(0, -suffix.length) : text,
    ),
    'strings.TrimLeft': ofTexts((signs = '', text = '') => trimmedStart(text, signs)),
    'strings.TrimRight': ofTexts((signs = '', text = '') => trimmedEnd(text, signs)),
    'split strings.Split': ofTexts((text = '', by = '') => text.split(by)),
    'path.Ext': ofTexts((path = '') => /\.[^./]*$/.exec(path)?.[0] ?? ''),
    index: element,
    'isset collections.IsSet': isSet,
    slice: (args) => args,
    dict,
    merge,
    'hugo.IsDevelopment': () => false,
    'hugo.IsProduction': () => true,
    'hugo.Environment': () => 'production',
    delimit,
    first: ([count, list]) => cut(list, count, (items, at) => items.slice(0, at)),
    after: ([count, list]) => cut(list, count, (items, at) => items.slice(at)),
    last: ([count, list]) => cut(list, count, (items, at) => items.slice(Math.max(0, items.length - at))),
    len: ([value = null]) => {
      if (typeof value === 'string') return Buffer.byteLength(value);
      return Array.isArray(value) ? value.length : UNKNOWN;
    },
    cond: ([condition = null, then = null, otherwise = null]) => {
      const holds = isTrue(condition);
      return holds === null ? UNKNOWN : holds ? then : otherwise;
    },
    // A `false` that somebody wrote counts.
    default: ([otherwise = null, value = null]) =>
      value === UNKNOWN || value === false || isTrue(value) ? value : otherwise,
    eq: equal,
    ne: negated(equal),
    not: negated(same),
    lt: compared((a, b) => a < b),
    le: compared((a, b) => a <= b),
    gt: compared((a, b) => a > b),
    ge: compared((a, b) => a >= b),
    'printf fmt.Printf': printf,
    ...urlFunctions,
    'warnf warnidf': silent,
  }).flatMap(([names, call]) => names.split(' ').map((name) => [name, call] as const)),
);
