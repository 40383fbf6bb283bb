import { printable } from '../../reporters/printable.ts';

/** At most this many folders are listed. */
const MOST_UNREAD = 20;

/** Says which folders could not be looked into, a line each, and what became of what is in them: `not judged`. */
export function describeUnread(unread: readonly string[], fate: string): readonly string[] {
  const more = unread.length - MOST_UNREAD;
  return [
    ...unread.slice(0, MOST_UNREAD).map((why) => `${printable(why)}. What is in it was ${fate}.`),
    ...(more > 0 ? [`The same holds for ${more} more folders.`] : []),
  ];
}
