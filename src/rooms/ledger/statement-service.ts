import type { Owner } from '../../ground/areas/area-contract.ts';
import type { Booking, Place } from '../bookings/booking-contract.ts';
import { outsideName, type Group } from '../../groups/groups/group-contract.ts';
import { dayIn, monthsBefore, type Clock } from '../../kernel/clock.ts';
import type { Database, Db } from '../../kernel/database.ts';
import { invalid, notFound } from '../../kernel/problem.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import { instalmentsLeft, type Instalment } from './balance-contract.ts';
import { ledgerOn } from './ledger-store.ts';
import type { Statement, StatementLine } from './statement-contract.ts';
import { totalsOf } from './statement-rules.ts';
import { statementsOn } from './statement-store.ts';

type Deps = {
  db: Database;
  clock: Clock;
  bookings: {
    byIds(db: Db, ids: readonly string[]): Promise<Booking[]>;
    places(db: Db, spaceIds: readonly string[]): Promise<Place[]>;
  };
  groups: { byId(db: Db, id: string): Promise<Group | undefined> };
  owners(db: Db): Promise<Owner[]>;
};
/** The statement of one booking, with what stands above its lines. */
export type BookingStatement = { statement: Statement; booking: Booking; place: Place; instalments: Instalment[] };
type Span = { from?: Day | undefined; to?: Day | undefined };
const YEAR = 12;

/** Statements of money, from the ledger alone. */
export function statementService({ db, clock, bookings, groups, owners }: Deps) {
  return {
    /** Of one booking: all of it. @throws Problem 404 */
    async ofBooking(id: string): Promise<BookingStatement> {
      const [booking] = await bookings.byIds(db, [id]);
      const [place] = booking ? await bookings.places(db, [booking.spaceId]) : [];
      if (!booking || !place) throw notFound('booking');
      const lines = await linesOf([id], '0000-01-01', '9999-12-31');
      const made = statement('Statement', lines, {
        from: lines[0]?.onDay ?? booking.startsOn,
        to: lines.at(-1)?.onDay ?? booking.endsOn,
      });
      return {
        statement: made,
        booking,
        place,
        instalments: [...instalmentsLeft(lines, 'deposit'), ...instalmentsLeft(lines, 'hire')],
      };
    },
    async ofGroup(groupId: string, span: Span): Promise<Statement> {
      const group = await groups.byId(db, groupId);
      if (!group) throw notFound('group');
      const { from, to } = spanOf(span);
      return statement(
        `Rooms of ${group.name}`,
        await linesOf(await statementsOn(db).ofGroup(groupId, from, to), from, to),
        { from, to },
      );
    },
    async ofOwner(ownerId: string, span: Span): Promise<Statement> {
      const owner = (await owners(db)).find(({ id }) => id === ownerId);
      if (!owner) throw notFound('owner');
      const { from, to } = spanOf(span);
      return statement(
        `Rooms of ${owner.name}`,
        await linesOf(await statementsOn(db).ofOwner(ownerId, from, to), from, to),
        { from, to },
      );
    },
    /** What it belongs to, for asking who may. @throws Problem 404 */
    async ownerThing(ownerId: string): Promise<{ ownerId: string; areaId: string }> {
      const owner = (await owners(db)).find(({ id }) => id === ownerId);
      if (!owner) throw notFound('owner');
      return { ownerId, areaId: owner.areaId };
    },
  };

  function spanOf(span: Span): { from: Day; to: Day } {
    const to = span.to ?? dayIn('Europe/London', clock());
    const from = span.from ?? monthsBefore(to, YEAR);
    if (from > to) throw invalid([{ field: 'to', message: 'Enter a last day that is not before the first.' }]);
    return { from, to };
  }

  async function linesOf(bookingIds: readonly string[], from: Day, to: Day): Promise<StatementLine[]> {
    const found = await bookings.byIds(db, bookingIds);
    const places = await bookings.places(db, [...new Set(found.map(({ spaceId }) => spaceId))]);
    const names = new Map<string, string>();
    for (const id of new Set(found.map(({ groupId }) => groupId))) {
      const group = await groups.byId(db, id);
      names.set(id, group ? outsideName(group) : 'A group');
    }
    const lines = (await ledgerOn(db).ofAll(bookingIds)).flatMap((entry): StatementLine[] => {
      const booking = found.find(({ id }) => id === entry.bookingId);
      const place = places.find(({ spaceId }) => spaceId === booking?.spaceId);
      return entry.onDay < from || entry.onDay > to
        ? []
        : [
            {
              ...entry,
              group: names.get(booking?.groupId ?? '') ?? 'A group',
              room: place ? `${place.spaceName}, ${place.assetName}` : 'A room',
              caseNumber: booking?.caseNumber ?? null,
            },
          ];
    });
    return lines.toSorted((one, other) => one.onDay.localeCompare(other.onDay) || one.id.localeCompare(other.id));
  }
}
export type StatementService = ReturnType<typeof statementService>;

const statement = (title: string, lines: StatementLine[], { from, to }: { from: Day; to: Day }): Statement => ({
  title,
  from,
  to,
  lines,
  totals: { deposit: totalsOf(lines, 'deposit'), hire: totalsOf(lines, 'hire') },
});
