import type { Db } from '../../kernel/database.ts';
import { removeFound } from '../../kernel/remove-found.ts';
import type { AskedRoom, OptionState, RoomOption } from './request-contract.ts';

type Row = {
  id: string;
  request_id: string;
  rank: number;
  space_id: string;
  asset_id: string;
  owner_id: string;
  state: OptionState;
  asked_on: string | null;
  due_on: string | null;
  warned_at: string | null;
  asked: string | null;
  answered_on: string | null;
  answered_by: string | null;
  reason: RoomOption['reason'];
  note: string | null;
  lapses_on: string | null;
  booking_id: string | null;
};
export type AnswerLink = { optionId: string; personId: string; expiresAt: string };

/** The rooms that requests name, and the links by which owners answer. */
export function optionsOn(db: Db) {
  return {
    /** The rooms of a request, in the order its group likes them. */
    async of(requestId: string): Promise<RoomOption[]> {
      return (await db('room_options').where({ request_id: requestId }).orderBy('rank').orderBy('id')).map(fromRow);
    },
    async ofAll(requestIds: readonly string[]): Promise<RoomOption[]> {
      return (await db('room_options').whereIn('request_id', requestIds).orderBy('request_id').orderBy('rank')).map(
        fromRow,
      );
    },
    async byId(id: string): Promise<RoomOption | undefined> {
      const row: Row | undefined = await db('room_options').where({ id }).first();
      return row && fromRow(row);
    },
    async byBooking(bookingId: string): Promise<RoomOption | undefined> {
      const row: Row | undefined = await db('room_options').where({ booking_id: bookingId }).first();
      return row && fromRow(row);
    },
    async add(option: RoomOption): Promise<void> {
      await db('room_options').insert(toRow(option));
    },
    async save(option: RoomOption): Promise<void> {
      await db('room_options').where({ id: option.id }).update(toRow(option));
    },
    async remove(id: string): Promise<void> {
      await db('room_options').where({ id }).delete();
    },
    /** Rooms that wait for an owner's answer and share an undivided space with one of these. */
    async askedSharing(leaves: readonly number[]): Promise<RoomOption[]> {
      const spaces = db('space_leaves').whereIn('leaf', leaves).select('space_id');
      return (await db('room_options').where({ state: 'asked' }).whereIn('space_id', spaces).orderBy('id')).map(
        fromRow,
      );
    },
    async addLink(tokenHash: string, link: AnswerLink): Promise<void> {
      await db('request_links').insert({
        token_hash: tokenHash,
        option_id: link.optionId,
        person_id: link.personId,
        expires_at: link.expiresAt,
      });
    },
    async byLink(tokenHash: string): Promise<AnswerLink | undefined> {
      const row: { option_id: string; person_id: string; expires_at: string } | undefined = await db('request_links')
        .where({ token_hash: tokenHash })
        .first();
      return row && { optionId: row.option_id, personId: row.person_id, expiresAt: row.expires_at };
    },
    async forgetLinks(before: Date): Promise<number> {
      return removeFound(db('request_links').where('expires_at', '<', before.toISOString()));
    },
    /** What somebody answered for an owner. */
    async answeredBy(personId: string): Promise<RoomOption[]> {
      return (await db('room_options').where({ answered_by: personId }).orderBy('id')).map(fromRow);
    },
    /** Takes out who answered for the owners of these requests' rooms, in which words, and who had delegated it. Why a room was declined stays as a ground from the list. */
    async forgetWords(requestIds: readonly string[]): Promise<void> {
      const rows: Pick<Row, 'id' | 'asked'>[] = await db('room_options')
        .whereIn('request_id', requestIds)
        .select('id', 'asked');
      for (const { id, asked } of rows)
        await db('room_options')
          .where({ id })
          .update({ answered_by: null, note: null, asked: asked && withoutOfficer(asked) });
      await db('request_links')
        .whereIn(
          'option_id',
          rows.map(({ id }) => id),
        )
        .delete();
    },
    async forgetLinksOf(personId: string): Promise<void> {
      await db('request_links').where({ person_id: personId }).delete();
    },
  };
}

function withoutOfficer(asked: string): string {
  const { compact, ...rest } = JSON.parse(asked) as AskedRoom;
  return JSON.stringify({ ...rest, compact: compact && { ...compact, officer: '' } });
}

const fromRow = (row: Row): RoomOption => ({
  id: row.id,
  requestId: row.request_id,
  rank: row.rank,
  spaceId: row.space_id,
  assetId: row.asset_id,
  ownerId: row.owner_id,
  state: row.state,
  askedOn: row.asked_on,
  dueOn: row.due_on,
  warnedAt: row.warned_at,
  // Owners who were asked before the test was kept with the question were asked for groups that had passed.
  asked: row.asked === null ? null : { test: 'passed', ...JSON.parse(row.asked) },
  answeredOn: row.answered_on,
  answeredBy: row.answered_by,
  reason: row.reason,
  note: row.note,
  lapsesOn: row.lapses_on,
  bookingId: row.booking_id,
});
const toRow = (one: RoomOption): Row => ({
  id: one.id,
  request_id: one.requestId,
  rank: one.rank,
  space_id: one.spaceId,
  asset_id: one.assetId,
  owner_id: one.ownerId,
  state: one.state,
  asked_on: one.askedOn,
  due_on: one.dueOn,
  warned_at: one.warnedAt,
  asked: one.asked && JSON.stringify(one.asked),
  answered_on: one.answeredOn,
  answered_by: one.answeredBy,
  reason: one.reason,
  note: one.note,
  lapses_on: one.lapsesOn,
  booking_id: one.bookingId,
});
