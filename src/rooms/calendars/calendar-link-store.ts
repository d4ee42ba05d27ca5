import type { Db } from '../../kernel/database.ts';
import type { CalendarLink } from './calendar-contract.ts';

type LinkRow = {
  id: string;
  person_id: string;
  kind: CalendarLink['kind'];
  thing_id: string | null;
  created_at: string;
  read_at: string | null;
};

/** Secret addresses of calendars. Only the hash of each is kept. */
export function calendarLinksOn(db: Db) {
  return {
    async linksOf(personId: string): Promise<CalendarLink[]> {
      return (
        await db('calendar_links')
          .where({ person_id: personId })
          .whereNull('ended_at')
          .orderBy('created_at')
          .orderBy('id')
      ).map(linkFrom);
    },
    async linkBy(tokenHash: string): Promise<CalendarLink | undefined> {
      const row: LinkRow | undefined = await db('calendar_links')
        .where({ token_hash: tokenHash })
        .whereNull('ended_at')
        .first();
      return row && linkFrom(row);
    },
    async addLink(link: CalendarLink, tokenHash: string): Promise<void> {
      await db('calendar_links').insert({
        id: link.id,
        person_id: link.personId,
        kind: link.kind,
        thing_id: link.thingId,
        token_hash: tokenHash,
        created_at: link.createdAt,
        read_at: null,
        ended_at: null,
      });
    },
    /** Ends somebody's own address. @returns false when they have none such */
    async endLink(id: string, personId: string, at: string): Promise<boolean> {
      return (
        (await db('calendar_links')
          .where({ id, person_id: personId })
          .whereNull('ended_at')
          .update({ ended_at: at })) === 1
      );
    },
    async forgetLinksOf(personId: string): Promise<void> {
      await db('calendar_links').where({ person_id: personId }).delete();
    },
    async markRead(id: string, at: string): Promise<void> {
      await db('calendar_links').where({ id }).update({ read_at: at });
    },
  };
}

const linkFrom = (row: LinkRow): CalendarLink => ({
  id: row.id,
  personId: row.person_id,
  kind: row.kind,
  thingId: row.thing_id,
  createdAt: row.created_at,
  readAt: row.read_at,
});
