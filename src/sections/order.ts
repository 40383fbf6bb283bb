type Misordered = { readonly moved: number; readonly side: 'before' | 'after'; readonly other: number };

/**
 * The fewest things to move so that the positions rise, each with another that it should come before or after, by their indices.
 * `misordered([30, 10, 20])` says that the first belongs before the second: `[{moved: 0, side: 'before', other: 1}]`.
 */
export function misordered(positions: readonly number[]): Misordered[] {
  const kept = longestRise(positions);
  return [...positions.keys()].flatMap((moved): Misordered[] => {
    const next = kept.find((index) => index > moved && positions[index]! < positions[moved]!);
    if (next !== undefined) return [{ moved, side: 'before', other: next }];
    const previous = kept.findLast((index) => index < moved && positions[index]! > positions[moved]!);
    return previous === undefined ? [] : [{ moved, side: 'after', other: previous }];
  });
}

function longestRise(positions: readonly number[]): number[] {
  const best: number[][] = [];
  for (const [index, position] of positions.entries()) {
    let longest: number[] = [];
    for (let earlier = 0; earlier < index; earlier++) {
      if (positions[earlier]! < position && best[earlier]!.length > longest.length) longest = best[earlier]!;
    }
    best.push([...longest, index]);
  }
  return best.reduce((longest, each) => (each.length > longest.length ? each : longest), []);
}
