import { Returned, Stopped } from './ends.ts';
import { called } from './functions.ts';
import { pageFields, resourceIn, siteFields } from './pages.ts';
import { type Operand, type Part, type Pipeline, partsOf } from './syntax.ts';
import {
  bounded,
  type Fields,
  isFields,
  isTrue,
  itemsOf,
  printed,
  type TemplateSite,
  UNKNOWN,
  UNKNOWN_TEXT,
  type Value,
} from './values.ts';

/** Parts that are run for one destination (there may be 100,000 of them), and templates that call each other. */
const MOST_STEPS = 1000;
const MOST_DEEP = 20;
/** Letters that a template may print. */
const MOST_PRINTED = 10_000;

/** Runs the parts of a template, as far as what they do is known before the build. */
export class Run {
  readonly #wanted: RegExp;
  readonly #site: TemplateSite;
  readonly #context: Fields;
  #variables = new Map<string, Value | undefined>();
  /** Templates that stand in others, by name. */
  readonly #defined = new Map<string, readonly Part[]>();
  #steps = 0;
  #depth = 0;
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
    const page = pageFields(site.page, site);
    this.#context = {
      field: (name, args) => {
        if (name === 'Page' || name === 'PageInner') return page;
        if (name === 'Site') return siteFields(this.#site);
        const value = own(name, args);
        return value === undefined ? UNKNOWN : value;
      },
    };
    this.#variables.set('', this.#context);
  }

  print(parts: readonly Part[]): string | null {
    try {
      this.#define(parts);
      this.#run(parts, this.#context);
      return this.#output;
    } catch (error) {
      if (error instanceof Stopped || error instanceof Returned) return null;
      throw error;
    }
  }

  /** What a block declares is gone at its end. */
  #run(parts: readonly Part[], dot: Value): void {
    const outside = new Map<string, Value | undefined>();
    for (const part of parts) {
      if (part.kind === 'set' && part.declares && !outside.has(part.name))
        outside.set(part.name, this.#variables.get(part.name));
      if (++this.#steps > MOST_STEPS) throw new Stopped();
      if (part.kind === 'text') this.#print(part.text);
      else if (part.kind === 'range') this.#range(part, dot);
      else if (part.kind === 'return') throw new Returned(this.#isUnsure ? UNKNOWN : this.#pipeline(part.value, dot));
      else if (part.kind === 'define') continue;
      else if (part.kind === 'print') this.#print(printed(this.#pipeline(part.value, dot)));
      else if (part.kind === 'set') this.#set(part.name, this.#pipeline(part.value, dot));
      else {
        const value = this.#pipeline(part.condition, dot);
        const inside = part.kind === 'with' ? value : dot;
        const holds = isTrue(value);
        this.#hiding(part.names, () => {
          for (const name of part.names) this.#set(name, value);
          if (holds === null) this.#runUnsure([part.body, part.otherwise], inside, dot);
          else this.#run(holds ? part.body : part.otherwise, holds ? inside : dot);
        });
      }
    }
    for (const [name, value] of outside) this.#variables.set(name, value);
  }

  /** Runs what gives variables other values, which they have no more at its end. */
  #hiding(names: readonly string[], run: () => void): void {
    const before = names.map((name) => [name, this.#variables.get(name)] as const);
    run();
    for (const [name, value] of before) this.#variables.set(name, value);
  }

  /** Items of a list in turn, or of a `dict` by the order of its keys. */
  #range({ names, condition, body, otherwise }: Part & { readonly kind: 'range' }, dot: Value): void {
    const list = this.#pipeline(condition, dot);
    const items = itemsOf(list);
    const take = (key: Value, item: Value) => {
      for (const [at, name] of names.entries()) this.#set(name, at === 0 ? item : key);
    };
    this.#hiding(names, () => {
      if (items === null) {
        take(UNKNOWN, UNKNOWN);
        this.#runUnsure([body, otherwise], UNKNOWN, dot);
      } else if (items.length === 0) this.#run(otherwise, dot);
      else
        for (const [key, item] of items) {
          take(key, item);
          this.#run(body, item);
        }
      if (isFields(list) && list.mayHaveMore) {
        take(UNKNOWN, UNKNOWN);
        this.#runUnsure([body, []], UNKNOWN, dot);
      }
    });
  }

  #define(parts: readonly Part[]): void {
    for (const part of parts)
      if (part.kind === 'define') this.#defined.set(part.name.replace(/^_?partials\//, ''), part.body);
  }

  /** What a partial template prints, or returns. */
  #include(name: Value | undefined, dot: Value): Value {
    if (typeof name !== 'string') return UNKNOWN;
    const bare = name.replace(/^_?partials\//, '');
    const text = this.#site.partial(bare);
    const parts = this.#defined.get(bare) ?? (text === null ? null : partsOf(text));
    if (parts === null) return UNKNOWN;
    if (++this.#depth > MOST_DEEP) throw new Stopped();
    const [output, isUnsure, variables] = [this.#output, this.#isUnsure, this.#variables];
    this.#output = '';
    this.#isUnsure = false;
    this.#variables = new Map([['', dot]]);
    try {
      this.#define(parts);
      this.#run(parts, dot);
      return this.#output;
    } catch (error) {
      if (error instanceof Returned) return error.value;
      throw error;
    } finally {
      this.#depth--;
      this.#output = output;
      this.#isUnsure = isUnsure;
      this.#variables = variables;
    }
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
    if (name === 'site') return this.#follow(siteFields(this.#site), fields, args);
    if (name === 'resources') return resourceIn(fields, args, (path) => this.#site.assetAt(path), this.#site);
    if (name === 'errorf' || name === 'erroridf') {
      // A site whose build stops here is not linked to.
      if (!this.#isUnsure) throw new Stopped();
      return '';
    }
    const whole = [name, ...fields].join('.');
    if (/^(?:partials\.Include|partial|template)$/.test(whole)) return this.#include(args[0], args[1] ?? null);
    // What is kept may be of any page that asked for the same before.
    if (/^(?:partials\.IncludeCached|partialCached)$/.test(whole)) return this.#include(args[0], UNKNOWN);
    return called(whole, args, this.#site);
  }

  #follow(value: Value, fields: readonly string[], args: readonly Value[]): Value {
    let here = value;
    for (const name of fields) {
      if (!isFields(here)) return here === null ? null : UNKNOWN;
      here = here.field(name, args);
    }
    return here;
  }
}
