import { groupBy } from '../collections/groups.ts';
import { competenciesOn, type LevelPage } from '../competencies/framework.ts';
import { readMatrix } from '../competencies/matrix.ts';
import { frameworksOf } from '../competencies/reading/read-framework.ts';
import type { Handbook } from '../model/handbook.ts';
import type { Cell, FrameworkReport, ReportFinding } from './data.ts';

/** Each framework as departments and levels; a cell drifts when one of the rules that judge competencies has found something in its files. */
export function frameworkReports(
  handbook: Handbook,
  findings: readonly ReportFinding[],
  judging: ReadonlySet<string>,
): FrameworkReport[] {
  const ofCompetencies = findings.filter(({ rule }) => judging.has(rule));
  const byPath = groupBy(ofCompetencies, ({ path }) => path);
  return frameworksOf(handbook).map((framework) => {
    const { missing } = readMatrix(framework);
    const lacking = new Set(
      missing.flatMap(({ department: { id }, levels }) => levels.map((level) => `${id} ${level.id}`)),
    );
    const departments = framework.departments.filter(({ levels, parent }) => levels.size > 0 || parent === null);
    const cells = departments.flatMap((department) =>
      framework.levels.map((level): Cell => {
        const page = department.levels.get(level.id);
        const place = { department: department.id, level: level.id };
        if (page === undefined) {
          const state = lacking.has(`${department.id} ${level.id}`) ? 'missing' : 'none';
          return { ...place, page: null, items: 0, state, findings: [] };
        }
        const own = findingsOf(page, byPath);
        const items = competenciesOn(page).length;
        const state = own.length === 0 ? 'consistent' : 'drift';
        return { ...place, page: page.page.path, items, state, findings: own };
      }),
    );
    return {
      name: framework.name,
      levels: framework.levels.map(({ id, name }) => ({ id, name })),
      departments: departments.map(({ id, name }) => ({ id, name: id === '' ? 'All departments' : name })),
      cells,
    };
  });
}

/** Findings in any file that the level's competencies stand in. */
function findingsOf(levelPage: LevelPage, byPath: ReadonlyMap<string, readonly ReportFinding[]>): string[] {
  const files = new Set([levelPage.page.path, ...competenciesOn(levelPage).map(({ page }) => page.path)]);
  return [...files].flatMap((path) => (byPath.get(path) ?? []).map(({ fingerprint }) => fingerprint));
}
