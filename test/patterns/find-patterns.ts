import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

const top = new URL('../..', import.meta.url).pathname;

/** A regular expression in the source; `null` where its source is put together at run time. */
export interface FoundPattern {
  readonly file: string;
  readonly line: number;
  readonly source: string | null;
  readonly flags: string;
  /** As it is written, for messages and for the list of exceptions. */
  readonly written: string;
}

/** Every regular expression in src and rules, literal or made by `RegExp`. */
export function findPatterns(): FoundPattern[] {
  const files = ['src', 'rules'].flatMap((folder) =>
    readdirSync(join(top, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  return files.sort().flatMap(patternsIn);
}

function patternsIn(path: string): FoundPattern[] {
  const text = readFileSync(path, 'utf8');
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: FoundPattern[] = [];
  const add = (node: ts.Node, source: string | null, flags: string) =>
    found.push({
      file: relative(top, path),
      line: tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1,
      source,
      flags,
      written: node.getText(tree),
    });
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      add(node, node.text.slice(1, end), node.text.slice(end + 1));
    } else if (
      (ts.isNewExpression(node) || ts.isCallExpression(node)) &&
      ts.isIdentifier(node.expression) &&
      node.expression.text === 'RegExp'
    ) {
      const [source, flags] = node.arguments ?? [];
      const plain = source !== undefined && ts.isStringLiteralLike(source) ? source.text : null;
      add(node, plain, flags !== undefined && ts.isStringLiteralLike(flags) ? flags.text : '');
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}
