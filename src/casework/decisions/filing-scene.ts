import { dayIn } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/database.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import {
  lastDayForClearNotice,
  STATUTE_CLEAR_DAYS,
  workingDaysUntil,
  type DaysOff,
} from '../../kernel/working-days.ts';
import type { Proposal, ProposalState } from '../proposals/proposal-contract.ts';
import type { DecisionDeps } from './decision-deps.ts';
import type { Filing } from './ground-contract.ts';
import type { GroundScene, OtherCase } from './ground-rules.ts';

/** States before the scoring begins: what everybody may read and answer before it is scored. */
const BEFORE_SCORING: readonly ProposalState[] = ['received', 'incomplete', 'awaiting_sign', 'commenting'];
type Deps = Pick<DecisionDeps, 'proposals' | 'areas' | 'tests' | 'steps'>;

/** What a ground is measured by, read in the transaction in hand. @param on the day on which it counts as filed */
export async function filingScene(
  deps: Deps,
  db: Db,
  proposal: Proposal,
  { gate, other_case: otherCase }: Filing,
  on: Day,
): Promise<GroundScene> {
  const { terms, daysOff } = await deps.steps.countingFor(db, proposal);
  return {
    on,
    starts: proposal.starts,
    ends: proposal.ends,
    heardFrom: heardFrom(proposal, on, daysOff),
    heardAt: proposal.path === 'building' ? 'hearing' : 'scoring',
    costLimitPounds: terms.ground_cost_pounds,
    gateDays: terms.ground_gate_wd,
    gateNoFor: gate === '' ? null : await gateNoFor(),
    other: otherCase === '' ? null : await otherOf(deps, db, proposal, otherCase),
  };

  async function gateNoFor(): Promise<number | null> {
    const since = await deps.tests.gateNoSince(db, proposal.testId, gate);
    const area = await deps.areas.byId(db, proposal.areaId);
    return since && area ? workingDaysUntil(dayIn(area.timeZone, new Date(since)), on, daysOff) : null;
  }
}

/**
 * The day after which R2, R7 and R9 count only on later evidence, because they are heard in public: for a building the day on which the papers
 * of its hearing go out, for land the last before the scoring; null before that.
 */
function heardFrom(
  { path, state, commentsUntil, hearingOn, assessedOn, hearing }: Proposal,
  on: Day,
  daysOff: DaysOff,
) {
  if (path === 'land') return BEFORE_SCORING.includes(state) ? null : commentsUntil;
  if (hearing === 'on_papers') return assessedOn;
  const papers = hearingOn && lastDayForClearNotice(hearingOn, STATUTE_CLEAR_DAYS, daysOff);
  return papers !== null && on > papers ? papers : null;
}

async function otherOf(
  { proposals, tests }: Deps,
  db: Db,
  { id, areaId, assetId, groupId }: Proposal,
  number: string,
): Promise<OtherCase | null> {
  const other = await proposals.byNumber(db, areaId, number.toUpperCase());
  if (!other || other.id === id || other.state === 'draft' || other.state === 'dropped') return null;
  const [mine, theirs] = [
    await tests.resultOf(db, { kind: 'proposal', id }),
    await tests.resultOf(db, { kind: 'proposal', id: other.id }),
  ];
  const refused = other.state === 'refused' || other.state === 'refused_for_good';
  return {
    samePlace: other.assetId === assetId,
    sameGroup: other.groupId === groupId,
    passed: other.outcome === 'pass',
    refusedOn: refused ? other.decidedOn : null,
    greater:
      mine && theirs
        ? theirs.benefit.points * mine.benefit.possible > mine.benefit.points * theirs.benefit.possible
        : null,
  };
}
