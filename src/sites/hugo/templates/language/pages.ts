import { permalink } from './url-functions.ts';
import { type Fields, type TemplateSite, UNKNOWN, type Value } from './values.ts';

/** The site as templates see it. */
export function siteFields(site: TemplateSite): Fields {
  return {
    field: (name, args) => {
      if (name === 'Home') return pageFields(site.home, site);
      if (name === 'Params') return { field: (param) => site.param(param) };
      if (name === 'GetPage') return found(args, (path) => site.pageFromTop(path), site);
      return UNKNOWN;
    },
  };
}

/** A page or a file by its address, as templates see it. */
export function pageFields(address: string, site: TemplateSite): Fields {
  return {
    field: (name, args) => {
      if (name === 'RelPermalink') return address;
      if (name === 'Permalink') return permalink(address, site);
      if (name === 'Page') return pageFields(address, site);
      if (name === 'Site') return siteFields(site);
      if (address !== site.page) return UNKNOWN;
      if (name === 'GetPage') return found(args, (path) => site.pageAt(path), site);
      if (name === 'BundleType') return site.bundleType;
      if (name === 'CurrentSection')
        return {
          field: (wanted) => (wanted === 'Resources' ? filesBy((path) => site.sectionResourceAt(path), site) : UNKNOWN),
        };
      return name === 'Resources' ? filesBy((path) => site.resourceAt(path), site) : UNKNOWN;
    },
  };
}

function filesBy(find: (path: string) => string | null | undefined, site: TemplateSite): Fields {
  return { field: (method, given) => resourceIn([method], given, find, site) };
}

/** What `Get` finds among files. */
export function resourceIn(
  fields: readonly string[],
  args: readonly Value[],
  find: (path: string) => string | null | undefined,
  site: TemplateSite,
): Value {
  return fields.length === 1 && fields[0] === 'Get' ? found(args, find, site) : UNKNOWN;
}

/** `undefined`: nobody can know. */
function found(args: readonly Value[], find: (path: string) => string | null | undefined, site: TemplateSite): Value {
  const [path] = args;
  if (typeof path !== 'string' || args.length !== 1) return UNKNOWN;
  const address = find(path);
  if (address === undefined) return UNKNOWN;
  return address === null ? null : pageFields(address, site);
}
