/** A framework to be written down in any shape, and then mutated: five departments, three levels, three groups. */
export interface Model {
  readonly departments: Department[];
}

export interface Department {
  readonly id: string;
  readonly name: string;
  /** As people of it are called: "designer". */
  readonly noun: string;
  readonly levels: Level[];
}

export interface Level {
  readonly id: string;
  readonly name: string;
  readonly groups: Group[];
}

export interface Group {
  name: string;
  items: string[];
}

export const groupNames = ['Ownership', 'Craftsmanship', 'Collaboration'] as const;
export const levelNames = ['Intermediate', 'Senior', 'Staff'] as const;
const departments = [
  ['design', 'Design', 'designer'],
  ['operations', 'Operations', 'operator'],
  ['support', 'Support', 'supporter'],
  ['marketing', 'Marketing', 'marketer'],
  ['consulting', 'Consulting', 'consultant'],
] as const;

const shared: Readonly<Record<string, readonly string[]>> = {
  'Intermediate Ownership': [
    'Finishes what was promised for the week and says early when it slips.',
    "Doesn't wait to be asked before mending what is broken.",
    'Estimates a task within a factor of two',
    'Writes down what was learned from every incident - even small ones.',
  ],
  'Intermediate Craftsmanship': [
    'Leaves files tidier than they were found.',
    'Reads the manual before asking “how does it work”.',
    'Chooses the simplest tool that does the job',
    'Explains trade-offs to a newcomer in plain language.',
  ],
  'Intermediate Collaboration': [
    'Answers questions of neighbours within one working day.',
    'Thanks people by name and says what they did.',
    'Takes criticism of drafts without defending them',
    'Joins the monthly show-and-tell and presents twice a year.',
  ],
  'Senior Ownership': [
    'Plans a quarter together with two other teams and revises the plan monthly.',
    'Carries a pager and improves the runbook after each call.',
    'Says no to requests that would harm the yearly goals',
    'Tracks spending of large projects against their budget.',
  ],
  'Senior Craftsmanship': [
    'Sets the standard that reviews are measured against.',
    'Finds the root cause behind recurring complaints and removes it.',
    'Teaches a course on methods for the whole company',
    'Replaces manual chores by automation every season.',
  ],
  'Senior Collaboration': [
    'Mentors colleagues through their first promotion.',
    'Mediates quarrels between people who depend on each other.',
    'Interviews candidates and trains new interviewers',
    'Represents the group at meetings with important customers.',
  ],
  'Staff Ownership': [
    'Defines a direction that several departments follow for years.',
    'Retires whole systems that nobody should maintain any longer.',
    'Negotiates contracts with vendors of strategic importance',
    'Forecasts risks to revenue and prepares countermeasures.',
  ],
  'Staff Craftsmanship': [
    'Publishes original research that others in the industry cite.',
    'Invents techniques and patents the most valuable ones.',
    'Audits architecture across subsidiaries for hidden weaknesses',
    'Rescues endangered initiatives by hands-on work.',
  ],
  'Staff Collaboration': [
    'Advises executives on matters beyond their speciality.',
    'Builds alliances with universities and standards bodies.',
    'Coaches managers in giving honest feedback',
    'Shapes hiring policy and calibrates levels worldwide.',
  ],
};

const own = [
  'Keeps the colour catalogue current',
  'Waters the plants in the studio',
  'Sketches icons by hand on paper',
  'Prints posters for the winter fair',
  'Measures contrast on cheap screens',
  'Labels drawers in the archive',
  'Collects typefaces from the sixties',
  'Draws maps of visitor journeys',
  'Paints scenery for product films',
  'Sharpens the cutting machines weekly',
  'Counts pallets at the night gate',
  'Weighs containers before shipping',
  'Drives the forklift without indirections',
  'Checks tyres of the delivery fleet',
  'Books customs slots in Rotterdam',
  'Heats the warehouse economically',
  'Repairs scanners at the loading ramp',
  'Stacks returns by supplier code',
  'Translates error codes for callers',
  'Greets walk-in visitors politely',
  'Escalates outages to carriers',
  'Closes stale tickets every Friday',
  'Records screencasts of workarounds',
  'Tags conversations by sentiment',
  'Calms angry subscribers on the phone',
  'Refunds duplicate charges promptly',
  'Tests chat macros in Portuguese',
  'Buys radio spots in rural regions',
  'Tunes search adverts for seasonality',
  'Hosts podcast episodes with partners',
  'Segments newsletters by purchase history',
  'Pitches stories to trade journals',
  'Shoots testimonials at conferences',
  'Ranks keywords by conversion value',
  'Sponsors local football tournaments',
  'Schedules posts around holidays',
  'Files trademark renewals in time',
  'Redlines reseller agreements',
  'Summarises court rulings for laymen',
  'Keeps powers of attorney in the vault',
  'Clears open source licences',
  'Answers subpoenas within deadlines',
  'Notarises shareholder resolutions',
  'Drafts privacy notices for launches',
  'Monitors sanctions lists daily',
];

/** The framework without any drift. */
export function makeModel(): Model {
  return {
    departments: departments.map(([id, name, noun], at) => ({
      id,
      name,
      noun,
      levels: levelNames.map((level, row) => ({
        id: level.toLowerCase(),
        name: level,
        groups: groupNames.map((group, column) => ({
          name: group,
          items: [...(shared[`${level} ${group}`] ?? []), own[at * 9 + row * 3 + column] ?? ''],
        })),
      })),
    })),
  };
}

/** What all departments share at a level and in a group. */
export function sharedItems(level: string, group: string): readonly string[] {
  return shared[`${level} ${group}`] ?? [];
}
