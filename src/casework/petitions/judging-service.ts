import type { Who } from '../../ground/people/role-contract.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import { conflict, notFound } from '../../kernel/problem.ts';
import type { PetitionDeps } from './petition-deps.ts';
import type { PetitionFactKind } from './petition-facts.ts';
import type { PetitionSteps } from './petition-steps.ts';
import { patternsIn, type Pattern } from './pattern-rules.ts';
import { signaturesOn } from './signature-store.ts';
import type { Signature, Strike } from './signature-contract.ts';
import { strikesOn } from './strike-store.ts';

type Deps = PetitionDeps & { steps: PetitionSteps };
/** Shown at once; the next come when these are judged. */
const DOUBLES_AT_ONCE = 50;

/** What a person judges of signatures: those that look made by a script, and those that may be of somebody who has signed already. */
export function judging({ db, clock, newId, inOneTransaction, steps }: Deps) {
  return {
    patterns: async (petitionId: string): Promise<Pattern[]> => patternsIn(await strikesOn(db).seen(petitionId)),
    strikes: (petitionId: string): Promise<Strike[]> => strikesOn(db).of(petitionId),

    /** Two signatures beside each other: whether it is the same person is for whoever reads them to say. */
    async doubles(petitionId: string): Promise<{ one: Signature; other: Signature | null }[]> {
      const doubles = await signaturesOn(db).doubles(petitionId, DOUBLES_AT_ONCE);
      const others = await signaturesOn(db).byIds(doubles.flatMap(({ sameAs }) => sameAs ?? []));
      return doubles.map((one) => ({ one, other: others.find(({ id }) => id === one.sameAs) ?? null }));
    },

    /**
     * Strikes all of a pattern that was shown, if there are still as many.
     * @throws Problem 409 where it has changed since: the new count is looked at first
     */
    strike: (who: Who, petitionId: string, given: { pattern: string; count: number }): Promise<Strike> =>
      inOneTransaction(async (unit) => {
        await mustBeCounting(unit, petitionId);
        const store = strikesOn(unit.trx);
        const pattern = patternsIn(await store.seen(petitionId)).find(({ key }) => key === given.pattern);
        if (!pattern || pattern.ids.length !== given.count)
          throw conflict('The pattern has changed since you looked. Look at it again, and at how many it is now.');
        const strike: Strike = {
          id: newId(),
          petitionId,
          kind: pattern.kind,
          count: pattern.ids.length,
          standing: true,
          struckBy: who.personId,
          struckAt: clock().toISOString(),
          changedBy: null,
          changedAt: null,
        };
        await store.add(strike);
        await store.strike(petitionId, pattern.ids, strike.id);
        await recorded(unit, petitionId, 'signatures_struck', who, { kind: strike.kind, count: strike.count });
        return strike;
      }),

    /** Takes a strike back, or strikes the same again. Twice is once. */
    setStrike: (who: Who, petitionId: string, strikeId: string, standing: boolean): Promise<void> =>
      inOneTransaction(async (unit) => {
        await mustBeCounting(unit, petitionId);
        const store = strikesOn(unit.trx);
        const strike = await store.byId(strikeId);
        if (!strike || strike.petitionId !== petitionId) throw notFound('strike');
        if (strike.standing === standing) return;
        const count = standing ? await store.redo(petitionId, strikeId) : await store.undo(petitionId, strikeId);
        await store.change({ ...strike, standing, changedBy: who.personId, changedAt: clock().toISOString() });
        await recorded(unit, petitionId, standing ? 'strike_redone' : 'strike_undone', who, {
          kind: strike.kind,
          count,
        });
      }),

    /** Says whether two of the same name and postcode are the same person. */
    judge: (who: Who, petitionId: string, signatureId: string, verdict: 'same' | 'different'): Promise<void> =>
      inOneTransaction(async (unit) => {
        await mustBeCounting(unit, petitionId);
        const store = signaturesOn(unit.trx);
        const before = await store.lock(signatureId);
        if (!before || before.petitionId !== petitionId) throw notFound('signature');
        if (before.sameAs === null || before.standing !== 'valid') return;
        const standing = verdict === 'same' ? ('duplicate' as const) : before.standing;
        await store.change(before, { ...before, sameAs: null, standing });
        await recorded(unit, petitionId, 'double_judged', who, { verdict });
      }),
  };

  /** Until the count is out. After it nothing changes it. */
  async function mustBeCounting(unit: UnitOfWork, petitionId: string): Promise<void> {
    const { petition } = await steps.locked(unit, petitionId);
    if (petition.state !== 'open' && petition.state !== 'verifying')
      throw conflict('The signatures of this petition are counted. Nothing changes the count any more.');
  }

  async function recorded(
    unit: UnitOfWork,
    petitionId: string,
    kind: PetitionFactKind,
    who: Who,
    after: Record<string, unknown>,
  ): Promise<void> {
    const { petition } = await steps.locked(unit, petitionId);
    unit.record({
      kind,
      areaId: petition.areaId,
      subjectKind: 'petition',
      subjectId: petitionId,
      actor: who.personId,
      after,
    });
  }
}
