import { after, isEnd } from '../../ground/cases/transition-rules.ts';
import type { Mover } from '../../ground/cases/transition-contract.ts';
import { dayIn } from '../../kernel/clock.ts';
import { dayOf } from '../../kernel/day-contract.ts';
import type { Db } from '../../kernel/database.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import { conflict, notFound } from '../../kernel/problem.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { Petition, PetitionAct } from './petition-contract.ts';
import { basisOf, tallyOf } from './petition-count-rules.ts';
import type { PetitionSteppingDeps } from './petition-deps.ts';
import { petitionDue, type Counting } from './petition-due-rules.ts';
import { PETITION_ACT_FACTS } from './petition-facts.ts';
import { petitionOpening } from './petition-opening-steps.ts';
import { petitionsOn } from './petition-store.ts';
import { PETITION_TABLE } from './petition-table.ts';
import { PETITION_HISTORY } from './petition-words.ts';
import { signaturesOn } from './signature-store.ts';

/** Who takes a petition on, and what goes with it. */
type Moving = { by: Mover; actor: string; on: Day; fields?: Partial<Petition>; reason?: string };
export type LockedPetition = { petition: Petition; today: Day; moved: number };

/** A clock that ran on for years meets no more states than this. */
const MOST_STEPS = 20;
const CASE_TOO_LONG = 'The case of its proposal has gone on for longer than a petition goes with one.';

/** Taking a petition from one state to the next, in the transaction in hand. What is not in the table is refused. */
export function petitionSteps(deps: PetitionSteppingDeps) {
  const { clock, areas, termsOn, proposals } = deps;
  const opening = petitionOpening(deps);
  return { locked, move, keep, countingFor, counted, todayIn, opening };

  /** The day it is where the building stands. */
  async function todayIn(db: Db, areaId: string): Promise<Day> {
    const area = await areas.byId(db, areaId);
    if (!area) throw notFound('area');
    return dayIn(area.timeZone, clock());
  }

  /** A petition, held until the end, with all that the clock had to do by now done. @throws Problem 404 */
  async function locked(unit: UnitOfWork, id: string): Promise<LockedPetition> {
    const known = await petitionsOn(unit.trx).byId(id);
    if (!known) throw notFound('petition');
    await proposals.lockPlace(unit.trx, known.assetId);
    let petition = await petitionsOn(unit.trx).lock(id);
    if (!petition) throw notFound('petition');
    const today = await todayIn(unit.trx, petition.areaId);
    let moved = 0;
    while (petition.dueOn !== null && petition.dueOn < today && moved < MOST_STEPS) {
      petition = await tick(unit, petition, petition.dueOn, today);
      moved++;
    }
    return { petition, today, moved };
  }

  /** What silence does, on the day on which it was due. */
  async function tick(unit: UnitOfWork, petition: Petition, on: Day, today: Day): Promise<Petition> {
    const { state } = petition;
    const silently = (act: PetitionAct, fields: Partial<Petition> = {}, day = on): Promise<Petition> =>
      move(unit, petition, act, { by: 'clock', actor: 'system', on: day, fields });
    // It is open for all its days, however late the clock is.
    if (state === 'checking') return silently('let_open', await opening.fields(unit, petition, today), today);
    if (state === 'verifying') {
      const { valid, basis } = await counted(unit.trx, petition);
      const fields = { valid, basis, verifiedOn: on, unlooked: true, tells: 'counted' as const };
      return silently(basis === null ? 'fall_short_alone' : 'count_alone', fields);
    }
    const act = PETITION_TABLE[state].silence[0];
    if (act === undefined) throw new Error(`Nothing happens to ${petition.number} when nobody acts.`);
    if (state === 'lodged') return silently(act, { outcome: CASE_TOO_LONG });
    return silently(act, act === 'lapse' ? { tells: 'lapsed' } : {});
  }

  /** How many are valid now, and whether that is enough. */
  async function counted(db: Db, petition: Petition): Promise<Pick<Petition, 'basis'> & { valid: number }> {
    const { valid } = tallyOf(await signaturesOn(db).countsOf(petition.id));
    const { terms } = await countingFor(db, petition);
    const sponsored = petition.sponsoredOn !== null;
    return { valid, basis: basisOf({ valid, sponsored }, petition.threshold ?? terms.petition_most, terms) };
  }

  /** @throws Problem 409 for a step that the table does not have */
  async function move(
    unit: UnitOfWork,
    before: Petition,
    act: PetitionAct,
    { by, actor, on, fields = {}, reason = '' }: Moving,
  ): Promise<Petition> {
    const to = after(PETITION_TABLE, before.state, act, by);
    if (to === null)
      throw conflict('This petition has moved on meanwhile, so this cannot be done any more. Look at its page again.');
    const entered: Petition = {
      ...before,
      ...fields,
      state: to,
      stateOn: to === before.state ? before.stateOn : on,
      endedOn: isEnd(PETITION_TABLE, to) ? on : null,
      changedAt: clock().toISOString(),
    };
    const petition = { ...entered, dueOn: petitionDue(entered, await countingFor(unit.trx, entered))?.due ?? null };
    await petitionsOn(unit.trx).change(petition);
    unit.record({
      kind: PETITION_ACT_FACTS[act],
      areaId: before.areaId,
      subjectKind: 'petition',
      subjectId: before.id,
      actor,
      reason: reason === '' ? null : reason,
      before: { state: before.state, dueOn: before.dueOn },
      after: { state: to, on, dueOn: petition.dueOn, valid: petition.valid, basis: petition.basis },
      publicText: PETITION_HISTORY[act]?.(petition) ?? null,
    });
    return petition;
  }

  /** Keeps what has changed beside the state. */
  async function keep({ trx }: UnitOfWork, petition: Petition): Promise<void> {
    await petitionsOn(trx).change({ ...petition, changedAt: clock().toISOString() });
  }

  /** What the days of a petition are counted with: the terms of the day on which it was begun. */
  async function countingFor(db: Db, { areaId, createdAt }: Pick<Petition, 'areaId' | 'createdAt'>): Promise<Counting> {
    return { terms: await termsOn(db, areaId, dayOf(createdAt)), daysOff: await areas.bankHolidays(db, areaId) };
  }
}
export type PetitionSteps = ReturnType<typeof petitionSteps>;
