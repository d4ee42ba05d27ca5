import { unitsWithin, type UnitOfWork } from '../../kernel/facts.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Reaction } from '../../kernel/reactions.ts';
import { ASKED_STATES, type RequestState } from './request-contract.ts';
import type { RequestCore } from './request-deps.ts';
import { requestSteps } from './request-services.ts';
import { requestsOn } from './request-store.ts';
import { requestTestFollowing } from './test-following-service.ts';

type Deps = Omit<RequestCore, 'db' | 'inOneTransaction'>;

/**
 * A group's requests follow its result and its people in the transaction that brings them, so that no page says for half a minute what
 * is not so any more. What cannot be had just now is looked at again by the clock.
 */
export function followingReactions(deps: Deps) {
  const result: Reaction = (unit, { subjectId }) =>
    each(unit, subjectId, ASKED_STATES, (within, id) =>
      requestTestFollowing({ ...within, ...requestSteps(within) }).follow(id),
    );
  const people: Reaction = (unit, { subjectId }) =>
    each(unit, subjectId, ['incomplete'], (within, id) => requestSteps(within).sending.goOn(id));
  return { passport_result: [result], invitation_accepted: [people], person_brought_in: [people] };

  async function each(
    unit: UnitOfWork,
    groupId: string,
    states: readonly RequestState[],
    work: (within: RequestCore, id: string) => Promise<boolean>,
  ): Promise<void> {
    const within = { ...deps, db: unit.trx, inOneTransaction: unitsWithin(unit) };
    for (const id of await requestsOn(unit.trx).idsOf(groupId, states))
      await work(within, id).catch((error: unknown) => {
        if (!(error instanceof Problem)) throw error;
      });
  }
}
