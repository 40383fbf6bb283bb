import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** One change of the source: what stands between `start` and `end` becomes `text`. */
export interface Mutant {
  /** Relative to the root of the repository. */
  readonly file: string;
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

const OPPOSITE: Readonly<Record<string, string>> = { some: 'every', every: 'some', min: 'max', max: 'min' };

/** Every change there is to the modules below a folder, in order. The generated index is none of ours. */
export function mutantsOf(root: string, folder: string): Mutant[] {
  const all = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).sort();
  const files = all.filter((name) => name.endsWith('.ts') && name !== 'index.ts');
  return files.flatMap((name) => mutantsIn(join(folder, name), readFileSync(join(root, folder, name), 'utf8')));
}

function mutantsIn(file: string, source: string): Mutant[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const found: Mutant[] = [];
  const replace = (node: ts.Node, text: string) =>
    found.push({ file, start: node.getStart(tree), end: node.getEnd(), text });
  const visit = (node: ts.Node): void => {
    // Types are for the compiler alone.
    if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return;
    const swapped = ts.isBinaryExpression(node) ? SWAPPED.get(node.operatorToken.kind) : undefined;
    if (ts.isBinaryExpression(node) && swapped !== undefined) replace(node.operatorToken, swapped);
    else if (node.kind === ts.SyntaxKind.TrueKeyword) replace(node, 'false');
    else if (node.kind === ts.SyntaxKind.FalseKeyword) replace(node, 'true');
    else if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
      replace(node, node.operand.getText(tree));
    else if (ts.isIfStatement(node)) {
      replace(node.expression, 'false');
      replace(node.expression, 'true');
    } else if (ts.isConditionalExpression(node)) {
      replace(node.condition, 'true');
      replace(node.condition, 'false');
    } else if (ts.isNumericLiteral(node) && Number(node.text) < 10) replace(node, String(Number(node.text) + 1));
    else if (ts.isPropertyAccessExpression(node) && Object.hasOwn(OPPOSITE, node.name.text))
      replace(node.name, OPPOSITE[node.name.text]!);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** Tells which changes the type check refuses: nobody could commit them. */
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
  return (mutant) => {
    const path = join(root, mutant.file);
    version += 1;
    changed.set(path, { text: mutated(readFileSync(path, 'utf8'), mutant), version });
    // What is left unused or unreachable still runs.
    const refused = service.getSemanticDiagnostics(path).some(({ reportsUnnecessary }) => !reportsUnnecessary);
    version += 1;
    changed.set(path, { text: readFileSync(path, 'utf8'), version });
    return !refused;
  };
}

/** The source with the change made. */
export function mutated(source: string, { start, end, text }: Mutant): string {
  return source.slice(0, start) + text + source.slice(end);
}
