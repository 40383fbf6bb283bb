/** Tells whether a file is among `paths` or below one of them; all files are when there are none. */
export function pathFilter(paths: readonly string[] | undefined): (path: string) => boolean {
  const wanted = paths?.map((path) => path.replace(/^\.\/|^\.$|(?<!\/)\/+$/g, ''));
  if (wanted === undefined || wanted.includes('')) return () => true;
  return (file) =>
    wanted.some((path) => file.startsWith(path) && (file.length === path.length || file[path.length] === '/'));
}
