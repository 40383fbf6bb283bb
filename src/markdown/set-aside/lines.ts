const FENCE = /^(?:[ \t>]|[-*+](?= )|\d{1,9}[.)](?= ))*(`{3,}|~{3,})(.*)/;

/** The numbers of the lines that stand in no fenced code. */
export function outsideFences(lines: readonly string[]): readonly number[] {
  const found: number[] = [];
  let fence = '';
  for (const [index, line] of lines.entries()) {
    const [, marks = '', rest = ''] = FENCE.exec(line) ?? [];
    if (fence !== '') {
      if (marks.startsWith(fence) && rest.trim() === '') fence = '';
    } else if (marks !== '' && !(marks.startsWith('`') && rest.includes('`'))) fence = marks;
    else found.push(index);
  }
  return found;
}
