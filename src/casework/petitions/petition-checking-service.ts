import type { Who } from '../../ground/people/role-contract.ts';
import { conflict } from '../../kernel/problem.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import type { Petition, SeenPetition, WordingReason } from './petition-contract.ts';
import { isNear } from './petition-count-rules.ts';
import type { PetitionDeps } from './petition-deps.ts';
import { mustBeAsSeenPetition } from './petition-own-service.ts';
import type { PetitionSteps } from './petition-steps.ts';
import { petitionsOn } from './petition-store.ts';
import { sheetsOn } from './sheet-store.ts';
import { waitsFor } from './sheet-rules.ts';
import { signaturesOn } from './signature-store.ts';

type Deps = PetitionDeps & { steps: PetitionSteps };
/** States in which a councillor may sponsor it. */
const SPONSORED_IN: readonly Petition['state'][] = ['open', 'verifying', 'short', 'lodged'];

/** What officers and councillors do with a petition: its wording, its count, and a sponsor’s word. */
export function petitionChecking({ inOneTransaction, proposals, steps }: Deps) {
  return {
    approve: (who: Who, id: string, { seen }: SeenPetition): Promise<Petition> =>
      inOneTransaction(async (unit) => {
        const { petition, today } = await steps.locked(unit, id);
        mustBeAsSeenPetition(petition, seen);
        const fields = await steps.opening.fields(unit, petition, today);
        return steps.move(unit, petition, 'approve', {
          by: 'democratic_services',
          actor: who.personId,
          on: today,
          fields,
        });
      }),

    turnBack: (who: Who, id: string, given: SeenPetition & { reason: WordingReason; because: string }) =>
      inOneTransaction(async (unit) => {
        const { petition, today } = await steps.locked(unit, id);
        mustBeAsSeenPetition(petition, given.seen);
        return steps.move(unit, petition, 'turn_back', {
          by: 'democratic_services',
          actor: who.personId,
          on: today,
          fields: { turnedBackFor: given.reason, reasons: given.because },
        });
      }),

    /**
     * Says what the count came to. Everything that a person has to look at has been looked at before.
     * @throws Problem 409 that says what is left
     */
    verify: (who: Who, id: string, { seen }: SeenPetition): Promise<Petition> =>
      inOneTransaction(async (unit) => {
        const { petition, today } = await steps.locked(unit, id);
        mustBeAsSeenPetition(petition, seen);
        const left = await leftToDo(unit, petition);
        if (left.length > 0) throw conflict(`Before the count: ${left.join('; ')}.`);
        const { valid, basis } = await steps.counted(unit.trx, petition);
        return steps.move(unit, petition, basis === null ? 'fall_short' : 'verify', {
          by: 'democratic_services',
          actor: who.personId,
          on: today,
          fields: { valid, basis, verifiedOn: today, tells: 'counted' },
        });
      }),

    /** A councillor sponsors it in writing: with fifty signatures that is as good as a hundred. Twice is once. */
    sponsor: (who: Who, id: string, { seen, words }: SeenPetition & { words: string }): Promise<Petition> =>
      inOneTransaction(async (unit) => {
        const { petition, today } = await steps.locked(unit, id);
        if (petition.sponsoredOn !== null) throw conflict('A councillor sponsors this petition already.');
        mustBeAsSeenPetition(petition, seen);
        if (!SPONSORED_IN.includes(petition.state)) throw conflict('This petition cannot be sponsored now.');
        await mustStillCount(unit, petition);
        const sponsored = { ...petition, sponsorId: who.personId, sponsorWords: words, sponsoredOn: today };
        await steps.keep(unit, sponsored);
        unit.record({
          kind: 'petition_sponsored',
          areaId: petition.areaId,
          subjectKind: 'petition',
          subjectId: id,
          actor: who.personId,
          publicText: `A councillor sponsors the petition: “${words}”`,
        });
        const now = (await petitionsOn(unit.trx).lock(id)) ?? sponsored;
        if (now.state !== 'short' && (now.state !== 'lodged' || now.basis !== null)) return now;
        const { basis } = await steps.counted(unit.trx, now);
        if (basis === null) return now;
        return steps.move(unit, now, 'sponsor_counts', {
          by: 'ward_councillor',
          actor: who.personId,
          on: today,
          fields: { basis },
        });
      }),

    leftToDo: (petition: Petition): Promise<string[]> => inOneTransaction((unit) => leftToDo(unit, petition)),
  };

  /** @throws Problem 409 once the owner’s time has begun: until then it could plan with what it knew */
  async function mustStillCount({ trx }: UnitOfWork, { groupId, assetId }: Petition): Promise<void> {
    const proposal = await proposals.openOf(trx, groupId, assetId);
    if (proposal && !proposals.isBeforeOwnersTime(proposal))
      throw conflict('The owner’s time to answer the proposal has begun, so the petition cannot change it any more.');
  }

  async function leftToDo({ trx }: UnitOfWork, petition: Petition): Promise<string[]> {
    const { valid } = await steps.counted(trx, petition);
    const waiting = waitsFor(await sheetsOn(trx).of(petition.id), isNear(valid, petition.threshold ?? 0));
    const doubles = await signaturesOn(trx).countDoubles(petition.id);
    return [
      ...(waiting.second > 0 ? [`sheets to be typed a second time: ${waiting.second}`] : []),
      ...(waiting.third > 0 ? [`sheets on which two people differ: ${waiting.third}`] : []),
      ...(doubles > 0 ? [`signatures that may be of somebody who has signed already: ${doubles}`] : []),
    ];
  }
}
