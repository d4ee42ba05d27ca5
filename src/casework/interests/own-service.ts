import type { Who } from '../../ground/people/role-contract.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import { conflict, invalid, notFound } from '../../kernel/problem.ts';
import { dateWords } from '../../kernel/day-words.ts';
import type { Interest, InterestState } from './interest-contract.ts';
import type { InterestDeps } from './interest-deps.ts';
import { ahead } from './interest-due-rules.ts';
import { mustBeAsSeen, type InterestSteps } from './interest-steps.ts';
import { interestsOn } from './interest-store.ts';
import type { TakingPlace, ViewingPlace } from './viewing-contract.ts';
import { viewingsOn } from './viewing-store.ts';

type Deps = InterestDeps & { steps: InterestSteps };

/** What whoever is interested does: takes a place in a time, gives it back, writes down what they saw, shows it, takes all of it back. */
export function ownInterest(deps: Deps) {
  const { db, clock, newId, inOneTransaction, steps, showBy } = deps;
  return {
    /** Takes a place; one in another time that is still to come is given back for it. @throws Problem 400, 404, 409 */
    take: (who: Who, id: string, { viewing: viewingId, people }: TakingPlace): Promise<void> =>
      inOneTransaction(async (unit) => {
        const { interest, today } = await taken(unit, id);
        const store = viewingsOn(unit.trx);
        const viewing = ahead(await store.of(interest.assetId), today).find((one) => one.id === viewingId);
        if (interest.state !== 'viewing' || !viewing)
          throw conflict('This time is not offered any more. Look at the page again: it says which ones are.');
        const had = await store.placesOfInterest(id);
        const others = (await store.placesOf([viewingId])).filter(({ interestId }) => interestId !== id);
        const free = viewing.places - others.reduce((all, one) => all + one.people, 0);
        if (people > free)
          throw invalid(
            [
              {
                field: 'viewing',
                message:
                  free <= 0
                    ? 'This time is full. Choose another one.'
                    : `Only ${free} can still come to this time. Choose another one, or come with fewer.`,
              },
            ],
            409,
          );
        const same = had.find((one) => one.viewingId === viewingId);
        if (same?.people === people) return;
        await gaveBack(
          unit,
          who,
          interest,
          had.filter((one) => one !== same),
          today,
        );
        const place: ViewingPlace = same
          ? { ...same, people }
          : {
              id: newId(),
              viewingId,
              interestId: id,
              people,
              state: 'confirmed',
              came: null,
              takenAt: clock().toISOString(),
            };
        await (same ? store.changePlace(place) : store.addPlace(place));
        recordPlace(unit, 'viewing_place_taken', interest, place, who);
        await interestsOn(unit.trx).change(await steps.counted(unit.trx, interest));
      }),

    /** @throws Problem 404 where they have none */
    giveBack: (who: Who, id: string): Promise<void> =>
      inOneTransaction(async (unit) => {
        const { interest, today } = await taken(unit, id);
        const given = await gaveBack(unit, who, interest, await viewingsOn(unit.trx).placesOfInterest(id), today);
        if (given === 0) throw conflict('You have no place in a time that is still to come.');
        await interestsOn(unit.trx).change(await steps.counted(unit.trx, interest));
      }),

    /** What they saw. It may be written as long as the case is kept. */
    note: (who: Who, id: string, note: string): Promise<void> =>
      inOneTransaction(async (unit) => {
        const { interest } = await steps.locked(unit, id);
        if (interest.personId === null) throw notFound('interest');
        if (!(await hasBeen(unit, interest)))
          throw conflict('You can write down what you saw once you have seen the place.');
        await interestsOn(unit.trx).change({ ...interest, note });
        unit.record({
          ...about(interest),
          kind: 'interest_noted',
          actor: who.personId,
          publicText: 'What was seen is written down.',
        });
      }),

    /** What was seen shows an answer of a proposal that they are writing. @throws Problem 400, 404, 409 */
    async useNote(who: Who, id: string, { test, criterion }: { test: string; criterion: string }): Promise<void> {
      const interest = await interestsOn(db).byId(id);
      if (!interest) throw notFound('interest');
      if (interest.note === '') throw conflict('Write down first what you saw.');
      const drafts = await deps.draftsFor(who, interest.assetId);
      if (!drafts.some(({ testId }) => testId === test)) throw notFound('proposal');
      const places = await viewingsOn(db).placesOfInterest(id);
      const [seen] = (await viewingsOn(db).of(interest.assetId)).filter((one) =>
        places.some(({ viewingId }) => viewingId === one.id && one.state === 'offered'),
      );
      const words = `Seen at a viewing${seen ? ` on ${dateWords(seen.day)}` : ''} (${interest.number}): ${interest.note}`;
      await showBy(who, test, { criterion, words, once: `${id}:${criterion}:${interest.note}` });
      await inOneTransaction(async (unit) => {
        unit.record({
          ...about(interest),
          kind: 'interest_note_used',
          actor: who.personId,
          after: { test, criterion },
        });
      });
    },

    withdraw: (who: Who, id: string, seen: InterestState): Promise<Interest> => ends(who, id, seen, 'withdraw'),
    /** They go on, or have seen enough. */
    finish: (who: Who, id: string, seen: InterestState): Promise<Interest> => ends(who, id, seen, 'close'),
  };

  function ends(who: Who, id: string, seen: InterestState, act: 'withdraw' | 'close'): Promise<Interest> {
    return inOneTransaction(async (unit) => {
      const { interest, today } = await taken(unit, id);
      mustBeAsSeen(interest, seen);
      await gaveBack(unit, who, interest, await viewingsOn(unit.trx).placesOfInterest(id), today);
      return steps.move(unit, interest, act, { by: 'asker', actor: who.personId, on: today });
    });
  }

  /** One after the other, so that no time has more people than places. */
  async function taken(unit: UnitOfWork, id: string): ReturnType<InterestSteps['locked']> {
    const interest = await interestsOn(unit.trx).byId(id);
    if (!interest) throw notFound('interest');
    await interestsOn(unit.trx).takeTurn(interest.areaId);
    return steps.locked(unit, id);
  }

  /** Of these places, those in times to come. @returns how many */
  async function gaveBack(unit: UnitOfWork, who: Who, interest: Interest, had: readonly ViewingPlace[], today: string) {
    const times = ahead(await viewingsOn(unit.trx).of(interest.assetId), today);
    const open = had.filter(({ viewingId }) => times.some(({ id }) => id === viewingId));
    for (const place of open) {
      await viewingsOn(unit.trx).changePlace({ ...place, state: 'given_back' });
      recordPlace(unit, 'viewing_place_given_back', interest, place, who);
    }
    return open.length;
  }

  async function hasBeen({ trx }: UnitOfWork, { id, assetId, areaId, state }: Interest): Promise<boolean> {
    if (state === 'seen') return true;
    const today = await steps.todayIn(trx, areaId);
    const mine = await viewingsOn(trx).placesOfInterest(id);
    return (await viewingsOn(trx).of(assetId)).some(
      (one) =>
        one.state === 'offered' &&
        one.day <= today &&
        mine.some(({ viewingId, came }) => viewingId === one.id && came !== false),
    );
  }
}

const about = ({ id, areaId }: Interest) => ({ areaId, subjectKind: 'interest', subjectId: id });

function recordPlace(
  unit: UnitOfWork,
  kind: 'viewing_place_taken' | 'viewing_place_given_back',
  { areaId, personId, id }: Interest,
  place: ViewingPlace,
  who: Who,
): void {
  unit.record({
    kind,
    areaId,
    subjectKind: 'viewing_place',
    subjectId: place.id,
    actor: who.personId,
    onBehalfOf: personId === who.personId ? null : personId,
    after: { interestId: id, viewingId: place.viewingId, people: place.people },
  });
}
