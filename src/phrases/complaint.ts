import { upperFirst } from './letters.ts';
import { withDashes } from './quoted.ts';

/** A parser's complaint as one sentence, without quotes and colons. */
export function complaintAsSentence(detail: string): string {
  const [first = ''] = detail.split('\n', 1);
  // The parser's words may hold a whole line of the page.
  const words = withDashes(first.slice(0, 300).replaceAll('"', ''))
    .trim()
    .replace(/(?<![ –.])[ –.]+$/, '');
  return words === '' ? 'Check its quotes and indentation.' : `${upperFirst(words)}.`;
}
