import { getOrInsert } from '../../collections/get-or-insert.ts';
import { addToGroup, countBy, groupBy } from '../../collections/groups.ts';
import { highest } from '../../collections/order.ts';
import { type Competency, competenciesOn, type Department, type Framework, type Level } from '../framework.ts';
import { areSame, differInPerson, type Wording } from '../wording.ts';
import { placeOf } from './agreement.ts';
import { comparedPlaces } from './compare-shared.ts';
import { similarity, similarPairs } from './similarity.ts';
import { filledSlots } from './slots.ts';

/** A competency that departments add, and who shows it. */
interface AddedCompetency {
  readonly wording: Wording;
  readonly item: Competency;
  readonly departments: ReadonlySet<Department>;
  readonly levels: ReadonlySet<Level>;
}

/** A competency that another department has in other words. */
export interface Variant {
  readonly own: AddedCompetency;
  readonly preferred: AddedCompetency;
  /** All competencies with the other wording. */
  readonly others: readonly AddedCompetency[];
  /** Do more files have the other wording than this one? Else no side is in the right. */
  readonly isUsual: boolean;
  /** `words`: a small word or an ending differs. `signs`: only punctuation, case or quotes do. `near`: one thing in other words. */
  readonly kind: 'words' | 'signs' | 'near';
}

/** Competencies with the same words that carry meaning, and the wording of the first. */
interface Cluster {
  readonly wording: Wording;
  readonly members: readonly AddedCompetency[];
}

/** Finds competencies of several departments that say the same in different words. */
export function findVariants(framework: Framework): readonly Variant[] {
  const added = addedCompetencies(framework);
  const withStop = added.filter(endsWithStop).length * 2 >= added.length;
  const byStems = groupBy(added, ({ wording }) => wording.stems.join(' '));
  const clusters = [...byStems.values()].map((members) => ({ wording: members[0]!.wording, members }));
  const same = clusters.flatMap(({ members }) => [
    ...inCluster(members, withStop),
    ...differingSigns(members, withStop),
  ]);
  return [...same, ...findNear(clusters, framework)];
}

/** What departments add to the shared lists. Copies of these are compared with them, not with each other. */
function addedCompetencies(framework: Framework): readonly AddedCompetency[] {
  const shared = new Set(framework.shared.flatMap(({ items }) => items.map(placeOf)));
  const copies = comparedPlaces(framework);
  const idOf = ({ id }: Level, { wording }: Competency) => `${id} ${wording.neutral}`;
  // What departments agree on is compared with what they agree on, group by group.
  const agreed = new Set(framework.agreed.flatMap(({ level, items }) => items.map((item) => idOf(level, item))));
  const added = new Map<string, AddedCompetency & { departments: Set<Department>; levels: Set<Level> }>();
  for (const page of framework.pages)
    for (const item of competenciesOn(page)) {
      const place = placeOf(item);
      if (shared.has(place) || copies.has(place) || agreed.has(idOf(page.level, item))) continue;
      const made = () => ({
        item,
        wording: item.wording,
        departments: new Set<Department>(),
        levels: new Set<Level>(),
      });
      const { departments, levels } = getOrInsert(added, place, made);
      departments.add(page.department);
      levels.add(page.level);
    }
  return [...added.values()];
}

function inCluster(cluster: readonly AddedCompetency[], withStop: boolean): Variant[] {
  const best = prefer(cluster, ({ wording }) => wording.neutral, withStop);
  const usual = cluster.filter(({ wording }) => areSame(wording, best.wording));
  return cluster.flatMap((own): Variant[] => {
    if (usual.includes(own)) return [];
    const others = usual.filter((other) => areApart(own, other) && !differInPerson(own.wording, other.wording));
    if (others.length === 0) return [];
    const alike = cluster.filter(({ wording }) => areSame(wording, own.wording));
    const isUsual = others.length > alike.length;
    return [{ own, preferred: nearestInStyle(own, others), others, isUsual, kind: 'words' }];
  });
}

/** The same words with other punctuation, at one level. */
function differingSigns(cluster: readonly AddedCompetency[], withStop: boolean): Variant[] {
  const byLevel = new Map<string, AddedCompetency[]>();
  for (const each of cluster) for (const { id } of each.levels) addToGroup(byLevel, `${id} ${each.wording.key}`, each);
  const seen = new Set<AddedCompetency>();
  return [...byLevel.values()].flatMap((peers) => {
    const preferred = prefer(peers, ({ wording }) => wording.text, withStop);
    return peers.flatMap((own): Variant[] => {
      if (own.wording.text === preferred.wording.text || !areApart(own, preferred) || seen.has(own)) return [];
      seen.add(own);
      return [{ own, preferred, others: [preferred], isUsual: true, kind: 'signs' }];
    });
  });
}

/** The wording that most files have; then the one that ends as most of the framework's competencies do; then the first. */
function prefer(
  cluster: readonly AddedCompetency[],
  version: (each: AddedCompetency) => string,
  withStop: boolean,
): AddedCompetency {
  const counts = countBy(cluster.map(version));
  const countOf = (each: AddedCompetency) => counts.get(version(each)) ?? 0;
  return highest(cluster, countOf, (each) => endsWithStop(each) === withStop)!;
}

function nearestInStyle(own: AddedCompetency, others: readonly AddedCompetency[]): AddedCompetency {
  const hasOwnEnd = (other: AddedCompetency) => endsWithStop(other) === endsWithStop(own);
  return highest(others, (other) => shareLevel(own, other), hasOwnEnd)!;
}

function endsWithStop({ wording }: AddedCompetency): boolean {
  return wording.text.endsWith('.');
}

/** Do different departments show them? A department may word its own levels, and tracks on one page, as it likes. */
function areApart(left: AddedCompetency, right: AddedCompetency): boolean {
  const others = [...right.departments];
  const isOnOnePage = left.item.page === right.item.page;
  const areTracks = ({ parent }: Department) =>
    isOnOnePage && parent !== null && others.some((other) => other.parent === parent);
  return [...left.departments].every((department) => !others.includes(department) && !areTracks(department));
}

function shareLevel(left: AddedCompetency, right: AddedCompetency): boolean {
  return [...left.levels].some((level) => right.levels.has(level));
}

/** Competencies of one level that say one thing in other words. The wording that fewer files have is reported, else the later one. */
function findNear(clusters: readonly Cluster[], framework: Framework): Variant[] {
  const { item: threshold } = framework.config.similarity;
  const seen = new Set<AddedCompetency>();
  const within = ({ members }: Cluster) => new Set(members.flatMap(({ levels }) => [...levels].map(({ id }) => id)));
  // The words of two texts overlap by twice the threshold less one at least, when no edit is needed otherwise.
  const leastShare = 2 * threshold - 1;
  const pairs = [...similarPairs(clusters, { leastShare, within })].filter(
    ([left, right]) =>
      !areSame(left.wording, right.wording) &&
      !differInPerson(left.wording, right.wording) &&
      similarity(left.wording, right.wording, threshold) >= threshold,
  );
  const isFilled = filledSlots(pairs, clusters);
  return pairs.flatMap(([left, right]) => {
    if (isFilled(left, right)) return [];
    const [odd, usual] = right.members.length > left.members.length ? [left, right] : [right, left];
    return odd.members.flatMap((own): Variant[] => {
      const others = usual.members.filter(
        (other) => areApart(own, other) && shareLevel(own, other) && own.item.row === other.item.row,
      );
      if (others.length === 0 || seen.has(own)) return [];
      seen.add(own);
      const isUsual = usual.members.length > odd.members.length;
      return [{ own, preferred: nearestInStyle(own, others), others, isUsual, kind: 'near' }];
    });
  });
}
