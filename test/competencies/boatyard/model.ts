/** A boatyard's careers, to be written down in any shape and then changed: five departments, three levels, four groups. */
export interface Boatyard {
  readonly departments: Department[];
  /** What holds for all departments, where a page of its own says it. */
  readonly base: Level[];
}

export interface Department {
  readonly id: string;
  readonly name: string;
  /** Its people. */
  readonly noun: string;
  readonly levels: Level[];
}

export interface Level {
  readonly id: string;
  name: string;
  title: string;
  intro: string;
  /** The file's name, where it is not the level's id. */
  file: string;
  groups: Group[];
}

export interface Group {
  readonly name: string;
  heading: string;
  /** The line that opens it; `null`: a heading of the usual depth. */
  opening: ((heading: string, depth: number) => string) | null;
  /** Is its shared list shown by an include, where departments include it? */
  included: boolean;
  /** What stands between the heading and the list, and below the list. */
  before: string;
  after: string;
  items: string[];
  style: Style;
}

/** How a list is written in Markdown. */
export type Style = 'bullets' | 'stars' | 'loose' | 'wrapped' | 'tasks' | 'html' | 'table';

/** What all departments ask for, by level and group. */
export const shared: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  junior: {
    Leadership: [
      'Asks for help before a mistake becomes expensive, and says openly what went wrong.',
      'Keeps promises that were made to a colleague during the week.',
      'Takes notes in yard meetings and shares them the same day.',
      'Welcomes new apprentices and shows them where tools are kept.',
    ],
    Technical: [
      'Works from drawings that others have prepared, under regular guidance.',
      'Measures twice and records every deviation in the log.',
      'Leaves the workplace clean; "tidy enough" is not enough.',
      'Knows the safety rules of all three slipways by heart.',
      'Finishes small repairs within the hours that were estimated.',
    ],
    Values: [
      'Gives credit to those who did the work.',
      'Speaks plainly with customers, even about delays.',
      'Looks for the simplest solution first.',
    ],
  },
  senior: {
    Leadership: [
      'Coaches at least two junior colleagues per season and gives them written feedback.',
      'Settles disagreements on the slipway before they reach the foreman.',
      'Plans the work of a small crew and reports progress every Friday.',
      'Represents the crew when owners visit, and explains trade-offs in terms they understand.',
    ],
    Technical: [
      'Draws up plans for a complete refit and estimates materials within ten percent.',
      'Finds the root cause of leaks, cracks and vibration without outside help.',
      'Reviews the drawings of others; comments are specific and kind.',
      'Chooses between repair and replacement with the whole life of a vessel in mind.',
      'Introduces one improvement to tools or methods each year.',
    ],
    Values: [
      'Makes room for quieter voices in every discussion.',
      'Questions habits that slow the yard down, and proposes better ones.',
      'Shares lessons from failed projects with everyone concerned.',
    ],
  },
  staff: {
    Leadership: [
      'Sets the direction for several crews and aligns them with the goals of the yard.',
      'Develops successors for key roles across departments.',
      'Negotiates priorities with sales, purchasing and the harbour authority.',
      'Notices friction between teams early and removes its causes.',
    ],
    Technical: [
      'Decides on construction standards that hold for the next decade.',
      'Leads investigations after indirections and publishes the findings.',
      'Anticipates new regulation, materials and propulsion systems.',
      'Breaks down complex newbuilds into stages that can be delivered separately.',
      'Serves as the expert whom classification societies call first.',
    ],
    Values: [
      'Defends quality when deadlines press.',
      'Represents the yard at public events with honesty and warmth.',
      'Invests time in people who will never report to them.',
    ],
  },
};
const own: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  rigging: {
    junior: [
      'Splices three-strand rope and double braid.',
      'Inspects turnbuckles for corrosion before each lift.',
      'Climbs a mast with a second person on belay.',
    ],
    senior: [
      'Tunes a rig under sail and documents the tensions.',
      'Swages terminals up to sixteen millimetres.',
      'Sizes halyards, blocks and winches for racing yachts.',
    ],
    staff: [
      'Calculates mast loads for ocean passages.',
      'Signs off carbon spars after ultrasonic tests.',
      'Owns the relationship with our rope suppliers.',
    ],
  },
  joinery: {
    junior: [
      'Sharpens chisels and planes by hand.',
      'Cuts scarf joints at the bandsaw.',
      'Sorts teak, oak and larch by moisture.',
    ],
    senior: [
      'Builds companionway stairs from a sketch.',
      'Steams and bends ribs for clinker hulls.',
      'Lays decks with seams of even width.',
    ],
    staff: [
      'Restores historic interiors to museum standard.',
      'Sources timber from certified forests.',
      'Designs furniture that survives a knockdown.',
    ],
  },
  engines: {
    junior: [
      'Changes filters, belts and impellers.',
      'Bleeds a fuel system without spilling diesel.',
      'Winterises outboards following the checklist.',
    ],
    senior: [
      'Aligns shafts to a twentieth of a millimetre.',
      'Rebuilds gearboxes and injection pumps.',
      'Diagnoses alternators with an oscilloscope.',
    ],
    staff: [
      'Converts workboats to hybrid drives.',
      'Certifies emissions with the flag state.',
      'Runs sea trials and interprets torque curves.',
    ],
  },
  paint: {
    junior: [
      'Masks waterlines straight and crisp.',
      'Mixes two-component primer in the right ratio.',
      'Wears a respirator whenever solvents are open.',
    ],
    senior: [
      'Sprays topcoat without runs or orange peel.',
      'Matches faded gelcoat by eye.',
      'Treats osmosis from peeling to barrier coat.',
    ],
    staff: [
      'Specifies coating systems for polar waters.',
      'Audits the ventilation of paint halls.',
      'Negotiates warranty terms with manufacturers of antifouling.',
    ],
  },
  sails: {
    junior: [
      'Hand-sews leather onto clews.',
      'Folds genoas without creasing the film.',
      'Repairs torn batten pockets.',
    ],
    senior: [
      'Lofts panels from digital measurements.',
      'Adjusts draft and twist after a test sail.',
      'Cuts spinnakers for asymmetric poles.',
    ],
    staff: [
      'Develops membranes together with fibre mills.',
      'Judges sail shape from photographs.',
      'Advises regatta teams on inventory.',
    ],
  },
};
const people: readonly (readonly [id: string, name: string, noun: string])[] = [
  ['rigging', 'Rigging', 'riggers'],
  ['joinery', 'Joinery', 'joiners'],
  ['engines', 'Engines', 'mechanics'],
  ['paint', 'Paint', 'painters'],
  ['sails', 'Sails', 'sailmakers'],
];
const levelNames: Readonly<Record<string, string>> = { junior: 'Junior', senior: 'Senior', staff: 'Staff' };

const group = (name: string, items: readonly string[], included: boolean): Group => ({
  name,
  heading: name,
  opening: null,
  included,
  before: '',
  after: '',
  items: [...items],
  style: 'bullets',
});

function level(id: string, title: string, intro: string, added: readonly Group[]): Level {
  const groups = Object.entries(shared[id] ?? {}).map(([name, items]) => group(name, items, true));
  return { id, name: levelNames[id] ?? id, title, intro, file: id, groups: [...added, ...groups] };
}

/** The careers as they should be. */
export function makeBoatyard(): Boatyard {
  const ids = Object.keys(shared);
  return {
    departments: people.map(([id, name, noun]) => ({
      id,
      name,
      noun,
      levels: ids.map((of) => {
        const title = `${levelNames[of]} - ${name} Department Career Framework`;
        const intro = `What we ask of ${noun} at the ${levelNames[of]} level.`;
        return level(of, title, intro, [group('Accountability', own[id]?.[of] ?? [], false)]);
      }),
    })),
    base: ids.map((of) => level(of, `${levelNames[of]} Career Framework`, 'What the yard asks of everybody.', [])),
  };
}
