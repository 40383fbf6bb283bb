import type { PageTypeConfig, PageTypesConfig, QuarterConfig, ReviewConfig, SectionConfig } from './page-types.ts';

/** A page type with everything filled in. */
export interface PageType {
  readonly name: string;
  /** Globs; `null`: pages are recognised by their title and sections, see `page-type.ts`. */
  readonly pages: readonly string[] | null;
  readonly except: readonly string[];
  readonly heading: readonly string[] | null;
  readonly levels: NonNullable<PageTypeConfig['levels']> | null;
  readonly ordered: boolean;
  readonly placeholders: readonly string[];
  readonly quarter: QuarterConfig | null;
  readonly review: ReviewConfig | null;
  readonly sections: readonly SectionConfig[];
}

/** What one role does, for whom, and by what it is measured. */
const role: PageTypeConfig = {
  sections: [
    {
      id: 'responsibilities',
      names: [
        'Responsibilities',
        'Role and responsibilities',
        'Roles and responsibilities',
        'Responsibility',
        'Duties',
        'Accountabilities',
        'What you will do',
        '/^(\\w+ )?(duties|tasks|areas?|scope) (and|of) responsibilit(y|ies)$/',
        '/^(\\w+ )?responsibilities and (duties|tasks|expectations|accountabilities|activities)$/',
        '/^what youll (do|be doing)$/',
        '/^what (we|you) do$/',
      ],
      about: 'what the role is responsible for',
    },
    {
      id: 'reporting',
      names: [
        'Reporting structure',
        'Reporting line',
        'Reports to',
        '/^report to$/',
        'Reporting relationship',
        '/^reporting$/',
        'Who the role reports to',
        'Reporting to',
        'Line manager',
        'Your manager',
        'Org chart',
        '/^whom? (you|the role|this role|this position) (will )?reports? to$/',
        '/^whom? youll report to$/',
        '/^reports? (directly )?to .+/',
        '/^organi[sz]ation(al)? chart$/',
      ],
      says: 'reports-to',
      about: 'who the role reports to',
    },
    {
      id: 'okrs',
      names: [
        'OKRs',
        'Objectives and key results',
        'Objectives and key results (OKRs)',
        'OKRs (Objectives and key results)',
        '/^objectives? (and )?key results?$/',
        '/^(\\w+ )?okrs? (for|of|and) .+/',
      ],
      about: 'which objectives and key results (OKRs) the role has',
    },
  ],
};

/** A family of jobs with levels, as it is used for hiring and for growth. */
const jobFamily: PageTypeConfig = {
  pages: [],
  levels: {
    below: ['/\\blevels$/'],
    with: ['/\\bjob ?grade$/', 'Job Grade'],
    except: ['/\\b(specialties|specialities|segments?|specializations?)$/'],
  },
  sections: [
    {
      id: 'responsibilities',
      names: ['Responsibilities', '/\\bresponsibilities\\b/'],
      scope: 'top-or-each-level',
    },
    {
      id: 'requirements',
      names: ['Requirements', '/\\brequirements\\b/', '/\\bqualifications$/'],
      scope: 'top-or-each-level',
    },
    {
      id: 'performance-indicators',
      names: [
        'Performance Indicators',
        '/\\bperformance indicators?\\b/',
        'KPIs',
        'Key Performance Indicators',
        'OKRs',
      ],
      scope: 'top-or-each-level',
    },
    { id: 'career-ladder', names: ['Career Ladder', 'Career Path', '/\\bcareer (ladder|path|development)\\b/'] },
    { id: 'hiring-process', names: ['Hiring Process', '/\\b(hiring|interview) process\\b/', '/^interview/'] },
    {
      id: 'reporting',
      names: ['Reporting structure', 'Reporting line', 'Reports to'],
      says: 'reports-to',
      about: 'who the role reports to',
    },
  ],
};

const builtIn: Readonly<Record<string, PageTypeConfig>> = { role, 'job-family': jobFamily };

/** All page types of a handbook, those of handbook.yaml first, in its order; built-in settings hold where it is silent. */
export function resolvePageTypes(config: PageTypesConfig): readonly PageType[] {
  const names = [...Object.keys(config), ...Object.keys(builtIn).filter((name) => !(name in config))];
  return names.map((name) => {
    const own = config[name] ?? {};
    const base = builtIn[own.like ?? name] ?? {};
    return {
      name,
      // Only the role type itself recognises pages by their looks; a type like it is a type of its own.
      pages: own.pages ?? (name === 'role' ? null : []),
      except: own.except ?? [],
      heading: own.heading ?? null,
      levels: own.levels ?? base.levels ?? null,
      ordered: own.ordered ?? base.ordered ?? false,
      placeholders: own.placeholders ?? [],
      quarter: own.quarter ?? null,
      review: own.review ?? null,
      sections: own.sections ?? base.sections ?? [],
    };
  });
}

/** Do findings depend on the day? */
export function asksForDates(config: PageTypesConfig): boolean {
  return Object.values(config).some(({ quarter, review }) => quarter !== undefined || review !== undefined);
}
