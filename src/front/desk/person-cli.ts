import type { Area, Owner } from '../../ground/areas/area-contract.ts';
import { ROLES } from '../../ground/people/role-contract.ts';
import { options } from '../../kernel/command.ts';
import { parse } from '../../kernel/endpoint.ts';
import { invalid } from '../../kernel/problem.ts';
import { giveRightSchema } from './rights-contract.ts';
import type { RightsService } from './rights-service.ts';

type Deps = {
  areas: { bySlug(slug: string): Promise<Area | undefined>; owners(): Promise<Owner[]> };
  rights: Pick<RightsService, 'give'>;
};

export const ADD_PERSON_USAGE =
  'person add --email E --role broker --area A [--owner "Name"] [--asset REFERENCE] [--until 2027-03-31] [--name "N"]';
const NAMES = ['email', 'role', 'area', 'owner', 'asset', 'until', 'name'];

/**
 * Gives somebody a right, as on the page of an area's people: the first administrator of an area has to come from somewhere.
 * @throws Problem 400 for an area or an owner that is not there
 */
export async function addPerson({ areas, rights }: Deps, args: string[]): Promise<void> {
  const { area: slug, owner: ownerName, asset, until, ...given } = options(args, NAMES);
  const area = await areaCalled(areas, slug);
  const owner = ownerName === undefined ? undefined : await ownerCalled(areas, area, ownerName);
  const on = owner ? `owner:${owner.id}` : asset === undefined ? 'area' : 'asset';
  const wish = parse(giveRightSchema, { ...given, on, asset, ends_on: until });
  await rights.give(area, wish, { id: 'system', name: 'The administrator of this site' });
  console.log(
    `${wish.email} is now ${ROLES[wish.role].words.toLowerCase()} for ${owner?.name ?? asset ?? area.name}${until ? ` until ${until}` : ''}. A mail says how to sign in.`,
  );
}

async function areaCalled(areas: Deps['areas'], slug: string | undefined): Promise<Area> {
  if (slug === undefined) throw invalid([{ field: 'area', message: 'Name the area: --area SLUG.' }]);
  const area = await areas.bySlug(slug);
  if (!area)
    throw invalid([
      {
        field: 'area',
        message: `There is no area "${slug}". Its short name is what stands after "area create --slug".`,
      },
    ]);
  return area;
}

async function ownerCalled(areas: Deps['areas'], area: Area, name: string): Promise<Owner> {
  const owners = (await areas.owners()).filter(({ areaId }) => areaId === area.id);
  const owner = owners.find((one) => plain(one.name) === plain(name));
  if (!owner) {
    const named = owners.slice(0, MOST_NAMED).map((one) => `"${one.name}"`);
    const more = owners.length - named.length;
    const there =
      owners.length === 0
        ? 'An import makes owners.'
        : `There are: ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`;
    throw invalid([{ field: 'owner', message: `There is no owner "${name}" in ${area.name}. ${there}` }]);
  }
  return owner;
}

const MOST_NAMED = 20;
/** A name as it is typed at a keyboard: with straight apostrophes, in small letters, with single spaces. */
const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[\u2018\u2019\u02BC`\u00B4]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
