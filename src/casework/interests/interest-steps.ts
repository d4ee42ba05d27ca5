import type { Mover } from '../../ground/cases/transition-contract.ts';
import { after, isEnd } from '../../ground/cases/transition-rules.ts';
import { dayIn } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/database.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import { conflict, notFound } from '../../kernel/problem.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { Interest, InterestAct, InterestState } from './interest-contract.ts';
import type { InterestSteppingDeps } from './interest-deps.ts';
import { countedFromIn, dueOf, hasSeen, silentAct, type Counting } from './interest-due-rules.ts';
import { INTEREST_FACTS } from './interest-facts.ts';
import { INTEREST_HISTORY, registerAnswer } from './interest-words.ts';
import { interestsOn } from './interest-store.ts';
import { INTEREST_TABLE } from './interest-table.ts';
import { viewingsOn } from './viewing-store.ts';

type Moving = { by: Mover; actor: string; on: Day; fields?: Partial<Interest> };
/** A clock that ran on for years meets no more states than this. */
const MOST_STEPS = 50;

/** Taking an interest from one state to the next, in the transaction in hand. What is not in the table is refused. */
export function interestSteps({ clock, areas, termsOn, shown }: InterestSteppingDeps) {
  return { move, locked, todayIn, countingFor, counted };

  async function todayIn(db: Db, areaId: string): Promise<Day> {
    const area = await areas.byId(db, areaId);
    if (!area) throw notFound('area');
    return dayIn(area.timeZone, clock());
  }

  /** An interest, held until the end, with all that the clock had to do by now done. @throws Problem 404 */
  async function locked(unit: UnitOfWork, id: string): Promise<{ interest: Interest; today: Day; moved: number }> {
    let interest = await interestsOn(unit.trx).lock(id);
    if (!interest) throw notFound('interest');
    const today = await todayIn(unit.trx, interest.areaId);
    let moved = 0;
    while (interest.dueOn !== null && interest.dueOn < today && moved < MOST_STEPS) {
      interest = await tick(unit, interest, interest.dueOn);
      moved++;
    }
    return { interest, today, moved };
  }

  /** What silence does, on the day on which it was due, however late the clock is. */
  async function tick(unit: UnitOfWork, interest: Interest, on: Day): Promise<Interest> {
    const { viewings, mine } = await timesOf(unit.trx, interest);
    const act = silentAct(interest, hasSeen(viewings, mine, on));
    if (act === null) throw new Error(`Nothing happens to ${interest.number} when nobody acts.`);
    const asset = act === 'answer_by_register' ? await shown(unit.trx, interest.assetId) : undefined;
    const fields: Partial<Interest> =
      act === 'answer_by_register' ? { ...registerAnswer(asset ?? null), byRegister: true } : {};
    return move(unit, interest, act, { by: 'clock', actor: 'system', on, fields });
  }

  /** One step, with its fact. @throws Problem 409 for a step that the table does not have */
  async function move(
    unit: UnitOfWork,
    before: Interest,
    act: InterestAct,
    { by, actor, on, fields = {} }: Moving,
  ): Promise<Interest> {
    const to = after(INTEREST_TABLE, before.state, act, by);
    if (to === null)
      throw conflict('This has moved on meanwhile, so it cannot be done any more. Look at its page again.');
    const moved = await counted(unit.trx, { ...before, ...fields, state: to, stateOn: on });
    const interest = { ...moved, endedOn: isEnd(INTEREST_TABLE, to) ? on : null };
    await interestsOn(unit.trx).change(interest);
    unit.record({
      kind: INTEREST_FACTS[act],
      areaId: before.areaId,
      subjectKind: 'interest',
      subjectId: before.id,
      actor,
      before: { state: before.state, dueOn: before.dueOn },
      after: { state: to, on, dueOn: interest.dueOn },
      publicText: INTEREST_HISTORY[act],
    });
    return interest;
  }

  /** The same with its last day as it is now. */
  async function counted(db: Db, interest: Interest): Promise<Interest> {
    const { state, stateOn } = interest;
    const { viewings, mine } = await timesOf(db, interest);
    const countedFrom = countedFromIn(state, stateOn, viewings, mine);
    return { ...interest, countedFrom, dueOn: dueOf(state, countedFrom, await countingFor(db, interest))?.due ?? null };
  }

  async function countingFor(
    db: Db,
    { areaId, receivedOn }: Pick<Interest, 'areaId' | 'receivedOn'>,
  ): Promise<Counting> {
    return { terms: await termsOn(db, areaId, receivedOn), daysOff: await areas.bankHolidays(db, areaId) };
  }

  async function timesOf(db: Db, { id, assetId, state }: Interest) {
    if (state !== 'viewing') return { viewings: [], mine: [] };
    return { viewings: await viewingsOn(db).of(assetId), mine: await viewingsOn(db).placesOfInterest(id) };
  }
}
export type InterestSteps = ReturnType<typeof interestSteps>;

/** @throws Problem 409 where the page is older than what has happened */
export function mustBeAsSeen({ state }: Pick<Interest, 'state'>, seen: InterestState): void {
  if (state !== seen)
    throw conflict('This has moved on since you opened its page. Look at it again: it says what can be done now.');
}
