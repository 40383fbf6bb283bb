/** The Markdown of our own pages for a terminal: what would be bold is bold, the rest stays readable as it is. */
export function renderMarkdown(markdown: string, color: boolean): string {
  const paint = (code: number, reset: number) => (text: string) =>
    color ? `\u001b[${code}m${text}\u001b[${reset}m` : text;
  const bold = paint(1, 22);
  const dim = paint(2, 22);
  const cyan = paint(36, 39);
  let isCode = false;
  const lines = markdown.split('\n').flatMap((line) => {
    if (line.startsWith('```')) {
      isCode = !isCode;
      return [];
    }
    if (isCode) return [dim(`    ${line}`)];
    const heading = /^#+ (.*)$/.exec(line);
    if (heading?.[1] !== undefined) return [bold(heading[1])];
    return [
      line
        .replace(/\[([^[\]]+)\]\(([^()]+)\)/g, (_, text: string, url: string) => `${text} ${dim(`(${url})`)}`)
        .replace(/`([^`]+)`/g, (_, code: string) => (color ? cyan(code) : `\`${code}\``))
        .replace(/\*\*([^*]+)\*\*/g, (_, text: string) => bold(text)),
    ];
  });
  return lines.join('\n');
}
