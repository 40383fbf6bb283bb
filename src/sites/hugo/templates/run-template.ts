import { functions } from './template-functions.ts';
import type { Operand, Part, Pipeline } from './template-syntax.ts';
import {
  type Fields,
  isTrue,
  printed,
  type TemplateSite,
  UNKNOWN,
  UNKNOWN_TEXT,
  type Value,
} from './template-values.ts';

/**
 * What a hook's template prints for a destination. `UNKNOWN_TEXT` stands where nobody can know it before the build; `null` when
 * nothing is known of all of it.
 */
export function runHook(parts: readonly Part[], destination: string, site: TemplateSite): string | null {
  const own: Readonly<Record<string, Value>> = {
    Destination: destination,
    Text: UNKNOWN,
    PlainText: UNKNOWN,
    Title: '',
    IsBlock: false,
  };
  return new Run((name) => own[name], site).print(parts);
}

/** The same for a heading of a level, whose id by Hugo is `anchor`. */
export function runHeading(parts: readonly Part[], level: number, anchor: string, site: TemplateSite): string | null {
  const own: Readonly<Record<string, Value>> = { Level: level, Anchor: anchor, Text: UNKNOWN, PlainText: UNKNOWN };
  return new Run((name) => own[name], site, /\bid\s*=/).print(parts);
}

/** The same for the template of a shortcode and its parameters, by name or by number. */
export function runShortcode(
  parts: readonly Part[],
  given: ReadonlyMap<string, string>,
  site: TemplateSite,
): string | null {
  const param = (name: Value) => given.get(String(name)) ?? null;
  const own = (name: string, [asked = null]: readonly Value[]): Value | undefined => {
    if (name === 'Get') return asked === UNKNOWN ? UNKNOWN : param(asked);
    return name === 'Params' ? { field: param } : undefined;
  };
  return new Run(own, site).print(parts);
}

/** Letters of a text, or values of a list, above which it is not followed: a template can double what it has at each step. */
const MOST = 4096;
/** Letters that a template may print. */
const MOST_PRINTED = 10_000;

/** `errorf` stops the build, and a value that is not there does. */
class Stopped extends Error {}

class Run {
  readonly #wanted: RegExp;
  readonly #site: TemplateSite;
  readonly #context: Fields;
  readonly #variables = new Map<string, Value>();
  /** Whether all that is printed and set depends on something unknown. */
  #isUnsure = false;
  #output = '';

  /** `own`: what the template's dot has besides the page and the site. `wanted`: what must not hang on something unknown. */
  constructor(
    own: (name: string, args: readonly Value[]) => Value | undefined,
    site: TemplateSite,
    wanted = /\b(?:href|src)\s*=/,
  ) {
    this.#wanted = wanted;
    this.#site = site;
    const page = this.#pageAt(site.page);
    this.#context = {
      field: (name, args) => {
        if (name === 'Page' || name === 'PageInner') return page;
        if (name === 'Site') return this.#siteFields();
        const value = own(name, args);
        return value === undefined ? UNKNOWN : value;
      },
    };
    this.#variables.set('', this.#context);
  }

  print(parts: readonly Part[]): string | null {
    try {
      this.#run(parts, this.#context);
      return this.#output;
    } catch (error) {
      if (error instanceof Stopped) return null;
      throw error;
    }
  }

  /** What a block declares is gone at its end. */
  #run(parts: readonly Part[], dot: Value): void {
    const outside = new Map<string, Value | undefined>();
    for (const part of parts) {
      if (part.kind === 'set' && part.declares && !outside.has(part.name))
        outside.set(part.name, this.#variables.get(part.name));
      if (part.kind === 'text') this.#output += part.text;
      else if (part.kind === 'print') this.#print(printed(this.#pipeline(part.value, dot)));
      else if (part.kind === 'set') this.#set(part.name, this.#pipeline(part.value, dot));
      else {
        const value = this.#pipeline(part.condition, dot);
        const { name } = part;
        const hidden = name === null ? undefined : this.#variables.get(name);
        if (name !== null) this.#set(name, value);
        const inside = part.kind === 'with' ? value : dot;
        const holds = isTrue(value);
        if (holds === null) this.#runUnsure([part.body, part.otherwise], inside, dot);
        else this.#run(holds ? part.body : part.otherwise, holds ? inside : dot);
        if (name !== null) this.#restore(name, hidden);
      }
    }
    for (const [name, value] of outside) this.#restore(name, value);
  }

  #restore(name: string, value: Value | undefined): void {
    if (value === undefined) this.#variables.delete(name);
    else this.#variables.set(name, value);
  }

  #print(text: string): void {
    if (this.#output.length + text.length > MOST_PRINTED) throw new Stopped();
    this.#output += text;
  }

  /** Of two ways of which one is gone, what either sets is unknown, and neither may write what is wanted. */
  #runUnsure([body, otherwise]: readonly [readonly Part[], readonly Part[]], inside: Value, dot: Value): void {
    const [before, wasUnsure] = [this.#output, this.#isUnsure];
    this.#isUnsure = true;
    this.#output = '';
    this.#run(body, inside);
    this.#run(otherwise, dot);
    if (this.#wanted.test(this.#output)) throw new Stopped();
    this.#isUnsure = wasUnsure;
    this.#output = `${before}${this.#output === '' ? '' : UNKNOWN_TEXT}`;
  }

  #set(name: string, value: Value): void {
    this.#variables.set(name, this.#isUnsure ? UNKNOWN : value);
  }

  #pipeline(pipeline: Pipeline, dot: Value): Value {
    let handed: readonly Value[] = [];
    let value: Value = UNKNOWN;
    for (const [head, ...rest] of pipeline) {
      if (head === undefined) return UNKNOWN;
      value = this.#command(head, rest, handed, dot);
      handed = [value];
    }
    return value;
  }

  #command(head: Operand, rest: readonly Operand[], handed: readonly Value[], dot: Value): Value {
    const isChoice = head.kind === 'name' && head.fields.length === 0 && (head.name === 'or' || head.name === 'and');
    if (isChoice) return this.#choose(head.name === 'or', rest, handed, dot);
    const args = [...rest.map((operand) => this.#operand(operand, [], dot)), ...handed];
    return bounded(this.#operand(head, args, dot));
  }

  /** `or` gives the first that is true, `and` the first that is not; what follows is not asked. */
  #choose(isOr: boolean, rest: readonly Operand[], handed: readonly Value[], dot: Value): Value {
    let value: Value = null;
    const asked = [
      ...rest.map((operand) => () => this.#operand(operand, [], dot)),
      ...handed.map((each) => () => each),
    ];
    for (const ask of asked) {
      value = ask();
      const holds = isTrue(value);
      if (holds === null || holds === isOr) return value;
    }
    return value;
  }

  #operand(operand: Operand, args: readonly Value[], dot: Value): Value {
    switch (operand.kind) {
      case 'constant':
        return operand.value;
      case 'dot':
        return this.#follow(dot, operand.fields, args);
      case 'variable':
        return this.#follow(this.#variables.get(operand.name) ?? UNKNOWN, operand.fields, args);
      case 'group':
        return this.#follow(this.#pipeline(operand.value, dot), operand.fields, args);
      case 'name':
        return this.#named(operand.name, operand.fields, args);
    }
  }

  #named(name: string, fields: readonly string[], args: readonly Value[]): Value {
    if (name === 'site') return this.#follow(this.#siteFields(), fields, args);
    if (name === 'resources') return this.#resource(fields, args, (path) => this.#site.assetAt(path));
    if (name === 'errorf' || name === 'erroridf') throw new Stopped();
    const call = functions.get([name, ...fields].join('.'));
    return call === undefined ? UNKNOWN : call(args, this.#site);
  }

  #follow(value: Value, fields: readonly string[], args: readonly Value[]): Value {
    let here = value;
    for (const [index, name] of fields.entries()) {
      if (typeof here !== 'object' || here === null || !('field' in here)) return here === null ? null : UNKNOWN;
      here = here.field(name, index === fields.length - 1 ? args : []);
    }
    return here;
  }

  #siteFields(): Fields {
    return {
      field: (name, args) => {
        if (name === 'Home') return this.#pageAt(this.#site.home);
        if (name === 'Params') return { field: (param) => this.#site.param(param) };
        if (name === 'GetPage') return this.#found(args, (path) => this.#site.pageFromTop(path));
        return UNKNOWN;
      },
    };
  }

  /** A page or file by its address. */
  #pageAt(address: string): Fields {
    return {
      field: (name, args) => {
        if (name === 'RelPermalink' || name === 'Permalink') return address;
        if (name === 'Page') return this.#pageAt(address);
        if (name === 'Site') return this.#siteFields();
        if (address !== this.#site.page) return UNKNOWN;
        if (name === 'GetPage') return this.#found(args, (path) => this.#site.pageAt(path));
        if (name !== 'Resources') return UNKNOWN;
        return { field: (method, given) => this.#resource([method], given, (path) => this.#site.resourceAt(path)) };
      },
    };
  }

  #resource(fields: readonly string[], args: readonly Value[], find: (path: string) => string | null): Value {
    return fields.length === 1 && fields[0] === 'Get' ? this.#found(args, find) : UNKNOWN;
  }

  #found(args: readonly Value[], find: (path: string) => string | null): Value {
    const [path] = args;
    if (typeof path !== 'string' || args.length !== 1) return UNKNOWN;
    const address = find(path);
    return address === null ? null : this.#pageAt(address);
  }
}

function bounded(value: Value): Value {
  return (typeof value === 'string' || Array.isArray(value)) && value.length > MOST ? UNKNOWN : value;
}
