import type { Mover } from '../../ground/cases/transition-contract.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import { conflict, invalid, notFound, type Mistake } from '../../kernel/problem.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import { moverOf } from './answering-service.ts';
import type { InterestState } from './interest-contract.ts';
import type { InterestDeps } from './interest-deps.ts';
import { ahead } from './interest-due-rules.ts';
import type { InterestSteps } from './interest-steps.ts';
import { interestsOn } from './interest-store.ts';
import type { ChangingViewing, Offering, Viewing } from './viewing-contract.ts';
import { viewingsOn } from './viewing-store.ts';

type Deps = Pick<InterestDeps, 'clock' | 'newId' | 'inOneTransaction'> & { steps: InterestSteps };
type By = { by: Mover; actor: string };
const TOLD: readonly InterestState[] = ['answered', 'viewing_chased', 'unseen', 'viewing'];

/** Times at which a place can be seen: offered, changed and cancelled by whoever answers for it. */
export function viewings({ clock, newId, inOneTransaction, steps }: Deps) {
  return {
    /** Offers a time. Everybody who waits to see the place is told. The same form twice is once. @throws Problem 400, 404 */
    offer: (who: Who, interestId: string, given: Offering): Promise<void> =>
      inOneTransaction(async (unit) => {
        const interest = await interestsOn(unit.trx).byId(interestId);
        if (!interest) throw notFound('interest');
        const { areaId, assetId } = interest;
        await interestsOn(unit.trx).takeTurn(areaId);
        const today = await steps.todayIn(unit.trx, areaId);
        mustBeAhead(given, today);
        const viewing: Viewing = {
          ...asKept(given),
          id: newId(),
          areaId,
          assetId,
          state: 'offered',
          reason: '',
          version: 0,
          submission: given.submission ?? newId(),
          createdAt: clock().toISOString(),
        };
        if (!(await viewingsOn(unit.trx).add(viewing))) return;
        record(unit, 'viewing_offered', viewing, who.personId);
        await followed(unit, assetId, today, { by: moverOf(who, interest), actor: who.personId });
      }),

    /** Everybody who has a place is told, with the new time for their calendars. @throws Problem 400, 404, 409 */
    change: (who: Who, id: string, { reason, ...given }: ChangingViewing): Promise<void> =>
      inOneTransaction(async (unit) => {
        const { viewing, today } = await taken(unit, id);
        mustBeAhead(given, today);
        const held = await viewingsOn(unit.trx).placesOf([id]);
        const people = held.reduce((all, one) => all + one.people, 0);
        if (given.places < people)
          throw invalid([
            { field: 'places', message: `${people} people have a place already. Enter ${people} or more.` },
          ]);
        const changed = { ...viewing, ...asKept(given), reason, version: viewing.version + 1 };
        await viewingsOn(unit.trx).change(changed);
        record(unit, 'viewing_changed', changed, who.personId, viewing);
        await recounted(unit, viewing.assetId);
      }),

    /** Everybody who had a place is told; whoever has no other time left waits for one again. @throws Problem 404, 409 */
    cancel: (who: Who, id: string, reason: string): Promise<void> =>
      inOneTransaction(async (unit) => {
        const { viewing, today } = await taken(unit, id);
        const cancelled: Viewing = { ...viewing, state: 'cancelled', reason, version: viewing.version + 1 };
        await viewingsOn(unit.trx).change(cancelled);
        record(unit, 'viewing_cancelled', cancelled, who.personId, viewing);
        await left(unit, viewing.assetId, today, { by: moverOf(who, viewing), actor: who.personId });
      }),

    /** Who came, as whoever opened up says. @param came ids of the places of those who did */
    came: (who: Who, id: string, came: readonly string[]): Promise<void> =>
      inOneTransaction(async (unit) => {
        const viewing = await viewingsOn(unit.trx).byId(id);
        if (!viewing || viewing.state === 'cancelled') throw notFound('time');
        if (viewing.day > (await steps.todayIn(unit.trx, viewing.areaId)))
          throw conflict('This time is still to come. Say who came once it is over.');
        for (const place of await viewingsOn(unit.trx).placesOf([id]))
          await viewingsOn(unit.trx).changePlace({ ...place, came: came.includes(place.id) });
        record(unit, 'viewing_came_noted', viewing, who.personId);
      }),
  };

  async function taken(unit: UnitOfWork, id: string): Promise<{ viewing: Viewing; today: Day }> {
    const known = await viewingsOn(unit.trx).byId(id);
    if (!known) throw notFound('time');
    await interestsOn(unit.trx).takeTurn(known.areaId);
    const viewing = (await viewingsOn(unit.trx).byId(id)) ?? known;
    const today = await steps.todayIn(unit.trx, viewing.areaId);
    if (viewing.state === 'cancelled') throw conflict('This time has been cancelled already.');
    if (viewing.day < today) throw conflict('This time is over, so it cannot be changed any more.');
    return { viewing, today };
  }

  /** A new time is there: those who wait are told; those who have a place in another keep it. */
  async function followed(unit: UnitOfWork, assetId: string, today: Day, { by, actor }: By): Promise<void> {
    for (const { id } of await interestsOn(unit.trx).openFor(assetId)) {
      const { interest } = await steps.locked(unit, id);
      if (!TOLD.includes(interest.state)) continue;
      const has = interest.state === 'viewing' && (await liveTimes(unit, interest.id)).length > 0;
      if (!has) await steps.move(unit, interest, 'offer', { by, actor, on: today });
    }
  }

  /** A time is gone: whoever has none left waits again, the others go on. */
  async function left(unit: UnitOfWork, assetId: string, today: Day, { by, actor }: By): Promise<void> {
    const times = ahead(await viewingsOn(unit.trx).of(assetId), today);
    for (const { id, state } of await interestsOn(unit.trx).openFor(assetId)) {
      if (state !== 'viewing') continue;
      const { interest } = await steps.locked(unit, id);
      if (interest.state !== 'viewing') continue;
      if (times.length === 0 && (await liveTimes(unit, id)).length === 0)
        await steps.move(unit, interest, 'lose_times', { by, actor, on: today });
      else await interestsOn(unit.trx).change(await steps.counted(unit.trx, interest));
    }
  }

  async function recounted(unit: UnitOfWork, assetId: string): Promise<void> {
    for (const { id, state } of await interestsOn(unit.trx).openFor(assetId)) {
      if (state !== 'viewing') continue;
      const interest = await interestsOn(unit.trx).lock(id);
      if (interest) await interestsOn(unit.trx).change(await steps.counted(unit.trx, interest));
    }
  }

  /** Times that take place in which an interest has a place. */
  async function liveTimes({ trx }: UnitOfWork, interestId: string): Promise<Viewing[]> {
    const found: Viewing[] = [];
    for (const { viewingId } of await viewingsOn(trx).placesOfInterest(interestId)) {
      const viewing = await viewingsOn(trx).byId(viewingId);
      if (viewing?.state === 'offered') found.push(viewing);
    }
    return found;
  }
}

type Times = Pick<Offering, 'day' | 'begins' | 'ends' | 'places' | 'meeting' | 'key_note'>;
const asKept = ({ day, begins, ends, places, meeting, key_note: keyNote }: Times) => ({
  day,
  begins,
  ends,
  places,
  meeting,
  keyNote,
});

function mustBeAhead({ day, begins, ends }: Times, today: Day): void {
  const mistakes: Mistake[] = [];
  if (day <= today)
    mistakes.push({ field: 'day', message: 'Choose a day that is still to come, so that people can be told.' });
  if (ends <= begins) mistakes.push({ field: 'ends', message: 'Choose an end that is later than the beginning.' });
  if (mistakes.length > 0) throw invalid(mistakes);
}

type ViewingFact = 'viewing_offered' | 'viewing_changed' | 'viewing_cancelled' | 'viewing_came_noted';
/** When it is stands on the record; where to come and how the door opens do not. */
function record(
  unit: UnitOfWork,
  kind: ViewingFact,
  viewing: Viewing,
  actor: string,
  before: Viewing | null = null,
): void {
  const shown = ({ day, begins, ends, places, state, reason }: Viewing) => ({
    day,
    begins,
    ends,
    places,
    state,
    reason,
  });
  unit.record({
    kind,
    areaId: viewing.areaId,
    subjectKind: 'viewing',
    subjectId: viewing.id,
    actor,
    before: before && shown(before),
    after: { ...shown(viewing), assetId: viewing.assetId },
  });
}
