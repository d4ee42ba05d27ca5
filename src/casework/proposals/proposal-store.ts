import type { Db } from '../../kernel/database.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import { dueIn, type DueRow } from '../../kernel/due-rows.ts';
import { columnsOf, fieldsOf, type Row } from '../../kernel/row-names.ts';
import { PAUSE_KINDS, type PauseKind } from '../pauses/pause-kind-contract.ts';
import type { Proposal } from './proposal-contract.ts';
import { OPEN_NAMES, type StandingName } from './proposal-within-table.ts';
import { HELD_STATES, OPEN_AND_SENT } from './proposal-table.ts';

/** What of open proposals: those whose clock runs, in some states or with marks that are in, and those whose clock stands still, for some reasons. */
export type Waiting = { names: readonly StandingName[]; pauses: readonly PauseKind[] };
const ANY: Waiting = { names: OPEN_NAMES, pauses: PAUSE_KINDS };

/** Narrows a query to them. */
export function whereWaiting(query: Query, { names, pauses }: Waiting): void {
  void query
    .whereIn('state', [...OPEN_AND_SENT])
    .where((either) =>
      either
        .where((running) =>
          running
            .whereNull('paused_by')
            .where((stands) =>
              stands
                .where((scored) => scored.whereNull('within').whereIn('state', [...names]))
                .orWhereIn('within', [...names]),
            ),
        )
        .orWhereIn('paused_by', [...pauses]),
    );
}
type Query = ReturnType<Db>;

/** Proposals. */
export function proposalsOn(db: Db) {
  const one = async (query: Promise<Row | undefined>): Promise<Proposal | undefined> => {
    const row = await query;
    return row && proposalFromRow(row);
  };
  return {
    byId: (id: string) => one(db('proposals').where({ id }).first()),
    async byIds(ids: readonly string[]): Promise<Proposal[]> {
      return ids.length === 0
        ? []
        : (
            await db('proposals')
              .whereIn('id', [...ids])
              .orderBy('id')
          ).map(proposalFromRow);
    },
    /** Holds all that stand for the place of a proposal, in one order for everybody: what is done to one may move the others. */
    async lockPlaceOf(id: string): Promise<void> {
      await db('proposals')
        .whereIn('asset_id', db('proposals').where({ id }).select('asset_id'))
        .whereIn('state', [...OPEN_AND_SENT])
        .orderBy('id')
        .forNoKeyUpdate()
        .select('id');
    },
    /** The same by the place itself, with drafts: before anything of it is moved. */
    async lockPlace(assetId: string): Promise<void> {
      await db('proposals')
        .where({ asset_id: assetId })
        .whereIn('state', ['draft', ...OPEN_AND_SENT])
        .orderBy('id')
        .forNoKeyUpdate()
        .select('id');
    },
    /** One proposal, held until the end of the transaction. */
    lock: (id: string) => one(db('proposals').where({ id }).forNoKeyUpdate().first()),
    byNumber: (areaId: string, number: string) => one(db('proposals').where({ area_id: areaId, number }).first()),
    /** By its number alone, which no other case of the installation has. */
    numbered: (number: string) => one(db('proposals').where({ number }).first()),
    byTest: (testId: string) => one(db('proposals').where({ test_id: testId }).first()),
    /** A group’s draft for a place: it has one at most. */
    draftOf: (groupId: string, assetId: string) =>
      one(db('proposals').where({ group_id: groupId, asset_id: assetId, state: 'draft' }).first()),
    /** Proposals for a place that were sent and are not over, and the one to which it was granted for good while its days last. */
    async standingFor(assetId: string, today: Day): Promise<Proposal[]> {
      const rows = await db('proposals')
        .where({ asset_id: assetId })
        .where((stands) =>
          stands
            .whereIn('state', [...OPEN_AND_SENT])
            .orWhere((granted) =>
              granted
                .where({ state: 'granted_for_good' })
                .where((lasts) => lasts.whereNull('granted_until').orWhere('granted_until', '>=', today)),
            ),
        )
        .orderBy('id');
      return rows.map(proposalFromRow);
    },
    /** Proposals for a place that were sent and are not over. */
    async openFor(assetId: string): Promise<Proposal[]> {
      const rows = await db('proposals')
        .where({ asset_id: assetId })
        .whereIn('state', [...OPEN_AND_SENT])
        .orderBy('id');
      return rows.map(proposalFromRow);
    },
    /** The proposal to which a place has been granted for good, while its days are not over. */
    grantedFor: (assetId: string, today: Day) =>
      one(
        db('proposals')
          .where({ asset_id: assetId, state: 'granted_for_good' })
          .where((lasts) => lasts.whereNull('granted_until').orWhere('granted_until', '>=', today))
          .orderBy('id', 'desc')
          .first(),
      ),
    /** Everybody who wrote for a place and has not sent it. */
    async draftsFor(assetId: string): Promise<Proposal[]> {
      return (await db('proposals').where({ asset_id: assetId, state: 'draft' }).orderBy('id')).map(proposalFromRow);
    },
    /** Those that wait for a question whose a place is. */
    async waitingFor(enquiryId: string): Promise<Proposal[]> {
      const rows = await db('proposals').where({ enquiry_id: enquiryId, state: 'finding_owner' }).orderBy('id');
      return rows.map(proposalFromRow);
    },
    /** What keeps a place from being promised to others on some days. */
    async holding(assetId: string): Promise<Proposal[]> {
      const rows = await db('proposals')
        .where({ asset_id: assetId })
        .whereIn('state', [...HELD_STATES])
        .orderBy('id');
      return rows.map(proposalFromRow);
    },
    /** @returns false where the group has a draft for the place already */
    async add(proposal: Proposal): Promise<boolean> {
      const added = await db('proposals')
        .insert({ ...columnsOf(proposal), draft_key: draftKeyOf(proposal) })
        .onConflict()
        .ignore()
        .returning('id');
      return added.length === 1;
    },
    async change(proposal: Proposal): Promise<void> {
      await db('proposals')
        .where({ id: proposal.id })
        .update({ ...columnsOf(proposal), draft_key: draftKeyOf(proposal) });
    },
    async countOpenOf(groupId: string): Promise<number> {
      const row = await db('proposals')
        .where({ group_id: groupId })
        .whereIn('state', ['draft', ...OPEN_AND_SENT])
        .count({ n: '*' })
        .first();
      return Number(row?.['n'] ?? 0);
    },
    /** Proposals whose day has passed, the longest ago first. @param after the last one that was looked at */
    dueBefore: (day: Day, after: DueRow | null, limit: number) =>
      dueIn(db('proposals'), { id: 'id', day: 'due_on' }, day, after, limit),
    /** Those whose clock may go on, in the same way. */
    pausedBefore: (day: Day, after: DueRow | null, limit: number) =>
      dueIn(db('proposals'), { id: 'id', day: 'paused_until' }, day, after, limit),
    /** Open proposals of an area that were sent, by what is due first. */
    async openIn(areaId: string, limit: number, waiting: Waiting = ANY): Promise<Proposal[]> {
      const rows = await db('proposals')
        .where({ area_id: areaId })
        .modify((query) => whereWaiting(query, waiting))
        .orderBy('due_on')
        .orderBy('id')
        .limit(limit);
      return rows.map(proposalFromRow);
    },
    async endedIn(areaId: string, limit: number): Promise<Proposal[]> {
      const rows = await db('proposals')
        .where({ area_id: areaId })
        .whereNotNull('ended_on')
        .whereNot({ state: 'dropped' })
        .orderBy('ended_on', 'desc')
        .orderBy('id', 'desc')
        .limit(limit);
      return rows.map(proposalFromRow);
    },
    /** All of some groups, the newest first; what was dropped is nobody’s any more. */
    async ofGroups(groupIds: readonly string[]): Promise<Proposal[]> {
      if (groupIds.length === 0) return [];
      const rows = await db('proposals')
        .whereIn('group_id', [...groupIds])
        .whereNot({ state: 'dropped' })
        .orderBy('created_at', 'desc')
        .orderBy('id');
      return rows.map(proposalFromRow);
    },
    /** Open ones that were sent and that some owners answer for. */
    async openOfOwners(ownerIds: readonly string[]): Promise<Proposal[]> {
      if (ownerIds.length === 0) return [];
      const rows = await db('proposals')
        .whereIn('owner_id', [...ownerIds])
        .whereIn('state', [...OPEN_AND_SENT])
        .orderBy('due_on')
        .orderBy('id');
      return rows.map(proposalFromRow);
    },
    /** The newest of a place that everybody may know of. */
    newestOf: (assetId: string) =>
      one(
        db('proposals')
          .where({ asset_id: assetId })
          .whereNotIn('state', ['draft', 'dropped'])
          .orderBy('received_on', 'desc')
          .orderBy('id', 'desc')
          .first(),
      ),
    async forgetWriter(personId: string): Promise<void> {
      await db('proposals').where({ begun_by: personId }).update({ begun_by: null });
      await db('proposals').where({ on_behalf_of: personId }).update({ on_behalf_of: null });
    },
    async begunBy(personId: string): Promise<Proposal[]> {
      return (await db('proposals').where({ begun_by: personId }).orderBy('created_at').orderBy('id')).map(
        proposalFromRow,
      );
    },
  };
}

/** A group has one draft for a place. */
const draftKeyOf = ({ state, assetId, groupId }: Proposal): string | null =>
  state === 'draft' ? `${groupId}:${assetId}` : null;

export function proposalFromRow({ draft_key, ...row }: Row): Proposal {
  const proposal = fieldsOf(row);
  for (const yes of ['deemedComplete', 'provisional', 'improved', 'silenceGrants'])
    proposal[yes] = Boolean(proposal[yes]);
  return proposal as unknown as Proposal;
}
