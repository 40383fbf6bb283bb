/**
 * Text from pages, safe to print: characters that steer a terminal or turn the reading direction become
 * visible signs, line ends become blanks, and no CI system finds a command in it.
 */
export function printable(text: string): string {
  // Most texts hold nothing of that, which one search tells sooner than five.
  if (!/[^ -~]|##/.test(text)) return text;
  return withoutCommands(
    visible(text.replace(/\r\n|[\n\r\t\u2028\u2029]/g, ' ')).replace(/[\u061c\u200e\u200f]/g, '\ufffd'),
  );
}

/** Text from pages, safe to print at the start of a line. */
export function printableLine(text: string): string {
  return withoutCommandLine(printable(text));
}

/** A patch as a person reads it in a terminal; a tool that applies it needs the one with control characters. */
export function printablePatch(patch: string, isLog: boolean): string {
  return patch.replace(/[^\n]+/g, (line) => {
    const end = line.endsWith('\r') ? '\r' : '';
    const shown = visible(line.slice(0, line.length - end.length)) + end;
    return isLog ? withoutCommandLine(withoutCommands(shown)) : shown;
  });
}

/** Control characters as signs; a tab stays one. */
function visible(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000a-\u001f]/g, (control) => String.fromCharCode(0x2400 + control.charCodeAt(0)))
    .replace(/\u007f/g, '\u2421')
    .replace(/[\u0080-\u009f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb\ud800-\udfff]/gu, '\ufffd');
}

/** Azure Pipelines and GitHub Actions read `##vso[…]` and `##[…]` anywhere in a line, TeamCity `##teamcity[…]`. */
function withoutCommands(text: string): string {
  return text.replace(/##(?=\[|vso\[|teamcity\[)/gi, '# #');
}

/** GitHub Actions reads `::name …::` at the start of a line, behind blanks as well. */
function withoutCommandLine(line: string): string {
  return line.replace(/^(\s*)::(?=.*::)/s, '$1: :');
}
