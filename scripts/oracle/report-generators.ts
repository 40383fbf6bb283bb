import { compareGenerators, type GeneratorComparison } from './generators.ts';

const RIGHT_PERCENT = 98;

/** Prints how verdicts on sites of several generators agree with what those built; says whether all is well. */
export async function reportGenerators(folder: string, isLong: boolean): Promise<boolean> {
  const compared = await compareGenerators(folder);
  for (const each of compared) {
    const { name, isModelled, links, right, unchecked, falseAlarms, misses, unseen } = each;
    const share = ((100 * right) / links).toFixed(1);
    const state = isModelled ? `${share} % right` : 'not modelled';
    const numbers = `${links} links, ${unchecked.length} not checked, ${falseAlarms.length} false alarms, ${misses.length} misses`;
    console.log(`${isWell(each) ? 'ok  ' : 'FAIL'} ${name.padEnd(16)} ${state.padEnd(14)} ${numbers}`);
    list('false alarm', falseAlarms);
    list('miss', misses);
    list('not seen', unseen);
    if (isLong) list('not checked', unchecked);
  }
  return compared.length > 0 && compared.every(isWell);
}

function isWell({ isModelled, links, right, falseAlarms }: GeneratorComparison): boolean {
  return falseAlarms.length === 0 && (!isModelled || right * 100 >= links * RIGHT_PERCENT);
}

function list(title: string, lines: readonly string[]): void {
  for (const line of lines) console.log(`     ${title}: ${line}`);
}
