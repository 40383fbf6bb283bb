import { existsSync } from 'node:fs';
import { didYouMean } from '../../phrases/nearest.ts';
import type { Arguments } from '../arguments.ts';
import { Failure } from '../failure.ts';
import { writeOrPrint } from '../output/write-file.ts';
import { readPackageFile } from '../package-file.ts';
import { wantsColor } from '../terminal/colours.ts';
import { renderMarkdown } from '../terminal/render-markdown.ts';

/** `handbook-lint explain link-page`: the rule's page. `explain content/x.md`: what is known of a page. */
export async function explain(args: Arguments): Promise<number> {
  const [subject, ...others] = args.positionals;
  if (subject === undefined || others.length > 0)
    throw new Failure('Explain what? Write handbook-lint explain RULE, or a path of a page.');
  const { rules } = await import('../../../rules/index.ts');
  const names = rules.map(({ id }) => id.replace(/^handbook-/, ''));
  const name = subject.replace(/^handbook-/, '');
  const page = names.includes(name) ? readPackageFile(`docs/rules/${name}.md`) : null;
  if (page !== null) {
    const { format, file } = args.outputs[0]!;
    if (format !== 'text') throw new Failure(`A rule is explained as text, so --format ${format} is for pages only.`);
    writeOrPrint(file, renderMarkdown(page, file === null && wantsColor(args.color)));
    return 0;
  }
  if (existsSync(subject) || /[/.]/.test(subject))
    return (await import('./explain-page.ts')).explainPage(subject, args);
  const meant = didYouMean(name, names, (near) => `handbook-lint explain ${near}`);
  throw new Failure(`${subject} is neither a rule nor a file.${meant}`);
}
