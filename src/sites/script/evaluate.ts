import { getOrInsert } from '../../collections/get-or-insert.ts';
import type { FileTree } from '../../files/file-tree.ts';
import { type Binding, declared, findModule, readModule, type ScriptModule } from './modules.ts';
import { child, children, type SyntaxNode, word } from './syntax.ts';
import { ABSENT, type ScriptValue, valueAt } from './values.ts';

/** Where an expression stands: its module, and the names of the function around it. */
interface Scope {
  readonly module: ScriptModule;
  readonly locals: ReadonlyMap<string, Binding>;
}

const MAX_DEPTH = 40;
const MAX_STEPS = 50_000;
/** Functions that give back the configuration that they are given, with at most something added that no address depends on. */
const TRANSPARENT = new Set([
  ...`defineConfig defineConfigWithTheme defineLocaleConfig defineAdditionalConfig withMermaid withPwa withSidebar
  withTwoslash defineUserConfig`.split(/\s+/),
  'import @voidzero-dev/vitepress-theme/config',
]);

/** Reads what a script exports: literal values, names for them, spreads, other modules of the site. Nothing is run. */
export function readExport(path: string, tree: FileTree): ScriptValue {
  return new Evaluator(tree).exported(path, 'default');
}

class Evaluator {
  readonly #tree: FileTree;
  readonly #modules = new Map<string, ScriptModule | null>();
  #depth = 0;
  #steps = 0;

  constructor(tree: FileTree) {
    this.#tree = tree;
  }

  exported(path: string, name: string): ScriptValue {
    const module = getOrInsert(this.#modules, path, () =>
      path.endsWith('.json') ? null : readModule(path, this.#tree),
    );
    const binding = module?.exports.get(name);
    if (!module || binding === undefined) return { kind: 'computed', line: 1 };
    return this.#called(this.#bound(binding, { module, locals: new Map() }, 1));
  }

  /** A function that is exported in place of a configuration is called by the generator. */
  #called(value: Seen): ScriptValue {
    return 'body' in value ? this.#returned(value.body, value.scope) : value;
  }

  /** Reads on, unless that goes too deep or takes too long: scripts may name each other in a circle. */
  #within(line: number, read: () => Seen): Seen {
    if (this.#depth >= MAX_DEPTH || this.#steps >= MAX_STEPS) return { kind: 'computed', line };
    this.#steps += 1;
    this.#depth += 1;
    const seen = read();
    this.#depth -= 1;
    return seen;
  }

  #bound(binding: Binding, scope: Scope, line: number): Seen {
    if (binding.kind === 'expression') return this.#seen(binding.node, scope);
    if (binding.kind === 'name') {
      const next = scope.module.names.get(binding.name);
      return next === undefined ? { kind: 'computed', line } : this.#bound(next, scope, line);
    }
    const path = findModule(scope.module.path, binding.from, this.#tree);
    if (path === null) return { kind: 'code', text: `import ${binding.from}`, line };
    if (binding.name === '*') return { kind: 'computed', line };
    return this.#within(line, () => this.exported(path, binding.name));
  }

  #value(node: SyntaxNode | null, scope: Scope): ScriptValue {
    if (node === null) return ABSENT;
    const seen = this.#seen(node, scope);
    if (!('body' in seen)) return seen;
    const { start, end, loc } = seen.body;
    return { kind: 'code', text: seen.scope.module.text.slice(start, end), line: loc.start.line };
  }

  #seen(node: SyntaxNode, scope: Scope): Seen {
    return this.#within(node.loc.start.line, () => this.#read(node, scope));
  }

  #read(node: SyntaxNode, scope: Scope): Seen {
    const { line } = node.loc.start;
    const computed: ScriptValue = { kind: 'computed', line };
    const inside = (key: string) => this.#value(child(node, key), scope);
    switch (node.type) {
      case 'Literal':
        if (node.regex !== undefined)
          return { kind: 'code', text: scope.module.text.slice(node.start, node.end), line };
        return { kind: 'literal', value: node.value as string | number | boolean | null };
      case 'TemplateLiteral':
        return this.#template(node, scope);
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
      case 'TSNonNullExpression':
      case 'TSTypeAssertion':
      case 'ParenthesizedExpression':
      case 'AwaitExpression': {
        const inner = child(node, 'expression') ?? child(node, 'argument');
        return inner === null ? computed : this.#seen(inner, scope);
      }
      case 'Identifier':
        return this.#identifier(word(node) ?? '', scope, line);
      case 'ObjectExpression':
        return this.#map(node, scope);
      case 'ArrayExpression':
        return this.#list(node, scope);
      case 'MemberExpression': {
        const property = child(node, 'property');
        const key = node.computed === true ? wordOf(this.#value(property, scope)) : word(property);
        return key === null ? computed : valueAt(inside('object'), key);
      }
      case 'UnaryExpression': {
        const value = inside('argument');
        return value.kind === 'literal' && node.operator === '!' ? { kind: 'literal', value: !value.value } : computed;
      }
      case 'BinaryExpression': {
        const [left, right] = [wordOf(inside('left')), wordOf(inside('right'))];
        const isJoined = node.operator === '+' && left !== null && right !== null;
        return isJoined ? { kind: 'literal', value: left + right } : computed;
      }
      case 'ConditionalExpression':
        return eitherOf(inside('consequent'), inside('alternate'), line);
      case 'LogicalExpression': {
        const right = inside('right');
        return node.operator === '&&' ? eitherOf(right, right.kind === 'map' ? NOTHING : ABSENT, line) : computed;
      }
      case 'CallExpression':
        return this.#call(node, scope);
      case 'ArrowFunctionExpression':
      case 'FunctionExpression':
      case 'FunctionDeclaration':
        return { body: node, scope };
      default:
        return computed;
    }
  }

  #identifier(name: string, scope: Scope, line: number): Seen {
    if (name === 'undefined') return ABSENT;
    const binding = scope.locals.get(name) ?? scope.module.names.get(name);
    return binding === undefined ? { kind: 'computed', line } : this.#bound(binding, scope, line);
  }

  #template(node: SyntaxNode, scope: Scope): ScriptValue {
    const words = children(node, 'expressions').map((each) => wordOf(this.#value(each, scope)));
    let text = '';
    for (const [index, quasi] of children(node, 'quasis').entries()) {
      const { cooked } = quasi.value as { readonly cooked: string };
      const next = index < words.length ? words[index] : '';
      if (next === null || next === undefined) return { kind: 'computed', line: node.loc.start.line };
      text += cooked + next;
    }
    return { kind: 'literal', value: text };
  }

  #map(node: SyntaxNode, scope: Scope): ScriptValue {
    const entries = new Map<string, ScriptValue>();
    let isOpen = false;
    for (const property of children(node, 'properties')) {
      if (property.type === 'SpreadElement') {
        const spread = this.#value(child(property, 'argument'), scope);
        if (spread.kind === 'map') for (const [key, value] of spread.entries) entries.set(key, value);
        if (spread.kind === 'absent' || (spread.kind === 'map' && !spread.isOpen)) continue;
        // What came before may be another value now.
        for (const key of entries.keys())
          if (spread.kind !== 'map' || !spread.entries.has(key))
            entries.set(key, { kind: 'computed', line: property.loc.start.line });
        isOpen = true;
        continue;
      }
      const key = child(property, 'key');
      const name = property.computed === true ? wordOf(this.#value(key, scope)) : (word(key) ?? word(key, 'value'));
      if (name === null) isOpen = true;
      else entries.set(name, this.#value(child(property, 'value'), scope));
    }
    return { kind: 'map', entries, isOpen, line: node.loc.start.line };
  }

  #list(node: SyntaxNode, scope: Scope): ScriptValue {
    const items: ScriptValue[] = [];
    let isOpen = false;
    for (const element of children(node, 'elements')) {
      if (element.type !== 'SpreadElement') {
        items.push(this.#value(element, scope));
        continue;
      }
      const spread = this.#value(child(element, 'argument'), scope);
      if (spread.kind === 'list') items.push(...spread.items);
      isOpen ||= spread.kind !== 'list' || spread.isOpen;
    }
    return { kind: 'list', items, isOpen };
  }

  #call(node: SyntaxNode, scope: Scope): Seen {
    const { line } = node.loc.start;
    const callee = child(node, 'callee');
    const [first] = children(node, 'arguments');
    if (callee === null) return { kind: 'computed', line };
    const own = this.#seen(callee, scope);
    if (first === undefined && 'body' in own) return this.#returned(own.body, own.scope);
    const code = 'kind' in own && own.kind === 'code' ? own.text : '';
    const isTransparent = TRANSPARENT.has(word(callee) ?? '') || TRANSPARENT.has(code);
    if (first !== undefined && isTransparent) return this.#called(this.#seen(first, scope));
    const argument = this.#value(first ?? null, scope);
    if (code !== '') return { kind: 'code', text: code, line, argument };
    const path = wordOf(argument);
    if (path === null) return { kind: 'computed', line };
    if (word(callee) === 'require') return this.#bound({ kind: 'import', from: path, name: 'default' }, scope, line);
    const isResolve = word(child(callee, 'object')) === 'require' && word(child(callee, 'property')) === 'resolve';
    return isResolve ? { kind: 'literal', value: path } : { kind: 'computed', line };
  }

  /** What a function gives back when that is all there is to it: its only `return`, at its end. */
  #returned(node: SyntaxNode, scope: Scope): ScriptValue {
    const body = child(node, 'body');
    const computed: ScriptValue = { kind: 'computed', line: node.loc.start.line };
    if (body === null) return computed;
    if (body.type !== 'BlockStatement') return this.#value(body, scope);
    const statements = children(body, 'body');
    const last = statements.at(-1);
    const isPlain = statements.slice(0, -1).every(({ type }) => /^(?:Variable|Function)Declaration$/.test(type));
    if (last?.type !== 'ReturnStatement' || !isPlain) return computed;
    const locals = new Map([...scope.locals, ...statements.flatMap(declared)]);
    return this.#value(child(last, 'argument'), { ...scope, locals });
  }
}

/** A value, or a function that has not been called. */
type Seen = ScriptValue | { readonly body: SyntaxNode; readonly scope: Scope };

const NOTHING: ScriptValue = { kind: 'map', entries: new Map(), isOpen: false, line: 1 };

/** One of two values: of two maps only the keys are known whose values are alike in both. */
function eitherOf(one: ScriptValue, other: ScriptValue, line: number): ScriptValue {
  if (one.kind === 'literal' && other.kind === 'literal' && one.value === other.value) return one;
  if (one.kind !== 'map' || other.kind !== 'map') return { kind: 'computed', line, either: [one, other] };
  const keys = new Set([...one.entries.keys(), ...other.entries.keys()]);
  const entries = [...keys].map(
    (key) => [key, eitherOf(one.entries.get(key) ?? ABSENT, other.entries.get(key) ?? ABSENT, line)] as const,
  );
  return { kind: 'map', entries: new Map(entries), isOpen: one.isOpen || other.isOpen, line };
}

function wordOf(value: ScriptValue): string | null {
  return value.kind === 'literal' && value.value !== null ? String(value.value) : null;
}
