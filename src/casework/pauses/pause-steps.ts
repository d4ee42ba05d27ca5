import type { Db } from '../../kernel/database.ts';
import { dateWords } from '../../kernel/day-words.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { Proposal, ProposalState } from '../proposals/proposal-contract.ts';
import type { CasePause, PublicPause } from './pause-contract.ts';
import { countedPauses, isStanding, lastDayOf, mayStandIn, type Counting } from './pause-rules.ts';
import { pausesOn } from './pause-store.ts';

type Paused = Pick<Proposal, 'pausedBy' | 'pausedOn' | 'pausedUntil'>;
/** The clock runs. */
export const RUNS: Paused = { pausedBy: null, pausedOn: null, pausedUntil: null };

/** What of pauses belongs to every step of a case, in the transaction in hand. */
export const pauseSteps = {
  /** What does not count. */
  counted: async (db: Db, proposalId: string) => countedPauses(await pausesOn(db).of(proposalId)),

  /** The same, and all as everybody may read them, the first first. A stop that waits for its second person is nobody’s yet. */
  async read(db: Db, proposalId: string) {
    const all = await pausesOn(db).of(proposalId);
    const told = all.filter(({ kind, begins }) => kind !== 'emergency' || begins !== null).map(publicly);
    return { counted: countedPauses(all), told };
  },

  /** The clock goes on by itself after the last day of what stood; the day of the case stays, because it was counted so. */
  async over(unit: UnitOfWork, { id, areaId, dueOn, pausedUntil }: Proposal): Promise<Paused> {
    const standing = await standingOf(unit.trx, id);
    if (!standing || pausedUntil === null) return RUNS;
    await pausesOn(unit.trx).change({ ...standing, endedOn: pausedUntil, ended: 'over' });
    const emergency = standing.kind === 'emergency';
    unit.record({
      kind: emergency ? 'emergency_ended' : 'clock_resumed',
      areaId,
      subjectKind: 'proposal',
      subjectId: id,
      actor: 'system',
      after: { pauseId: standing.id, on: pausedUntil },
      publicText: `${emergency ? 'No ground was shown in time, so the emergency stop has fallen' : 'The time of the pause is over'}: the clock goes on after ${dateWords(pausedUntil)}.${dueOn === null ? '' : ` The day is ${dateWords(dueOn)}.`}`,
    });
    return RUNS;
  },

  /** The case goes to another state: what has no place there ends with the step. */
  async follow(
    unit: UnitOfWork,
    { id, pausedBy, pausedOn, pausedUntil }: Proposal,
    to: ProposalState,
    on: Day,
  ): Promise<Paused> {
    if (pausedBy === null || mayStandIn(pausedBy, to)) return { pausedBy, pausedOn, pausedUntil };
    const standing = await standingOf(unit.trx, id);
    if (standing) await pausesOn(unit.trx).change({ ...standing, endedOn: on, ended: 'moved_on' });
    return RUNS;
  },

  /** The calendar has changed: until when it stands now. */
  async anew(unit: UnitOfWork, { id, pausedBy, pausedOn, pausedUntil }: Proposal, counting: Counting): Promise<Paused> {
    const all = await pausesOn(unit.trx).of(id);
    const standing = all.find(isStanding);
    if (!standing?.begins) return { pausedBy, pausedOn, pausedUntil };
    const others = all.filter((one) => one !== standing);
    const until = lastDayOf(standing.kind, standing.begins, others, counting, standing.lookedOn);
    if (until !== standing.until) await pausesOn(unit.trx).change({ ...standing, until });
    return { pausedBy, pausedOn, pausedUntil: until };
  },
};

const standingOf = async (db: Db, proposalId: string): Promise<CasePause | undefined> =>
  (await pausesOn(db).of(proposalId)).find(isStanding);

export const publicly = ({
  proposalId: _of,
  askedBy: _asked,
  confirmedBy: _confirmed,
  endedBy: _ended,
  submission: _sent,
  ...shown
}: CasePause): PublicPause => shown;
