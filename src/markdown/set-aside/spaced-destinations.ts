/** What stands for a blank in a destination, where CommonMark allows none. */
export const SPACE = '\u00A0';

/** `](a b.md`, `](a b.md#part`, before a title or the end: a name of a file with blanks in it. */
const SPACED =
  /\]\([ \t]{0,9}([^\s()<>"']{1,200}(?: [^\s()<>"']{1,200}){1,20}?\.\w{1,5}(?:#[^\s()<>"']{0,200})?)(?=[ \t]{0,9}(?:"[^"\n]{0,300}"|'[^'\n]{0,300}')?[ \t]{0,9}\))/g;

/**
 * The text with blanks inside of destinations as `SPACE`, so that links with names such as `a b.md` are some, as they are for
 * Python-Markdown 3.10; its length and all offsets stay.
 */
export function withSpacedDestinations(text: string): string {
  return text.replace(SPACED, (whole, destination: string) => {
    const start = whole.length - destination.length;
    return whole.slice(0, start) + destination.replaceAll(' ', SPACE);
  });
}
