import type { Db } from '../../kernel/database.ts';
import type { ListMark } from '../../kernel/list-cursor.ts';
import type { Row } from '../../kernel/row-names.ts';
import type { DeskSort } from './desk-list-contract.ts';
import type { DeskDays, DeskFilter } from './desk-list-rules.ts';
import type { PauseKind } from '../pauses/pause-kind-contract.ts';
import type { Within, Proposal, ProposalState } from './proposal-contract.ts';
import { nameOf, type StandingName } from './proposal-within-table.ts';
import { proposalFromRow, whereWaiting } from './proposal-store.ts';
import { OPEN_AND_SENT } from './proposal-table.ts';

const BY = { due: 'due_on', longest: 'state_on' } as const;
/** Since when something waits: while the clock stands still, since it does. */
const SINCE = 'coalesce(paused_on, state_on)';
/** Of one state or of marks that are in, with the clock running or standing still: how many are open, and how many of these are due by today and by the silence day, or stand still since two days. */
export type StateCount = {
  name: StandingName;
  pausedBy: PauseKind | null;
  all: number;
  today: number;
  silence: number;
  since15: number;
  since30: number;
};

/** Open proposals of an area as the desk lists them, a page at a time by key. */
export function deskListOn(db: Db) {
  return {
    /** @param after the last one of the page before */
    async page(
      areaId: string,
      { dueBy, since, ...waiting }: DeskFilter,
      { sort, after, limit }: { sort: DeskSort; after: ListMark | null; limit: number },
    ): Promise<Proposal[]> {
      const by = BY[sort];
      const query = db('proposals')
        .where({ area_id: areaId })
        .whereNull('ended_on')
        .modify((rows) => whereWaiting(rows, waiting))
        .orderBy(by)
        .orderBy('id')
        .limit(limit);
      if (dueBy !== null) void query.where('due_on', '<=', dueBy);
      if (since !== null) void query.whereRaw(`${SINCE} < ?`, [since]);
      if (after !== null)
        void query.where((later) =>
          later.where(by, '>', after[0]).orWhere((same) => same.where(by, after[0]).where('id', '>', after[1])),
        );
      return (await query).map(proposalFromRow);
    },
    async counts(areaId: string, { today, silenceBy, since15, since30 }: DeskDays): Promise<StateCount[]> {
      const many = (name: string, condition: string, day: string) =>
        db.raw(`sum(case when ${condition} ? then 1 else 0 end) as ${name}`, [day]);
      const rows: Row[] = await db('proposals')
        .where({ area_id: areaId })
        .whereIn('state', [...OPEN_AND_SENT])
        .groupBy('state', 'within', 'paused_by')
        .orderBy('state')
        .select(
          'state',
          'within',
          'paused_by',
          db.raw('count(*) as n'),
          many('due', 'due_on <=', today),
          many('silent', 'due_on <=', silenceBy),
          many('since15', `${SINCE} <`, since15),
          many('since30', `${SINCE} <`, since30),
        );
      return rows.map(({ state, within, paused_by: pausedBy, n, due, silent, since15: longer, since30: longest }) => ({
        name: nameOf({ state: state as ProposalState, within: within as Within | null }),
        pausedBy: pausedBy as PauseKind | null,
        all: Number(n),
        today: Number(due),
        silence: Number(silent),
        since15: Number(longer),
        since30: Number(longest),
      }));
    },
  };
}
