import type { FileTree } from '../../files/file-tree.ts';
import { folderOf, joinInside } from '../../files/paths.ts';
import { readConfigText, UnreadableConfig } from '../configuration/unreadable-config.ts';
import { child, children, nodesBelow, parseScript, rootName, type SyntaxNode, word } from './syntax.ts';

/** A script, with what its names stand for. */
export interface ScriptModule {
  readonly path: string;
  readonly text: string;
  /** What names of the module are bound to: an expression, or what is taken from another module. */
  readonly names: ReadonlyMap<string, Binding>;
  /** What it exports, by name; `default` also for `module.exports`. */
  readonly exports: ReadonlyMap<string, Binding>;
}

export type Binding =
  | { readonly kind: 'expression'; readonly node: SyntaxNode }
  /** `name` of another module; `*` is all of it. */
  | { readonly kind: 'import'; readonly from: string; readonly name: string }
  /** A name in the same module. */
  | { readonly kind: 'name'; readonly name: string };

const MAX_LENGTH = 400_000;

/** Reads a script. Throws an `UnreadableConfig`. */
export function readModule(path: string, tree: FileTree): ScriptModule {
  const text = readConfigText(path, tree);
  const program = text.length > MAX_LENGTH ? 1 : parseScript(text);
  if (typeof program === 'number') throw new UnreadableConfig(path, program);
  const names = new Map<string, Binding>();
  const exports = new Map<string, Binding>();
  for (const statement of children(program, 'body')) readStatement(statement, names, exports);
  // What is changed after it was made is not known.
  for (const changed of changedNames(program)) names.delete(changed);
  return { path, text, names, exports };
}

function readStatement(statement: SyntaxNode, names: Map<string, Binding>, exports: Map<string, Binding>): void {
  switch (statement.type) {
    case 'ImportDeclaration':
      readImport(statement, names);
      return;
    case 'ExportDefaultDeclaration':
    case 'TSExportAssignment': {
      const node = child(statement, 'declaration') ?? child(statement, 'expression');
      if (node !== null) exports.set('default', { kind: 'expression', node });
      return;
    }
    case 'ExportNamedDeclaration':
      readExport(statement, names, exports);
      return;
    case 'ExpressionStatement':
      readAssignment(child(statement, 'expression'), exports);
      return;
    default:
      for (const [name, binding] of declared(statement)) names.set(name, binding);
  }
}

function readImport(statement: SyntaxNode, names: Map<string, Binding>): void {
  const from = word(child(statement, 'source'), 'value');
  if (from === null) return;
  for (const specifier of children(statement, 'specifiers')) {
    const local = word(child(specifier, 'local'));
    const imported =
      specifier.type === 'ImportSpecifier'
        ? nameOf(child(specifier, 'imported'))
        : specifier.type === 'ImportDefaultSpecifier'
          ? 'default'
          : '*';
    if (local !== null && imported !== null) names.set(local, { kind: 'import', from, name: imported });
  }
}

function readExport(statement: SyntaxNode, names: Map<string, Binding>, exports: Map<string, Binding>): void {
  const declaration = child(statement, 'declaration');
  if (declaration !== null)
    for (const [name, binding] of declared(declaration)) {
      names.set(name, binding);
      exports.set(name, { kind: 'name', name });
    }
  const from = word(child(statement, 'source'), 'value');
  for (const specifier of children(statement, 'specifiers')) {
    const local = nameOf(child(specifier, 'local'));
    const exported = nameOf(child(specifier, 'exported'));
    if (local === null || exported === null) continue;
    exports.set(exported, from === null ? { kind: 'name', name: local } : { kind: 'import', from, name: local });
  }
}

/** `module.exports = …`, `exports.x = …` */
function readAssignment(expression: SyntaxNode | null, exports: Map<string, Binding>): void {
  if (expression?.type !== 'AssignmentExpression') return;
  const [left, node] = [child(expression, 'left'), child(expression, 'right')];
  if (left?.type !== 'MemberExpression' || node === null) return;
  const property = nameOf(child(left, 'property'));
  const object = child(left, 'object');
  if (word(object) === 'module' && property === 'exports') exports.set('default', { kind: 'expression', node });
  const isExports =
    word(object) === 'exports' || (object?.type === 'MemberExpression' && rootName(object) === 'module');
  if (isExports && property !== null) exports.set(property, { kind: 'expression', node });
}

/** The names that a statement declares once and for all. */
export function declared(statement: SyntaxNode): readonly (readonly [string, Binding])[] {
  if (statement.type === 'FunctionDeclaration') {
    const name = word(child(statement, 'id'));
    return name === null ? [] : [[name, { kind: 'expression', node: statement }]];
  }
  if (statement.type !== 'VariableDeclaration') return [];
  return children(statement, 'declarations').flatMap((declarator) => {
    const [id, node] = [child(declarator, 'id'), child(declarator, 'init')];
    if (id === null || node === null) return [];
    const name = id.type === 'Identifier' ? word(id) : null;
    return name === null ? [] : [[name, { kind: 'expression', node }] as const];
  });
}

const CHANGING = new Set(['push', 'unshift', 'splice', 'pop', 'shift', 'set', 'assign', 'defineProperty', 'merge']);

function changedNames(program: SyntaxNode): ReadonlySet<string> {
  const changed = new Set<string>();
  const add = (name: string | null) => {
    if (name !== null && name !== 'module' && name !== 'exports') changed.add(name);
  };
  for (const node of nodesBelow(program)) {
    if (node.type === 'AssignmentExpression') add(rootName(child(node, 'left')));
    if (node.type === 'UpdateExpression' || (node.type === 'UnaryExpression' && node.operator === 'delete'))
      add(rootName(child(node, 'argument')));
    const callee = node.type === 'CallExpression' ? child(node, 'callee') : null;
    if (callee?.type !== 'MemberExpression' || !CHANGING.has(word(child(callee, 'property')) ?? '')) continue;
    const isStatic = word(child(callee, 'object')) === 'Object';
    add(rootName(isStatic ? (children(node, 'arguments')[0] ?? null) : child(callee, 'object')));
  }
  return changed;
}

function nameOf(node: SyntaxNode | null): string | null {
  return word(node) ?? word(node, 'value');
}

const ENDINGS = ['', ...'.ts .mts .cts .js .mjs .cjs /index.ts /index.mts /index.js /index.mjs'.split(' ')];

/** The file that a relative import names; `null` for a package, and where there is no such script. */
export function findModule(from: string, path: string, tree: FileTree): string | null {
  if (!/^\.{1,2}(?:\/|$)/.test(path)) return null;
  const target = joinInside(folderOf(from), path);
  if (target === null) return null;
  const names = [...ENDINGS.map((ending) => target + ending), target.replace(/\.([mc]?)js$/, '.$1ts')];
  return names.find((name) => /\.(?:[mc]?[jt]s|json)$/.test(name) && tree.exists(name)) ?? null;
}
