import type { Fact } from '../../kernel/fact.ts';
import type { Db } from '../../kernel/database.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import type { Role } from '../../ground/people/role-contract.ts';
import { outsideName } from '../../groups/groups/group-contract.ts';
import type { Petition } from './petition-contract.ts';
import { sponsoredFor } from './petition-count-rules.ts';
import type { PetitionTellingDeps } from './petition-deps.ts';
import type { PetitionFactKind } from './petition-facts.ts';
import { PETITION_AUDIENCES, petitionMail, type PetitionAudience, type PetitionTold } from './petition-mail-table.ts';
import type { PetitionSteps } from './petition-steps.ts';
import { petitionsOn } from './petition-store.ts';

type To = { personId: string; email: string | null };
/** Roles that are told, and who is where an area has named none. */
const OFFICERS: Record<Exclude<PetitionAudience, 'group'>, readonly Role[]> = {
  counters: ['democratic_services', 'broker', 'area_administrator'],
  councillors: ['ward_councillor'],
  brokers: ['broker', 'area_administrator'],
};

/** Tells those whom it concerns what has happened to a petition; its signers are told apart, and once. */
export function petitionTelling(deps: PetitionTellingDeps & { steps: Pick<PetitionSteps, 'countingFor'> }) {
  const { baseUrl, shown, groups, holders, tell, steps } = deps;
  return { tellAll, toldOf };

  async function tellAll(unit: UnitOfWork, { kind, subjectId }: Fact): Promise<void> {
    const petition = await petitionsOn(unit.trx).byId(subjectId);
    if (!petition) return;
    for (const audience of PETITION_AUDIENCES) {
      const mail = petitionMail(kind as PetitionFactKind, audience, await toldOf(unit.trx, petition));
      if (!mail) continue;
      const group = { id: audience === 'group' ? petition.groupId : null, areaId: petition.areaId };
      for (const to of await readers(unit.trx, petition, audience)) await tell(unit, group, to, mail);
    }
  }

  async function toldOf(db: Db, petition: Petition): Promise<PetitionTold> {
    const { terms } = await steps.countingFor(db, petition);
    const group = await groups.byId(db, petition.groupId);
    return {
      petition,
      place: (await shown(db, petition.assetId))?.name ?? 'a building that has left the register',
      group: group ? outsideName(group) : 'A group',
      sponsorNeeds: sponsoredFor(petition.threshold ?? terms.petition_most, terms),
      url: `${baseUrl}/petitions/${petition.id}`,
    };
  }

  async function readers(db: Db, { groupId, areaId }: Petition, audience: PetitionAudience): Promise<To[]> {
    if (audience === 'group')
      return (await groups.people(db, groupId))
        .filter(({ role }) => role !== 'group_member')
        .map(({ personId, email }) => ({ personId, email }));
    const held = await holders(db, 'area', [areaId]);
    for (const role of OFFICERS[audience]) {
      const named = held.filter((one) => one.role === role);
      if (named.length > 0) return [...new Map(named.map((one) => [one.personId, one])).values()];
    }
    return [];
  }
}
