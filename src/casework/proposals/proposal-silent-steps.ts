import type { UnitOfWork } from '../../kernel/facts.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { CaseTestSummary } from '../../groups/benefit-test/case-test-contract.ts';
import type { Proposal, ProposalAct } from './proposal-contract.ts';
import type { ProposalSteppingDeps } from './proposal-deps.ts';
import type { Moving } from './proposal-step-contract.ts';
import { CONCLUDED_STATES, PROPOSAL_TABLE, SCORED_STATES } from './proposal-table.ts';
import { NOBODY_DECIDED, NOT_PASSED } from './proposal-words.ts';
import { isMovedByOthers } from './rival-rules.ts';
import type { HearingNeed } from './proposal-hearing-steps.ts';
import type { RivalSettling } from './rival-settling-steps.ts';

type Move = (unit: UnitOfWork, before: Proposal, act: ProposalAct, moving: Moving) => Promise<Proposal>;
type Deps = ProposalSteppingDeps & {
  move: Move;
  rivals: RivalSettling;
  hearings: HearingNeed;
  /** The owner is another, or nobody any more; where it is the owner’s time, that is counted anew. */
  ownerIs(unit: UnitOfWork, proposal: Proposal, ownerId: string | null, on: Day): Promise<Proposal>;
};

/** Who may score a case while it is in a state. */
const OPEN_TO = { to_reserve: 'reserve', to_panel: 'panel' } as const;

/** What the clock does, and what it follows up at once: each step in the transaction in hand, dated by the day on which it was due. */
export function silentSteps({
  tests,
  inCompact,
  ownerSought,
  groundWaits,
  signIsUp,
  move,
  rivals,
  hearings,
  ownerIs,
}: Deps) {
  return { tick, takeResult, conclude, signUp, handIn, settle, moveOn };

  /** What silence does, on the day on which it was due, however late the clock is. */
  async function tick(unit: UnitOfWork, proposal: Proposal, on: Day): Promise<Proposal> {
    const { state, testId, ownerId } = proposal;
    if (SCORED_STATES.includes(state)) {
      if ((await tests.closeAtLimit(unit, testId, on)) === 'published') return takeResult(unit, proposal, on);
      return passOn(unit, proposal, on);
    }
    if (state === 'window') {
      // Nobody’s silence is a yes, and none a no, while the owner is looked for: a question always ends.
      if (ownerId === null && (await ownerSought(unit.trx, proposal.assetId))) return ownerIs(unit, proposal, null, on);
      const joined = ownerId !== null && (await inCompact(unit.trx, ownerId, on));
      // Where a ground was turned back after the day, nobody could have called the grant in before.
      const from = proposal.stateOn > on ? proposal.stateOn : on;
      return silently(unit, proposal, silenceOf(joined, proposal), from);
    }
    if (CONCLUDED_STATES.includes(state)) return conclude(unit, proposal, on);
    const settled = await settle(unit, proposal, { on, late: true });
    if (settled) return settled;
    const act =
      state === 'received' && proposal.path === 'building' ? 'deem_published' : PROPOSAL_TABLE[state].silence[0];
    if (act === undefined) throw new Error(`Nothing happens to ${proposal.number} when nobody acts.`);
    const moved = await silently(unit, proposal, act, on);
    if (act === 'deem_complete') return signUp(unit, moved, on);
    if (act === 'end_comments') {
      await handIn(unit, moved, on);
      return hearings.byObjections(unit, moved);
    }
    if (act === 'drop') await tests.withdraw(unit, testId, 'system');
    if (state === 'improving') await tests.withdraw(unit, testId, 'system');
    if (act === 'owner_missing' || act === 'lapse' || act === 'close') await endTest(unit, moved);
    return moved;
  }

  /** The answers go to the scorers, measured by the test that was in force on the day on which the proposal was complete. */
  async function handIn(unit: UnitOfWork, proposal: Proposal, on: Day): Promise<void> {
    const { testId, completeOn, dueOn, channel, enteredBy, onBehalfOf } = proposal;
    await tests.handIn(unit, testId, {
      completeOn: completeOn ?? on,
      dueOn: dueOn ?? on,
      channel,
      enteredBy,
      onBehalfOf,
    });
  }

  /** Where the sign is up already, comments begin at once. */
  async function signUp(unit: UnitOfWork, proposal: Proposal, on: Day): Promise<Proposal> {
    if (proposal.state !== 'awaiting_sign' || !(await signIsUp(unit.trx, proposal.id))) return proposal;
    return move(unit, proposal, 'sign_up', { by: 'clock', actor: 'system', on });
  }

  /** Takes the result of the test that is out: twice is once. */
  async function takeResult(unit: UnitOfWork, proposal: Proposal, on: Day): Promise<Proposal> {
    const result = await tests.summaryOf(unit.trx, { kind: 'proposal', id: proposal.id });
    if (!SCORED_STATES.includes(proposal.state) || result?.id !== proposal.testId || result.outcome === null)
      return proposal;
    if (proposal.hearing === 'needed')
      return silently(unit, proposal, 'assessed', on, { provisional: result.provisional, assessedOn: on });
    return countsAs(unit, proposal, result, on);
  }

  /** Takes the marks as they are after a hearing, or without one: twice is once. */
  async function conclude(unit: UnitOfWork, proposal: Proposal, on: Day): Promise<Proposal> {
    const result = await tests.summaryOf(unit.trx, { kind: 'proposal', id: proposal.id });
    if (!CONCLUDED_STATES.includes(proposal.state) || !result) return proposal;
    return countsAs(unit, proposal, result, on);
  }

  /** What a result comes to. */
  async function countsAs(
    unit: UnitOfWork,
    proposal: Proposal,
    { outcome, provisional }: Pick<CaseTestSummary, 'outcome' | 'provisional'>,
    on: Day,
  ): Promise<Proposal> {
    const fields = { outcome, provisional, resultOn: on };
    if (outcome === 'pass') {
      if (await rivals.hasOthers(unit.trx, proposal, on)) return silently(unit, proposal, 'pass_compared', on, fields);
      return moveOn(unit, proposal, 'pass', { by: 'clock', actor: 'system', on, fields });
    }
    if (outcome === 'nearly' && !proposal.improved) {
      const testId = await tests.improve(unit, proposal.testId);
      return silently(unit, proposal, 'nearly', on, { ...fields, testId, improved: true });
    }
    return silently(unit, proposal, 'fail', on, fields);
  }

  /**
   * What becomes of it among others for its place.
   * @param late its time is up: what is there by now decides @returns null where it goes on as it is
   */
  async function settle(
    unit: UnitOfWork,
    proposal: Proposal,
    given: { on: Day; late: boolean },
  ): Promise<Proposal | null> {
    const step = isMovedByOthers(proposal) ? await rivals.stepOf(unit, proposal, given) : null;
    if (!step) return null;
    const { act, fields, more } = step;
    const moving = { by: 'clock', actor: 'system', on: given.on, fields, more } as const;
    const moved = await moveOn(unit, proposal, act, moving);
    await endTest(unit, moved);
    return moved;
  }

  /** A step, and what follows at once where it leads into the owner’s time: a ground that was shown before waits for nothing else. */
  async function moveOn(unit: UnitOfWork, proposal: Proposal, act: ProposalAct, moving: Moving): Promise<Proposal> {
    const moved = await move(unit, proposal, act, moving);
    if (moved.state !== 'window' || !(await groundWaits(unit.trx, moved.id))) return moved;
    return silently(unit, moved, 'file', moving.on);
  }

  async function passOn(unit: UnitOfWork, proposal: Proposal, on: Day): Promise<Proposal> {
    const act = PROPOSAL_TABLE[proposal.state].silence.at(-1);
    if (act === undefined) return proposal;
    const moved = await silently(unit, proposal, act, on);
    if (act === 'to_reserve' || act === 'to_panel') {
      await tests.openTo(unit, moved.testId, OPEN_TO[act]);
      await tests.due(unit, moved.testId, moved.dueOn ?? on);
    } else await tests.withdraw(unit, moved.testId, 'system');
    return moved;
  }

  async function endTest(unit: UnitOfWork, { state, testId }: Proposal): Promise<void> {
    if (PROPOSAL_TABLE[state].limit === null) await tests.withdraw(unit, testId, 'system');
  }

  async function silently(
    unit: UnitOfWork,
    proposal: Proposal,
    act: ProposalAct,
    on: Day,
    fields: Partial<Proposal> = {},
  ): Promise<Proposal> {
    const byAct = silentFields(proposal, act, on);
    return move(unit, proposal, act, { by: 'clock', actor: 'system', on, fields: { ...fields, ...byAct } });
  }
}

/** What the owner’s silence does. */
function silenceOf(joined: boolean, { silenceGrants }: Proposal): ProposalAct {
  if (!joined) return 'advise';
  return silenceGrants ? 'grant_by_default' : 'to_officer';
}

const NOT_GRANTED = { grantKind: null, grantedFrom: null, grantedUntil: null };
/** What is written down where the clock decides. */
function silentFields({ starts, ends }: Proposal, act: ProposalAct, on: Day): Partial<Proposal> {
  const decided: Partial<Record<ProposalAct, Partial<Proposal>>> = {
    deem_complete: { completeOn: on, deemedComplete: true },
    deem_published: { completeOn: on, deemedComplete: true },
    to_papers: { hearing: 'on_papers', hearingOn: null },
    fail: { decidedOn: on, reasons: NOT_PASSED },
    grant_by_default: { decidedOn: on, grantKind: 'by_default', grantedFrom: starts, grantedUntil: ends },
    let_filing_stand: { decidedOn: on, reasons: NOBODY_DECIDED, ...NOT_GRANTED },
  };
  return decided[act] ?? {};
}
