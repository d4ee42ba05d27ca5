import type { Db } from '../../kernel/database.ts';
import { AT_ONCE } from '../../kernel/look-store.ts';
import type { KeptNeed, Need, WithoutMail } from './need-contract.ts';

type Row = {
  id: string;
  person_id: string;
  area_id: string;
  wish: string;
  lon: number | null;
  lat: number | null;
  coarse: string;
  created_at: string;
  ends_on: string;
  checked_at: string;
  told_at: string | null;
  known: string;
  submission: string;
  group_id: string | null;
  tell_by: Need['tellBy'];
  kept_by: string | null;
};

/** Needs that wait until something opens. */
export function needsOn(db: Db) {
  return {
    async byId(id: string): Promise<Need | undefined> {
      const row: Row | undefined = await db('saved_needs').where({ id }).first();
      return row && fromRow(row);
    },
    async ofPerson(personId: string): Promise<Need[]> {
      return (await db('saved_needs').where({ person_id: personId }).orderBy('created_at').orderBy('id')).map(fromRow);
    },
    /** @returns false when a form with this submission has been here before */
    async add(need: Need): Promise<boolean> {
      const added: unknown[] = await db('saved_needs')
        .insert(toRow(need))
        .onConflict('submission')
        .ignore()
        .returning('id');
      return added.length > 0;
    },
    /** Those to look at by now, those first that have waited longest. */
    async due(now: Date, limit: number): Promise<Need[]> {
      const due = db('saved_needs').where('look_at', '<=', now.toISOString());
      return (await due.orderBy('checked_at').orderBy('id').limit(limit)).map(fromRow);
    },
    async isAnyDue(now: Date): Promise<boolean> {
      return (await db('saved_needs').where('look_at', '<=', now.toISOString()).first('id')) !== undefined;
    },
    /** Has everybody's looked at again who has not been told yet. */
    async lookAtAll(): Promise<void> {
      await db('saved_needs').whereNull('told_at').where('look_at', '>', AT_ONCE).update({ look_at: AT_ONCE });
    },
    /** @param next the instant at which to look again, though nothing happens */
    async checked(id: string, at: Date, next: string): Promise<void> {
      await db('saved_needs').where({ id }).update({ checked_at: at.toISOString(), look_at: next });
    },
    /** @returns false when somebody was told already, or has given it up */
    async told(id: string, at: Date, next: string): Promise<boolean> {
      const told = { told_at: at.toISOString(), look_at: next };
      return (await db('saved_needs').where({ id }).whereNull('told_at').update(told)) === 1;
    },
    async remove(id: string): Promise<void> {
      await db('saved_needs').where({ id }).delete();
    },
    /** Has somebody ring about what has opened, in these lines. */
    async willRing(id: string, toSay: readonly string[]): Promise<void> {
      await db('saved_needs')
        .where({ id })
        .update({ to_say: JSON.stringify(toSay) });
    },
    /** @returns false when somebody has rung already */
    async rung(areaId: string, id: string): Promise<boolean> {
      return (
        (await db('saved_needs').where({ id, area_id: areaId }).whereNotNull('to_say').update({ to_say: null })) === 1
      );
    },
    /** Groups of an area whose lead has no e-mail. */
    async withoutMail(areaId: string): Promise<WithoutMail[]> {
      return db('groups as g')
        .join('rights as r', (on) =>
          on.on('r.scope_id', 'g.id').onVal('r.scope_kind', 'group').onVal('r.role', 'group_lead').onNull('r.ended_at'),
        )
        .join('people as p', 'p.id', 'r.person_id')
        .where('g.area_id', areaId)
        .whereNull('g.closed_at')
        .whereNull('p.email')
        .whereNull('p.deleted_at')
        .orderBy(['g.name', 'g.id'])
        .select({ groupId: 'g.id', name: 'g.name', personId: 'p.id', lead: 'p.name' });
    },
    /** What officers keep in an area for groups without e-mail, the oldest first. */
    async keptIn(areaId: string, today: string): Promise<KeptNeed[]> {
      const rows = await db('saved_needs as n')
        .join('groups as g', 'g.id', 'n.group_id')
        .join('people as p', 'p.id', 'n.person_id')
        .where('n.area_id', areaId)
        .whereIn('n.tell_by', ['letter', 'phone'])
        .where('n.ends_on', '>=', today)
        .orderBy(['n.created_at', 'n.id'])
        .select('n.id', 'n.group_id', 'n.wish', 'n.tell_by', 'n.ends_on', 'n.told_at', 'n.to_say', 'g.telephone', {
          name: 'g.name',
          lead: 'p.name',
          own_telephone: 'p.telephone',
        });
      return rows.map((row) => ({
        id: row.id,
        groupId: row.group_id,
        group: row.name,
        lead: row.lead,
        telephone: row.own_telephone ?? row.telephone,
        wish: row.wish,
        tellBy: row.tell_by,
        endsOn: row.ends_on,
        told: row.told_at !== null,
        toSay: row.to_say === null ? null : JSON.parse(row.to_say),
      }));
    },
    async countToRing(areaId: string, today: string): Promise<number> {
      const found = await db('saved_needs')
        .where({ area_id: areaId, tell_by: 'phone' })
        .whereNotNull('to_say')
        .where('ends_on', '>=', today)
        .count({ count: '*' })
        .first();
      return Number(found?.['count'] ?? 0);
    },
    async removeOfPerson(personId: string): Promise<void> {
      await db('saved_needs').where({ person_id: personId }).delete();
    },
    /** Those that still wait in an area, without anything that could tell who. */
    async waitingIn(
      areaId: string,
      today: string,
      limit: number,
    ): Promise<Pick<Need, 'personId' | 'coarse' | 'point' | 'wish'>[]> {
      const rows: Row[] = await db('saved_needs')
        .where({ area_id: areaId })
        .whereNull('told_at')
        .where('ends_on', '>=', today)
        .orderBy('id')
        .limit(limit);
      return rows.map(fromRow);
    },
    /** Where an owner's buildings are, as far as the public knows. */
    async buildingsOf(ownerId: string, limit: number): Promise<{ lon: number; lat: number }[]> {
      return db('public_assets')
        .where({ owner_id: ownerId, kind: 'building', hidden: false })
        .whereNull('retired_on')
        .whereNotNull('lon')
        .whereNotNull('lat')
        .orderBy('row_no')
        .limit(limit)
        .select('lon', 'lat');
    },
  };
}

const fromRow = (row: Row): Need => ({
  id: row.id,
  personId: row.person_id,
  areaId: row.area_id,
  wish: row.wish,
  point: row.lon === null || row.lat === null ? null : { lon: row.lon, lat: row.lat },
  coarse: JSON.parse(row.coarse),
  createdAt: row.created_at,
  endsOn: row.ends_on,
  checkedAt: row.checked_at,
  toldAt: row.told_at,
  known: JSON.parse(row.known),
  submission: row.submission,
  groupId: row.group_id,
  tellBy: row.tell_by,
  keptBy: row.kept_by,
});
const toRow = (need: Need): Row => ({
  id: need.id,
  person_id: need.personId,
  area_id: need.areaId,
  wish: need.wish,
  lon: need.point?.lon ?? null,
  lat: need.point?.lat ?? null,
  coarse: JSON.stringify(need.coarse),
  created_at: need.createdAt,
  ends_on: need.endsOn,
  checked_at: need.checkedAt,
  told_at: need.toldAt,
  known: JSON.stringify(need.known),
  submission: need.submission,
  group_id: need.groupId,
  tell_by: need.tellBy,
  kept_by: need.keptBy,
});
