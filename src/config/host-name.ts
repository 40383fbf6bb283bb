/** The host in `handbook.example.com`, `https://handbook.example.com/` or `//handbook.example.com:8080`; `null` where more stands. */
export function hostName(written: string): string | null {
  const host = /^(?:(?:https?:)?\/\/)?([^\s/?#:@]+)(?::\d{1,5})?\/?$/i.exec(written.trim())?.[1];
  return host === undefined ? null : host.toLowerCase();
}
