import type { Role, Who } from '../../ground/people/role-contract.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import type { Answering, Declining, Interest } from './interest-contract.ts';
import type { InterestDeps } from './interest-deps.ts';
import { ahead } from './interest-due-rules.ts';
import { mustBeAsSeen, type InterestSteps } from './interest-steps.ts';
import { interestsOn } from './interest-store.ts';
import { DECLINE_WORDS } from './interest-words.ts';
import { viewingsOn } from './viewing-store.ts';

type Deps = Pick<InterestDeps, 'inOneTransaction'> & { steps: InterestSteps };

/** What the owner says to somebody who is interested; a broker or the monitoring officer says it for an owner who does not. */
export function answering({ inOneTransaction, steps }: Deps) {
  return {
    /** Where times lie ahead already, they are offered with the answer. */
    answer: (who: Who, id: string, { seen, facts, costs, hazards }: Answering): Promise<Interest> =>
      inOneTransaction(async (unit) => {
        const { interest, today } = await taken(unit, id);
        mustBeAsSeen(interest, seen);
        const by = moverOf(who, interest);
        const moving = { by, actor: who.personId, on: today };
        const answered = await steps.move(unit, interest, 'answer', { ...moving, fields: { facts, costs, hazards } });
        const times = ahead(await viewingsOn(unit.trx).of(interest.assetId), today);
        return times.length === 0 ? answered : steps.move(unit, answered, 'offer', moving);
      }),
    decline: (who: Who, id: string, { seen, reason, outcome }: Declining): Promise<Interest> =>
      inOneTransaction(async (unit) => {
        const { interest, today } = await taken(unit, id);
        mustBeAsSeen(interest, seen);
        return steps.move(unit, interest, 'decline', {
          by: moverOf(who, interest),
          actor: who.personId,
          on: today,
          fields: { declined: reason, outcome: `${DECLINE_WORDS[reason]}. ${outcome}` },
        });
      }),
  };

  /** One after the other with those who change times: whoever answers sees all of them. */
  async function taken(unit: UnitOfWork, id: string): ReturnType<InterestSteps['locked']> {
    const interest = await interestsOn(unit.trx).byId(id);
    if (interest) await interestsOn(unit.trx).takeTurn(interest.areaId);
    return steps.locked(unit, id);
  }
}

/** As what somebody answers: the table of rights has said that they may. */
export function moverOf({ rights }: Who, { areaId }: Pick<Interest, 'areaId'>): Role {
  const held = rights.filter(({ scopeId }) => scopeId === areaId).map(({ role }) => role);
  if (held.includes('monitoring_officer')) return 'monitoring_officer';
  return held.includes('broker') || held.includes('area_administrator') ? 'broker' : 'owner_representative';
}
