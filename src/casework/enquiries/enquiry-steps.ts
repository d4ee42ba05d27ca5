import { after, isEnd } from '../../ground/cases/transition-rules.ts';
import type { Mover } from '../../ground/cases/transition-contract.ts';
import { dayIn } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/database.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import { conflict, notFound } from '../../kernel/problem.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { Enquiry, EnquiryAct } from './enquiry-contract.ts';
import type { EnquirySteppingDeps } from './enquiry-deps.ts';
import type { FoundLand } from './enquiry-learning-contract.ts';
import { countedFrom, dueIn, presumedBody, silentAct, type Counting } from './enquiry-due-rules.ts';
import { ACT_FACTS } from './enquiry-facts.ts';
import { HISTORY_WORDS } from './enquiry-history-words.ts';
import { learnedFrom } from './enquiry-learning-rules.ts';
import { enquirySourcesOn } from './enquiry-source-store.ts';
import { enquiriesOn } from './enquiry-store.ts';
import { ENQUIRY_TABLE } from './enquiry-table.ts';
import { ADVICE, OUTSIDE_WORDS } from './enquiry-words.ts';

/** Who takes a question on, and what goes with it. */
export type Moving = {
  by: Mover;
  /** Id of the person, or `system` for the clock. */
  actor: string;
  on: Day;
  fields?: Partial<Enquiry>;
  /** What is known of a place that is on nobody’s list. */
  found?: FoundLand | null;
  onBehalfOf?: string | null;
  channel?: string | null;
};

/** A clock that ran on for years meets no more states than this. */
const MOST_STEPS = 100;

/** Taking a question from one state to the next, in the transaction in hand. What is not in the table is refused. */
export function enquirySteps(deps: EnquirySteppingDeps) {
  const { areas, termsOn, learn, clock } = deps;
  return { move, locked, todayIn };

  /** The day it is where the question was asked. */
  async function todayIn(db: Db, areaId: string): Promise<Day> {
    const area = await areas.byId(db, areaId);
    if (!area) throw notFound('area');
    return dayIn(area.timeZone, clock());
  }

  /** A question, held until the end, with all that the clock had to do by now done. @throws Problem 404 */
  async function locked(unit: UnitOfWork, id: string): Promise<{ enquiry: Enquiry; today: Day; moved: number }> {
    let enquiry = await enquiriesOn(unit.trx).lock(id);
    if (!enquiry) throw notFound('question');
    const today = await todayIn(unit.trx, enquiry.areaId);
    let moved = 0;
    while (enquiry.dueOn !== null && enquiry.dueOn < today && moved < MOST_STEPS) {
      enquiry = await tick(unit, enquiry, enquiry.dueOn);
      moved++;
    }
    return { enquiry, today, moved };
  }

  /** What silence does, on the day on which it was due, however late the clock is. */
  async function tick(unit: UnitOfWork, enquiry: Enquiry, on: Day): Promise<Enquiry> {
    const checks = await enquirySourcesOn(unit.trx).of(enquiry.id);
    const act = silentAct(enquiry, checks, await termsOn(unit.trx, enquiry.areaId, enquiry.receivedOn));
    if (act === null) throw new Error(`Nothing happens to ${enquiry.number} when nobody acts.`);
    const byClock = { by: 'clock', actor: 'system', on } as const;
    if (act === 'presume')
      return move(unit, enquiry, act, { ...byClock, fields: { ownerId: presumedBody(checks)?.ownerId ?? null } });
    return move(unit, enquiry, act, { ...byClock, fields: silentFields(enquiry, act) });
  }

  /**
   * One step, with its fact and with what the register learns from it.
   * @throws Problem 409 for a step that the table does not have
   */
  async function move(
    unit: UnitOfWork,
    before: Enquiry,
    act: EnquiryAct,
    { by, actor, on, fields = {}, found = null, onBehalfOf = null, channel = null }: Moving,
  ): Promise<Enquiry> {
    const to = after(ENQUIRY_TABLE, before.state, act, by);
    if (to === null)
      throw conflict('This question has moved on meanwhile, so this cannot be done any more. Look at its page again.');
    const counting = await countingFor(unit.trx, before);
    const over = isEnd(ENQUIRY_TABLE, to);
    const moved: Enquiry = {
      ...before,
      ...fields,
      looks: before.looks + (act === 'look_again' ? 1 : 0),
      state: to,
      stateOn: on,
      countedFrom: countedFrom(before, to, on),
      dueOn: dueIn(before, to, on, counting),
      endedOn: over ? on : null,
    };
    const owner = await ownerWords(unit.trx, act === 'disprove' ? before : moved);
    const learned = learnedFrom(act, { enquiry: moved, before, owner, actor, found });
    const assetId = learned ? await learn(unit, learned) : moved.assetId;
    const enquiry = { ...moved, assetId: assetId ?? moved.assetId };
    await enquiriesOn(unit.trx).change(enquiry, over);
    unit.record({
      kind: ACT_FACTS[act],
      areaId: before.areaId,
      subjectKind: 'enquiry',
      subjectId: before.id,
      actor,
      onBehalfOf,
      channel,
      before: { state: before.state, dueOn: before.dueOn },
      after: { state: to, on, dueOn: enquiry.dueOn, assetId: enquiry.assetId, ownerId: enquiry.ownerId },
      publicText: HISTORY_WORDS[act]({ owner, outcome: enquiry.outcome, byClock: by === 'clock' }),
    });
    return enquiry;
  }

  async function countingFor(db: Db, { areaId, receivedOn }: Enquiry): Promise<Counting> {
    return { terms: await termsOn(db, areaId, receivedOn), daysOff: await areas.bankHolidays(db, areaId) };
  }

  /** The owner as everybody may know them: a public body by its name, others by what they are. */
  async function ownerWords(db: Db, { ownerId, outsideKind }: Enquiry): Promise<string | null> {
    if (ownerId !== null) return (await areas.owners(db)).find(({ id }) => id === ownerId)?.name ?? null;
    return outsideKind && OUTSIDE_WORDS[outsideKind];
  }
}
export type EnquirySteps = ReturnType<typeof enquirySteps>;

/** The advice with which the clock closes. */
function silentFields({ state }: Enquiry, act: EnquiryAct): Partial<Enquiry> {
  if (act === 'lapse') return { outcome: ADVICE.lapsed };
  if (act === 'park') return { outcome: '' };
  if (act !== 'close') return {};
  return { outcome: state === 'parked' ? ADVICE.unknown : state === 'introduced' ? ADVICE.silent : ADVICE.outside };
}
