/** What stands for a blank in a destination, where CommonMark allows none. */
export const SPACE = '\u00A0';

const DESTINATION = /\]\([ \t]{0,9}([^\s()<>"'][^()<>"'\t\r\n]*)/g;
/** What may stand between a destination and the end of its link. */
const END = /^[ \t]{0,9}(?:"[^"\n]{0,300}"|'[^'\n]{0,300}')?[ \t]{0,9}\)/;
/** Longer than the longest such end. */
const LONGEST_END = 400;

/**
 * The text with blanks inside of destinations as `SPACE`, so that links with names such as `a b.md` are some, as they are for
 * Python-Markdown 3.10; its length and all offsets stay.
 */
export function withSpacedDestinations(text: string): string {
  return text.replace(DESTINATION, (whole, written: string, at: number) => {
    const destination = written.trimEnd();
    const end = at + whole.length;
    if (!isSpacedName(destination) || !END.test(text.slice(end, end + LONGEST_END))) return whole;
    const start = whole.length - written.length;
    return whole.slice(0, start) + destination.replaceAll(' ', SPACE) + written.slice(destination.length);
  });
}

/** `a b.md`, `a.md#of two`, `#of two`: a name of a file or a fragment with blanks in it, one at a time. */
function isSpacedName(destination: string): boolean {
  const [path = ''] = destination.split('#');
  const isNamed = path === '' || /\.\w{1,5}$/.test(path);
  return isNamed && destination.includes(' ') && !destination.includes('  ');
}
