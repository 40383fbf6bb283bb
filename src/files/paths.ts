/** The ending of a file's name without the dot, lower case; `''` when there is none. */
export function endingOf(path: string): string {
  const dot = path.lastIndexOf('.');
  return dot > path.lastIndexOf('/') ? path.slice(dot + 1).toLowerCase() : '';
}

/** Whether a text is ASCII, as most names are; such texts are quick to compare. */
export function isAscii(text: string): boolean {
  return /^[\x00-\x7f]*$/.test(text);
}

/** Whether a file of this name is one that editors and tools leave behind, or hide. */
export function isLeftover(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name.startsWith('.') || name.startsWith('#') || name.endsWith('~');
}
