/** A text without the byte order mark, which editors take away and remark-cli does not. */
export function withoutMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}
