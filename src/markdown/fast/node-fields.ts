/** Positions of a node's fields in satteri's tree, in words of four bytes: names that the build puts the numbers in place of. */
export const type = 1;
export const start = 3;
export const end = 4;
export const startLine = 5;
export const firstChild = 9;
export const childCount = 10;
export const data = 11;
export const dataSize = 12;
