import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** One change of the source: the expression between `start` and `end` becomes `text`. */
export interface Mutant {
  /** Relative to the root of the repository. */
  readonly file: string;
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const SWAPPED = new Map<ts.SyntaxKind, string>([
  [ts.SyntaxKind.EqualsEqualsEqualsToken, '!=='],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, '==='],
  [ts.SyntaxKind.AmpersandAmpersandToken, '||'],
  [ts.SyntaxKind.BarBarToken, '&&'],
  [ts.SyntaxKind.LessThanToken, '<='],
  [ts.SyntaxKind.LessThanEqualsToken, '<'],
  [ts.SyntaxKind.GreaterThanToken, '>='],
  [ts.SyntaxKind.GreaterThanEqualsToken, '>'],
  [ts.SyntaxKind.PlusToken, '-'],
  [ts.SyntaxKind.MinusToken, '+'],
]);

const AT_ONCE = /^(?:map|flatMap|filter|from|sort)$/;

const OPPOSITE: Readonly<Record<string, string>> = { some: 'every', every: 'some', min: 'max', max: 'min' };

/** All mutants of the modules below a folder, in order; the generated index has none. */
export function mutantsOf(root: string, folder: string): Mutant[] {
  const names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).sort();
  const files = names.filter((name) => name.endsWith('.ts') && name !== 'index.ts');
  return files.flatMap((name) => mutantsIn(join(folder, name), readFileSync(join(root, folder, name), 'utf8')));
}

function mutantsIn(file: string, source: string): Mutant[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const found: Mutant[] = [];
  const replace = (node: ts.Node, text: string) => {
    const start = node.getStart(tree);
    found.push({ file, line: tree.getLineAndCharacterOfPosition(start).line + 1, start, end: node.getEnd(), text });
  };
  // What runs once, when the module is loaded, cannot be switched: only what stands in functions is changed.
  const visit = (node: ts.Node, isInFunction: boolean): void => {
    if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return;
    if (isInFunction) for (const text of changesOf(node, tree)) replace(...text);
    ts.forEachChild(node, (child) => visit(child, isInFunction || (ts.isFunctionLike(node) && !runsAtOnce(node))));
  };
  visit(tree, false);
  return found;
}

/** Whether a function outside of others is called right where it stands: `signs.map((sign) => …)`. */
function runsAtOnce({ parent }: ts.SignatureDeclaration): boolean {
  const called = ts.isCallExpression(parent) ? parent.expression : undefined;
  return called !== undefined && ts.isPropertyAccessExpression(called) && AT_ONCE.test(called.name.text);
}

function changesOf(node: ts.Node, tree: ts.SourceFile): (readonly [node: ts.Node, text: string])[] {
  const text = (of: ts.Node) => of.getText(tree);
  if (ts.isBinaryExpression(node)) {
    const swapped = SWAPPED.get(node.operatorToken.kind);
    return swapped === undefined ? [] : [[node, `${text(node.left)} ${swapped} ${text(node.right)}`]];
  }
  if (node.kind === ts.SyntaxKind.TrueKeyword) return [[node, 'false']];
  if (node.kind === ts.SyntaxKind.FalseKeyword) return [[node, 'true']];
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
    return [[node, text(node.operand)]];
  if (ts.isIfStatement(node)) return ['false', 'true'].map((each) => [node.expression, each] as const);
  if (ts.isConditionalExpression(node)) return ['true', 'false'].map((each) => [node.condition, each] as const);
  if (ts.isNumericLiteral(node) && Number(node.text) < 10 && isValue(node))
    return [[node, String(Number(node.text) + 1)]];
  if (ts.isCallExpression(node) && !(node.flags & ts.NodeFlags.OptionalChain)) {
    const called = node.expression;
    if (!ts.isPropertyAccessExpression(called) || !Object.hasOwn(OPPOSITE, called.name.text)) return [];
    const rest = tree.text.slice(called.getEnd(), node.getEnd());
    return [[node, `${text(called.expression)}.${OPPOSITE[called.name.text]}${rest}`]];
  }
  return [];
}

/** The source with all mutants in it, each behind `mutation.is(number)`. */
export function switched(source: string, mutants: ReadonlyMap<number, Mutant>): string {
  const outermostFirst = [...mutants].sort(([, a], [, b]) => a.start - b.start || b.end - a.end);
  const render = (start: number, end: number, within: readonly (readonly [number, Mutant])[]): string => {
    let [result, done] = ['', start];
    for (let rest = within; rest.length > 0; ) {
      const [[id, mutant], ...others] = rest as [(typeof rest)[number], ...typeof rest];
      const inner = others.filter(([, each]) => each.start < mutant.end);
      const original = render(mutant.start, mutant.end, inner);
      result += `${source.slice(done, mutant.start)}(mutation.is(${id}) ? (${mutant.text}) : (${original}))`;
      done = mutant.end;
      rest = others.filter(([, each]) => each.start >= mutant.end);
    }
    return result + source.slice(done, end);
  };
  return render(0, source.length, outermostFirst);
}

/** The source with what a module remembers between calls forgotten whenever another mutant is switched on. */
export function forgetful(source: string): string {
  return source.replace(
    /^(const [^=\n]* = )(new (?:Weak)?(?:Map|FifoCache)\b.*\(\d*\));$/gm,
    '$1mutation.forgetful(() => $2);',
  );
}

/** Tells which mutants the type check refuses: nobody could commit them. */
export function typeCheck(root: string): (mutant: Mutant) => boolean {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options, fileNames } = ts.parseJsonConfigFileContent({ ...config, include: ['src', 'rules'] }, ts.sys, root);
  const changed = new Map<string, { readonly text: string; readonly version: number }>();
  let version = 0;
  const service = ts.createLanguageService({
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
    readDirectory: ts.sys.readDirectory,
    directoryExists: ts.sys.directoryExists,
    getDirectories: ts.sys.getDirectories,
    getCompilationSettings: () => options,
    getScriptFileNames: () => fileNames,
    getScriptVersion: (name) => String(changed.get(name)?.version ?? 0),
    getScriptSnapshot: (name) => {
      const text = changed.get(name)?.text ?? ts.sys.readFile(name);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => root,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
  });
  return ({ file, start, end, text }) => {
    const path = join(root, file);
    const source = readFileSync(path, 'utf8');
    version += 1;
    changed.set(path, { text: source.slice(0, start) + text + source.slice(end), version });
    // What is left unused or unreachable still runs.
    const refused = service.getSemanticDiagnostics(path).some(({ reportsUnnecessary }) => !reportsUnnecessary);
    version += 1;
    changed.set(path, { text: source, version });
    return refused;
  };
}

/** Whether a number is one that the code works with, and neither a name nor a type. */
function isValue(node: ts.NumericLiteral): boolean {
  const { parent } = node;
  if (ts.isPropertyAssignment(parent) || ts.isLiteralTypeNode(parent)) return false;
  return !ts.isBindingElement(parent) || parent.propertyName !== node;
}
