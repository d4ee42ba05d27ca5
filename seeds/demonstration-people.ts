import type { Services } from '../src/services.ts';
import type { Area, Owner } from '../src/ground/areas/area-contract.ts';
import { DEMONSTRATION_PEOPLE } from '../src/ground/people/demonstration-contract.ts';
import type { NewRight } from '../src/ground/people/people-service.ts';
import type { Role, Scope } from '../src/ground/people/role-contract.ts';
import type { GroupDetails } from '../src/groups/groups/group-contract.ts';
import type { UnitOfWork } from '../src/kernel/facts.ts';
import { deskAssetsOn } from '../src/register/assets/asset-edit-list-store.ts';
import { ACTOR } from './demonstration-actor.ts';
import { askForPassport } from './demonstration-passport.ts';
import { marlbeckOwners } from './marlbeck/owners.ts';

/** The library whose doors the demonstration’s caretaker opens. */
const KEPT_LIBRARY = 'NCC-L-0300';
const DEMONSTRATION_GROUP: GroupDetails = {
  name: 'Harbour Growers',
  public_name: null,
  legal_form: 'unconstituted',
  size: '10_to_30',
  telephone: null,
  purpose: 'We grow vegetables and flowers on neglected corners, and share what we harvest.',
  audience: 'Anybody in Marlbeck who likes to get their hands dirty',
};

/** One person a role, so that each home can be tried, and somebody who answers for each owner. */
export async function addPeople(services: Services, unit: UnitOfWork, area: Area, owners: Owner[]): Promise<void> {
  const { people, groups, newId } = services;
  const rights = await rightsIn(unit, area);
  for (const { email, name, role } of DEMONSTRATION_PEOPLE) {
    const person = await people.personWith(unit, email, name, ACTOR);
    const right = rights[role];
    if (right) await people.grant(unit, person.id, right, ACTOR);
    if (role !== 'leads a community group') continue;
    const group = await groups.createIn(unit, area, { ...DEMONSTRATION_GROUP, submission: newId() }, person.id);
    await askForPassport(services, unit, area, group, person.id);
  }
  await answerForOwners(services, unit, area, owners);
}

async function answerForOwners({ people }: Services, unit: UnitOfWork, area: Area, owners: Owner[]): Promise<void> {
  for (const { id, name } of owners) {
    const answers = marlbeckOwners.find((owner) => owner.name === name)?.answers;
    if (!answers) continue;
    const person = await people.personWith(unit, answers.email, answers.name, ACTOR);
    const right = { role: 'owner_representative', scope: 'owner', scopeId: id, areaId: area.id, endsOn: null } as const;
    await people.grant(unit, person.id, right, ACTOR);
  }
}

type DemonstrationRole = (typeof DEMONSTRATION_PEOPLE)[number]['role'];

/** Which right goes with which person. Who leads a group gets theirs with the group. */
async function rightsIn(
  { trx }: UnitOfWork,
  { id: areaId }: Area,
): Promise<Partial<Record<DemonstrationRole, NewRight | undefined>>> {
  const [library] = await deskAssetsOn(trx).called(areaId, KEPT_LIBRARY);
  const right = (role: Role, scope: Scope, scopeId: string): NewRight => ({
    role,
    scope,
    scopeId,
    areaId,
    endsOn: null,
  });
  const scorer = right('scorer', 'area', areaId);
  return {
    'asset broker': right('broker', 'area', areaId),
    'area administrator': right('area_administrator', 'area', areaId),
    'ward councillor': right('ward_councillor', 'area', areaId),
    'scorer of the benefit test': scorer,
    'second scorer of the benefit test': scorer,
    'caretaker of a library': library && right('caretaker', 'asset', library.id),
  };
}
