import { after, isEnd } from '../../ground/cases/transition-rules.ts';
import { percentWords } from '../../groups/benefit-test/result-words.ts';
import { dayIn, daysAfter } from '../../kernel/clock.ts';
import { dayOf } from '../../kernel/day-contract.ts';
import type { Db } from '../../kernel/database.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import { conflict, notFound } from '../../kernel/problem.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { Moving } from './proposal-step-contract.ts';
import type { Proposal, ProposalAct, ProposalState } from './proposal-contract.ts';
import type { ProposalSteppingDeps } from './proposal-deps.ts';
import { dueOf, type Counting } from './proposal-due-rules.ts';
import { ACT_FACTS } from './proposal-facts.ts';
import { HISTORY_WORDS, ownerChangedWords } from './proposal-history-words.ts';
import { hearingSteps } from './proposal-hearing-steps.ts';
import { silentSteps } from './proposal-silent-steps.ts';
import { isTaken } from './rival-rules.ts';
import { rivalSettling } from './rival-settling-steps.ts';
import { proposalsOn } from './proposal-store.ts';
import { HOLDING_STATES, PROPOSAL_TABLE, SCORED_STATES } from './proposal-table.ts';

export type Locked = { proposal: Proposal; today: Day; moved: number };

/** A clock that ran on for years meets no more states than this. */
const MOST_STEPS = 60;

/** Taking a proposal from one state to the next, in the transaction in hand. What is not in the table is refused. */
export function proposalSteps(deps: ProposalSteppingDeps) {
  const { areas, termsOn, clock } = deps;
  const rivals = rivalSettling({
    ...deps,
    termsFor: async (db, proposal) => (await countingFor(db, proposal)).terms,
  });
  const hearings = hearingSteps({ ...deps, recount, countingFor });
  const silent = silentSteps({ ...deps, move, rivals, hearings, ownerIs });
  return {
    move,
    locked,
    keep,
    countingFor,
    todayIn,
    recount,
    ownerIs,
    takeResult: silent.takeResult,
    conclude: silent.conclude,
    needHearing: hearings.need,
    signUp: silent.signUp,
    handIn: silent.handIn,
    settle: silent.settle,
    moveOn: silent.moveOn,
    rivals,
  };

  /** The day it is where the place lies. */
  async function todayIn(db: Db, areaId: string): Promise<Day> {
    const area = await areas.byId(db, areaId);
    if (!area) throw notFound('area');
    return dayIn(area.timeZone, clock());
  }

  /** A proposal, held until the end, with all that the clock had to do by now done. @throws Problem 404 */
  async function locked(unit: UnitOfWork, id: string): Promise<Locked> {
    await proposalsOn(unit.trx).lockPlaceOf(id);
    let proposal = await proposalsOn(unit.trx).lock(id);
    if (!proposal) throw notFound('proposal');
    const today = await todayIn(unit.trx, proposal.areaId);
    let moved = 0;
    if (proposal.pausedUntil !== null && proposal.pausedUntil < today) {
      proposal = { ...proposal, ...(await deps.pauses.over(unit, proposal)) };
      await keep(unit, proposal);
      moved++;
    }
    while (proposal.dueOn !== null && proposal.dueOn < today && moved < MOST_STEPS) {
      proposal = await silent.tick(unit, proposal, proposal.dueOn);
      moved++;
    }
    return { proposal, today, moved };
  }

  /** Keeps what has changed beside the state. */
  async function keep({ trx }: UnitOfWork, proposal: Proposal): Promise<void> {
    await proposalsOn(trx).change({ ...proposal, changedAt: clock().toISOString() });
  }

  /** Works the day out anew and keeps it, after whatever lengthens or shortens a period that runs; the test of the case follows. */
  async function recount(unit: UnitOfWork, proposal: Proposal): Promise<Proposal> {
    const dueOn = dueOf(proposal, await countingFor(unit.trx, proposal))?.due ?? null;
    const now = { ...proposal, dueOn, ...(proposal.state === 'commenting' && { commentsUntil: dueOn }) };
    await keep(unit, now);
    if (dueOn !== null && SCORED_STATES.includes(now.state)) await deps.tests.due(unit, now.testId, dueOn);
    return now;
  }

  /**
   * Another owner answers, or nobody any more, as a fact. In the owner’s time that is counted anew from the day on: whoever is bound has all
   * of it (casework reference, second part, section 3: a new owner is bound if in the compact, else introduced).
   */
  async function ownerIs(unit: UnitOfWork, before: Proposal, ownerId: string | null, on: Day): Promise<Proposal> {
    const window = before.state === 'window';
    const within = window && ownerId === null ? 'ownerless' : before.within === 'ownerless' ? null : before.within;
    const now = await recount(unit, { ...before, ownerId, within, ...(window && { resultOn: on }) });
    const owner = (await areas.owners(unit.trx)).find(({ id }) => id === ownerId)?.name ?? null;
    const joined = ownerId !== null && (await deps.inCompact(unit.trx, ownerId, on));
    const words = ownerChangedWords({ owner, joined, window });
    unit.record({
      kind: 'proposal_owner_changed',
      areaId: before.areaId,
      subjectKind: 'proposal',
      subjectId: before.id,
      actor: 'system',
      reason: words,
      before: { ownerId: before.ownerId, dueOn: before.dueOn },
      after: { ownerId, dueOn: now.dueOn, on },
      publicText: words,
    });
    return now;
  }

  /**
   * One step, with its fact.
   * @throws Problem 409 for a step that the table does not have
   */
  async function move(
    unit: UnitOfWork,
    before: Proposal,
    act: ProposalAct,
    { by, actor, on, fields = {}, more = '', onBehalfOf = null, channel = null }: Moving,
  ): Promise<Proposal> {
    const to = after(PROPOSAL_TABLE, before.state, act, by);
    if (to === null)
      throw conflict('This proposal has moved on meanwhile, so this cannot be done any more. Look at its page again.');
    if (to === 'granted' && before.pausedBy === 'emergency' && before.state !== 'granted')
      throw conflict('An emergency stop stands. Nothing is granted until it has fallen or was lifted.');
    if (to === 'granted' && by !== 'clock') await mustBeFirst(unit, before, on);
    const entered: Proposal = {
      ...before,
      ...fields,
      ...(await deps.pauses.follow(unit, before, to, on)),
      state: to,
      within: null,
      stateOn: await countedFrom(unit.trx, before, act, on),
      endedOn: isEnd(PROPOSAL_TABLE, to) ? on : null,
      changedAt: clock().toISOString(),
    };
    const due = dueOf(entered, await countingFor(unit.trx, entered))?.due ?? null;
    const proposal = {
      ...entered,
      dueOn: due,
      ...(to === 'commenting' && { commentsUntil: due }),
      placeWas: await placeFollows(unit, before, entered),
    };
    await proposalsOn(unit.trx).change(proposal);
    const words = HISTORY_WORDS[act];
    unit.record({
      kind: ACT_FACTS[act],
      areaId: before.areaId,
      subjectKind: 'proposal',
      subjectId: before.id,
      actor,
      onBehalfOf,
      channel,
      reason: more === '' ? null : more,
      before: { state: before.state, dueOn: before.dueOn },
      after: { state: to, on, dueOn: proposal.dueOn, ownerId: proposal.ownerId, testId: proposal.testId },
      publicText:
        words &&
        words({ ...(await toldOf(unit.trx, proposal)), reasons: proposal.reasons, byClock: by === 'clock', more }),
    });
    return proposal;
  }

  /** @throws Problem 409 where the place is another proposal’s, as long as that does not fall */
  async function mustBeFirst({ trx }: UnitOfWork, proposal: Proposal, on: Day): Promise<void> {
    const first = (await rivals.others(trx, proposal, on)).find(isTaken);
    if (first)
      throw conflict(
        `Another proposal (${first.number}) goes first for this place. It has to end without a yes before this one can be granted.`,
      );
  }

  /** From complete to decided the place is held, and after a grant. @returns what it was before */
  async function placeFollows(unit: UnitOfWork, before: Proposal, now: Proposal): Promise<Proposal['placeWas']> {
    const held = (state: ProposalState): boolean => HOLDING_STATES.includes(state);
    if (held(before.state) === held(now.state)) return now.placeWas;
    const others = (await proposalsOn(unit.trx).standingFor(now.assetId, now.stateOn)).filter(
      ({ id, state }) => id !== now.id && held(state),
    );
    const next = others.find(isTaken) ?? others[0];
    if (held(now.state)) return next ? null : deps.place.hold(unit, now);
    await deps.place.release(unit, now, next?.number ?? null);
    // Whoever holds it from now on gives it back as it was.
    if (next && now.placeWas !== null) await proposalsOn(unit.trx).change({ ...next, placeWas: now.placeWas });
    return null;
  }

  /**
   * From which day the new state is counted. More time for the owner counts from where it did; and a grant that the clock made late, because
   * no server ran, gives councillors all their days: it bears the day on which it was due, but they could not know of it.
   */
  async function countedFrom(db: Db, { areaId, stateOn }: Proposal, act: ProposalAct, on: Day): Promise<Day> {
    if (act === 'extend') return stateOn;
    if (act !== 'grant_by_default') return on;
    const yesterday = daysAfter(await todayIn(db, areaId), -1);
    return yesterday > on ? yesterday : on;
  }

  /** What the days of a proposal are counted with. @param known its pauses, where they have been read */
  async function countingFor(
    db: Db,
    { id, areaId, receivedOn, createdAt }: Proposal,
    known?: Counting['pauses'],
  ): Promise<Counting> {
    const from = receivedOn ?? dayOf(createdAt);
    return {
      terms: await termsOn(db, areaId, from),
      daysOff: await areas.bankHolidays(db, areaId),
      pauses: known ?? (await deps.pauses.counted(db, id)),
    };
  }

  async function toldOf(db: Db, { id, ownerId }: Proposal): Promise<{ owner: string | null; percent: string | null }> {
    const owner = ownerId === null ? null : (await areas.owners(db)).find((one) => one.id === ownerId);
    const result = await deps.tests.resultOf(db, { kind: 'proposal', id });
    return { owner: owner?.name ?? null, percent: result && percentWords(result) };
  }
}
export type ProposalSteps = ReturnType<typeof proposalSteps>;
