import type { Who } from '../../ground/people/role-contract.ts';
import { conflict, invalid, notFound } from '../../kernel/problem.ts';
import type { BeginPetition, Petition, PetitionState, SeenPetition } from './petition-contract.ts';
import { SHORTEST_OPEN_DAYS } from './petition-contract.ts';
import type { PetitionDeps } from './petition-deps.ts';
import { petitionDue } from './petition-due-rules.ts';
import type { PetitionSteps } from './petition-steps.ts';
import { petitionsOn } from './petition-store.ts';

type Deps = PetitionDeps & { steps: PetitionSteps };

/** What a group does with its petition. */
export function petitionOwn({ db, clock, newId, inOneTransaction, shown, groups, caseNumber, proposals, steps }: Deps) {
  return {
    /** The building that somebody would like to gather signatures for. @throws Problem 404, 409 */
    lookedAt,

    /** Begins a petition. The same sending twice is once. @throws Problem 400, 404, 409 */
    begin: (who: Who, given: BeginPetition): Promise<Petition> =>
      inOneTransaction(async (unit) => {
        const { trx } = unit;
        const submission = given.submission ?? newId();
        const sent = await petitionsOn(trx).bySubmission(given.group, submission);
        if (sent) return sent;
        const asset = await lookedAt(given.asset, trx);
        const group = await groups.byId(trx, given.group);
        if (!group || group.closedAt !== null) throw notFound('group');
        if (group.areaId !== asset.area.id)
          throw invalid([
            { field: 'group', message: `Choose a group in ${asset.area.name}: the building stands there.` },
          ]);
        const proposal = await proposals.openOf(trx, given.group, given.asset);
        if (proposal && !proposals.isBeforeOwnersTime(proposal))
          throw conflict(
            'The owner’s time to answer your proposal has begun, so a petition cannot change it any more.',
          );
        const today = await steps.todayIn(trx, asset.area.id);
        const now = clock().toISOString();
        const counting = await steps.countingFor(trx, { areaId: asset.area.id, createdAt: now });
        const days = given.days ?? counting.terms.petition_open_days;
        if (days < SHORTEST_OPEN_DAYS || days > counting.terms.petition_most_days)
          throw invalid([
            {
              field: 'days',
              message: `Enter ${SHORTEST_OPEN_DAYS} to ${counting.terms.petition_most_days} days.`,
            },
          ]);
        const id = newId();
        const written: Petition = {
          ...NOTHING_YET,
          id,
          areaId: asset.area.id,
          number: await caseNumber(trx, asset.area, { kind: 'petition', id }),
          groupId: given.group,
          assetId: given.asset,
          stateOn: today,
          wording: given.wording,
          days,
          begunBy: who.personId,
          submission,
          createdAt: now,
          changedAt: now,
        };
        const petition = { ...written, dueOn: petitionDue(written, counting)?.due ?? null };
        if (!(await petitionsOn(trx).add(petition)))
          throw conflict('Your group has a petition for this building already. Open it from your own page.');
        unit.record({
          kind: 'petition_begun',
          areaId: petition.areaId,
          subjectKind: 'petition',
          subjectId: id,
          actor: who.personId,
          after: { state: petition.state, assetId: petition.assetId, groupId: petition.groupId },
        });
        return petition;
      }),

    /** Another wording, after the first was turned back. */
    sendAgain: (who: Who, id: string, { seen, wording }: SeenPetition & { wording: string }) =>
      act(who, id, seen, 'send_again', { wording, turnedBackFor: null, reasons: '' }),

    /** Takes it back. Whoever has signed is told, and forgotten. */
    withdraw: (who: Who, id: string, { seen }: SeenPetition) => act(who, id, seen, 'withdraw', {}),
  };

  async function lookedAt(assetId: string, on: PetitionDeps['db'] | Parameters<typeof shown>[0] = db) {
    const asset = await shown(on, assetId);
    if (!asset || asset.retiredOn !== null) throw notFound('place');
    if (asset.kind !== 'building') throw conflict('Petitions are for buildings. For land no signatures are needed.');
    return asset;
  }

  function act(
    who: Who,
    id: string,
    seen: PetitionState,
    what: 'send_again' | 'withdraw',
    fields: Partial<Petition>,
  ): Promise<Petition> {
    return inOneTransaction(async (unit) => {
      const { petition, today } = await steps.locked(unit, id);
      mustBeAsSeenPetition(petition, seen);
      const tells = what === 'withdraw' && petition.openedOn !== null ? ('withdrawn' as const) : petition.tells;
      return steps.move(unit, petition, what, {
        by: 'asker',
        actor: who.personId,
        on: today,
        fields: { ...fields, tells },
      });
    });
  }
}

/** @throws Problem 409 where the page is older than what has happened */
export function mustBeAsSeenPetition({ state }: Pick<Petition, 'state'>, seen: PetitionState): void {
  if (state !== seen)
    throw conflict(
      'This petition has moved on since you opened its page. Look at it again: it says what can be done now.',
    );
}

const NOTHING_YET = {
  state: 'checking',
  dueOn: null,
  turnedBackFor: null,
  reasons: '',
  openedOn: null,
  closesOn: null,
  residents: null,
  threshold: null,
  valid: null,
  basis: null,
  verifiedOn: null,
  unlooked: false,
  sponsorId: null,
  sponsorWords: '',
  sponsoredOn: null,
  tells: null,
  endedOn: null,
  outcome: '',
} as const satisfies Partial<Petition>;
