/** A template without comments of its own and of HTML. */
export function withoutComments(template: string): string {
  return cut(cut(template, /\{\{-?\s{0,9}\/\*/g, /\*\/\s{0,9}-?\}\}/g), /<!--/g, /-->/g);
}

/** A text without what stands between two marks, and without these; one that is not closed stays. */
function cut(text: string, opening: RegExp, closing: RegExp): string {
  let kept = '';
  let from = 0;
  for (;;) {
    opening.lastIndex = from;
    const start = opening.exec(text);
    closing.lastIndex = opening.lastIndex;
    const end = closing.exec(text);
    if (start === null || end === null) return kept + text.slice(from);
    kept += text.slice(from, start.index);
    from = closing.lastIndex;
  }
}
