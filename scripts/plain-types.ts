/**
 * The types that follow from schemas, written out: users' compilers need not know the library of the schemas, which is copied
 * into the bundles. `export type A = z.infer<typeof a>` becomes `export type A = { … }`.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

const root = new URL('..', import.meta.url).pathname;
const library = /\bfrom ['"]zod['"]/;

/** Rewrites every declaration in the folder that names the library of the schemas, and those with bytes of Node's kind, whose types not everybody has. */
export function writePlainTypes(types: string): void {
  const files = readdirSync(types, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.d.ts'));
  for (const name of files) {
    const text = readFileSync(join(types, name), 'utf8');
    const plain = text.replace(/\bBuffer(?:<[^<>]*>)?/g, 'Uint8Array');
    if (plain !== text) writeFileSync(join(types, name), plain);
  }
  const inferred = files.filter((name) => library.test(readFileSync(join(types, name), 'utf8')));
  const sources = inferred.map((name) => join(root, name.replace(/\.d\.ts$/, '.ts')));
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile).config,
    ts.sys,
    root,
  );
  const program = ts.createProgram(sources, options);
  for (const [at, name] of inferred.entries())
    writeFileSync(join(types, name), declarations(program, sources[at] ?? ''));
}

const flags =
  ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.InTypeAlias | ts.TypeFormatFlags.MultilineObjectLiterals;

function declarations(program: ts.Program, path: string): string {
  const source = program.getSourceFile(path);
  if (source === undefined) throw new Error(`There is no ${relative(root, path)}.`);
  const checker = program.getTypeChecker();
  const lines = source.statements.flatMap((statement) => {
    if (!isExported(statement)) return [];
    if (ts.isTypeAliasDeclaration(statement)) {
      const type = checker.typeToString(checker.getTypeAtLocation(statement.name), statement, flags);
      return [`${commentOf(source, statement)}export type ${statement.name.text} = ${type};`];
    }
    // A schema itself is nothing that a user of the package gets at.
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.map(
        (each) => `export declare const ${each.name.getText()}: unknown;`,
      );
    return [statement.getText()];
  });
  return `${lines.join('\n')}\n`;
}

function isExported(statement: ts.Statement): boolean {
  return (
    ts.canHaveModifiers(statement) &&
    (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
  );
}

function commentOf(source: ts.SourceFile, node: ts.Node): string {
  const [comment] = ts.getLeadingCommentRanges(source.text, node.pos)?.slice(-1) ?? [];
  return comment === undefined ? '' : `${source.text.slice(comment.pos, comment.end)}\n`;
}
