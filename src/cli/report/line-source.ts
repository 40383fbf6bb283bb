import { reportContext } from '../output/report-context.ts';

/** Where a line can be read: in the web under GitLab's or GitHub's CI, else in an editor that follows `vscode:` addresses. */
export function lineSource(root: string): string {
  const { lineUrl, fromRepository } = reportContext(root, { color: false, hyperlinks: false });
  const marks = [7_777_777, 'handbook-lint-path'] as const;
  const url = lineUrl?.(fromRepository + marks[1], marks[0]);
  if (url !== undefined) return url.replace(marks[1], '{path}').replace(String(marks[0]), '{line}');
  return `vscode://file${encodeURI(root)}/{path}:{line}`;
}
