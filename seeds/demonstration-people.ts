import type { Services } from '../src/services.ts';
import type { Area, Owner } from '../src/ground/areas/area-contract.ts';
import { DEMONSTRATION_PEOPLE } from '../src/ground/people/demonstration-contract.ts';
import type { NewRight } from '../src/ground/people/people-service.ts';
import type { Role, Scope } from '../src/ground/people/role-contract.ts';
import type { UnitOfWork } from '../src/kernel/facts.ts';
import { deskAssetsOn } from '../src/register/assets/asset-edit-list-store.ts';
import { ACTOR } from './demonstration-actor.ts';
import { marlbeckOwners } from './marlbeck/owners.ts';

/** The community centre and the library whose doors the demonstration’s caretaker opens. */
const KEPT_PLACES = ['MBC-B-0027', 'NCC-L-0300'];

/** One person a role, so that each home can be tried, and somebody who answers for each owner. Groups come with the story. */
export async function addPeople({ people }: Services, unit: UnitOfWork, area: Area, owners: Owner[]): Promise<void> {
  const rights = await rightsIn(unit, area);
  for (const { email, name, role } of DEMONSTRATION_PEOPLE) {
    const person = await people.personWith(unit, email, name, ACTOR);
    for (const right of rights[role] ?? []) await people.grant(unit, person.id, right, ACTOR);
  }
  for (const { id, name } of owners) {
    const answers = marlbeckOwners.find((owner) => owner.name === name)?.answers;
    if (!answers) continue;
    const person = await people.personWith(unit, answers.email, answers.name, ACTOR);
    await people.grant(unit, person.id, rightOn(area, 'owner_representative', 'owner', id), ACTOR);
  }
}

type DemonstrationRole = (typeof DEMONSTRATION_PEOPLE)[number]['role'];

/** Which rights go with which person. Who answers for an owner gets theirs with the owner. */
async function rightsIn({ trx }: UnitOfWork, area: Area): Promise<Partial<Record<DemonstrationRole, NewRight[]>>> {
  const ofArea = (role: Role): NewRight[] => [rightOn(area, role, 'area', area.id)];
  const kept = await Promise.all(KEPT_PLACES.map((code) => deskAssetsOn(trx).called(area.id, code)));
  return {
    'asset broker': ofArea('broker'),
    'area administrator': ofArea('area_administrator'),
    'monitoring officer': ofArea('monitoring_officer'),
    'decision officer': ofArea('decision_officer'),
    'ward councillor': ofArea('ward_councillor'),
    'second ward councillor': ofArea('ward_councillor'),
    'chair of hearings': ofArea('hearing_chair'),
    'democratic services': ofArea('democratic_services'),
    'member of the review panel': ofArea('review_panel'),
    'scorer of the benefit test': ofArea('scorer'),
    'second scorer of the benefit test': ofArea('scorer'),
    'panel member, and reserve scorer': ofArea('panel_member'),
    'caretaker of a community centre': kept.flat().map(({ id }) => rightOn(area, 'caretaker', 'asset', id)),
  };
}

const rightOn = ({ id: areaId }: Area, role: Role, scope: Scope, scopeId: string): NewRight => ({
  role,
  scope,
  scopeId,
  areaId,
  endsOn: null,
});
