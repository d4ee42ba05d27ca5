import { columnsOf, fieldsOf, type Row } from '../../kernel/row-names.ts';
import type { Db } from '../../kernel/database.ts';
import { boxAround } from '../../kernel/geo.ts';
import type { Point } from '../../kernel/geo-contract.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { Forgetting, OldIn } from '../../ground/retention/retention-contract.ts';
import { dueIn, type DueRow } from '../../kernel/due-rows.ts';
import type { Enquiry, EnquiryState } from './enquiry-contract.ts';

/** The key under which a place has one open question only. */
export type OpenKey = string | null;
const ENDED = ['confirmed', 'stands', 'closed', 'withdrawn'] as const satisfies readonly EnquiryState[];

/** Questions whose a place is. */
export function enquiriesOn(db: Db) {
  const one = async (query: Promise<Row | undefined>): Promise<Enquiry | undefined> => {
    const row = await query;
    return row && fromRow(row);
  };
  return {
    byId: (id: string) => one(db('enquiries').where({ id }).first()),
    /** One question, held until the end of the transaction. */
    lock: (id: string) => one(db('enquiries').where({ id }).forNoKeyUpdate().first()),
    bySubmission: (askerId: string, submission: string) =>
      one(db('enquiries').where({ asker_id: askerId, submission }).first()),
    /** What an officer typed for somebody, by the sending. */
    byBrought: (officerId: string, submission: string) =>
      one(db('enquiries').where({ entered_by: officerId, submission }).first()),
    /** The open question with a key. */
    open: (key: string) => one(db('enquiries').where({ open_key: key }).first()),
    /** The newest question about a place on the register. */
    newestOf: (assetId: string) =>
      one(db('enquiries').where({ asset_id: assetId }).orderBy('asked_at', 'desc').orderBy('id', 'desc').first()),
    /** Open questions about points within some metres of a point. */
    async openNear(areaId: string, point: Point, metres: number): Promise<Enquiry[]> {
      const [west, south, east, north] = boxAround(point, metres);
      const rows = await db('enquiries')
        .where({ area_id: areaId })
        .whereNotNull('open_key')
        .whereBetween('lon', [west, east])
        .whereBetween('lat', [south, north])
        .orderBy('asked_at');
      return rows.map(fromRow);
    },
    /** Others that ask about places of this area wait until the end of the transaction. */
    async takeTurn(areaId: string): Promise<void> {
      await db('areas').where({ id: areaId }).update({ id: areaId });
    },
    async add(enquiry: Enquiry, openKey: OpenKey): Promise<void> {
      await db('enquiries').insert({ ...toRow(enquiry), open_key: openKey });
    },
    /** @param over whether nobody else needs to wait for it any more */
    async change(enquiry: Enquiry, over = false): Promise<void> {
      await db('enquiries')
        .where({ id: enquiry.id })
        .update({ ...toRow(enquiry), ...(over && { open_key: null }) });
    },
    async countAskedSince(askerId: string, since: string): Promise<number> {
      const row = await db('enquiries')
        .where({ asker_id: askerId })
        .where('asked_at', '>=', since)
        .count({ count: '*' })
        .first();
      return Number(row?.['count'] ?? 0);
    },
    /** Questions whose day has passed, the longest ago first. @param after the last one that was looked at */
    dueBefore: (day: Day, after: DueRow | null, limit: number) =>
      dueIn(db('enquiries'), { id: 'id', day: 'due_on' }, day, after, limit),
    /** The last days of some questions, those that are open. */
    async daysOf(ids: readonly string[]): Promise<Map<string, Day>> {
      if (ids.length === 0) return new Map();
      const rows: { id: string; due_on: Day }[] = await db('enquiries')
        .whereIn('id', [...ids])
        .whereNotNull('due_on')
        .select('id', 'due_on');
      return new Map(rows.map(({ id, due_on: dueOn }) => [id, dueOn]));
    },
    /** Open questions of an area, by what is due first. */
    async openIn(areaId: string, limit: number): Promise<Enquiry[]> {
      const rows = await db('enquiries')
        .where({ area_id: areaId })
        .whereNotIn('state', [...ENDED])
        .orderBy('due_on')
        .orderBy('id')
        .limit(limit);
      return rows.map(fromRow);
    },
    async endedIn(areaId: string, limit: number): Promise<Enquiry[]> {
      const rows = await db('enquiries')
        .where({ area_id: areaId })
        .whereIn('state', [...ENDED])
        .orderBy('ended_on', 'desc')
        .orderBy('id', 'desc')
        .limit(limit);
      return rows.map(fromRow);
    },
    /** Of an area, by state: how many, and how many are due by a day. */
    async countsIn(areaId: string, by: Day): Promise<{ state: EnquiryState; count: number; soon: number }[]> {
      const rows = await db('enquiries')
        .where({ area_id: areaId })
        .whereNotIn('state', [...ENDED])
        .groupBy('state')
        .orderBy('state')
        .select(
          'state',
          db.raw('count(*) as count'),
          db.raw('sum(case when due_on <= ? then 1 else 0 end) as soon', [by]),
        );
      return rows.map(({ state, count, soon }) => ({ state, count: Number(count), soon: Number(soon) }));
    },
    async byAsker(askerId: string): Promise<Enquiry[]> {
      return (await db('enquiries').where({ asker_id: askerId }).orderBy('asked_at', 'desc').orderBy('id')).map(
        fromRow,
      );
    },
    async openOfGroup(groupId: string): Promise<Enquiry[]> {
      const rows = await db('enquiries')
        .where({ group_id: groupId })
        .whereNotIn('state', [...ENDED])
        .orderBy('id');
      return rows.map(fromRow);
    },
    /** Questions whose place counts as these owners’. */
    async presumedOf(ownerIds: readonly string[]): Promise<Enquiry[]> {
      if (ownerIds.length === 0) return [];
      const rows = await db('enquiries')
        .whereIn('owner_id', [...ownerIds])
        .where({ state: 'presumed' })
        .orderBy('due_on')
        .orderBy('id');
      return rows.map(fromRow);
    },
    async hasOld({ areaId, before }: OldIn): Promise<boolean> {
      return (await old(areaId, before).first('id')) !== undefined;
    },
    /** Lets go of who asked and what they wrote of themselves. @returns ids */
    async forgetWho({ areaId, before, limit }: Forgetting): Promise<string[]> {
      const ids: string[] = await old(areaId, before).orderBy('id').limit(limit).pluck('id');
      await db('enquiries')
        .whereIn('id', ids)
        .update({ asker_id: null, idea: '', group_name: '', consent: '', outside_owner: null });
      return ids;
    },
    async forgetAsker(askerId: string): Promise<void> {
      await db('enquiries')
        .where({ asker_id: askerId })
        .update({ asker_id: null, idea: '', group_name: '', consent: '' });
    },
  };

  function old(areaId: string, before: string) {
    return db('enquiries')
      .where({ area_id: areaId })
      .where('ended_on', '<', before)
      .where((kept) =>
        kept
          .whereNotNull('asker_id')
          .orWhereNot({ idea: '' })
          .orWhereNotNull('outside_owner')
          .orWhereIn('id', db('enquiry_followers').select('enquiry_id'))
          .orWhereIn('id', db('enquiry_photos').select('enquiry_id')),
      );
  }
}

function toRow({ point, ...enquiry }: Enquiry): Row {
  return { lon: point?.lon ?? null, lat: point?.lat ?? null, ...columnsOf(enquiry) };
}

function fromRow({ lon, lat, open_key, ...row }: Row): Enquiry {
  return {
    point: typeof lon === 'number' && typeof lat === 'number' ? { lon, lat } : null,
    ...fieldsOf(row),
  } as unknown as Enquiry;
}
