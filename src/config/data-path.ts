/** Does a path name a file of data? */
export function isDataPath(path: string): boolean {
  return /\.(?:ya?ml|json|csv|tsv)$/i.test(path);
}
