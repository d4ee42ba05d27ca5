import { outsideName } from '../groups/group-contract.ts';
import { dayIn, monthsBefore } from '../kernel/clock.ts';
import { invalid, notFound } from '../kernel/problem.ts';
import type { Day } from '../kernel/recurrence-contract.ts';
import type { HireDeps } from '../hires/hire-deps.ts';
import { bookingsOn } from '../bookings/booking-store.ts';
import { ledgerOn } from './ledger-store.ts';
import type { Statement, StatementLine } from './statement-contract.ts';
import { totalsOf } from './statement-rules.ts';
import { statementsOn } from './statement-store.ts';

type Deps = Pick<HireDeps, 'db' | 'clock' | 'rooms' | 'groups' | 'owners'>;
type Span = { from?: Day | undefined; to?: Day | undefined };
const YEAR = 12;

/** Statements of money, from the ledger alone. */
export function statementService({ db, clock, rooms, groups, owners }: Deps) {
  return {
    /** Of one booking: all of it. @throws Problem 404 */
    async ofBooking(id: string): Promise<Statement> {
      const booking = await bookingsOn(db).byId(id);
      if (!booking) throw notFound('booking');
      const lines = await linesOf([id], '0000-01-01', '9999-12-31');
      return statement('Statement', lines, { from: lines[0]?.onDay ?? booking.startsOn, to: lines.at(-1)?.onDay ?? booking.endsOn });
    },
    async ofGroup(groupId: string, span: Span): Promise<Statement> {
      const group = await groups.byId(db, groupId);
      if (!group) throw notFound('group');
      const { from, to } = spanOf(span);
      return statement(`Rooms of ${group.name}`, await linesOf(await statementsOn(db).ofGroup(groupId, from, to), from, to), { from, to });
    },
    async ofOwner(ownerId: string, span: Span): Promise<Statement> {
      const owner = (await owners(db)).find(({ id }) => id === ownerId);
      if (!owner) throw notFound('owner');
      const { from, to } = spanOf(span);
      return statement(`Rooms of ${owner.name}`, await linesOf(await statementsOn(db).ofOwner(ownerId, from, to), from, to), { from, to });
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
    const bookings = await bookingsOn(db).byIds(bookingIds);
    const places = await rooms.spaces.places(db, [...new Set(bookings.map(({ spaceId }) => spaceId))]);
    const names = new Map<string, string>();
    for (const id of new Set(bookings.map(({ groupId }) => groupId))) {
      const group = await groups.byId(db, id);
      names.set(id, group ? outsideName(group) : 'A group');
    }
    const lines = (await ledgerOn(db).ofAll(bookingIds)).flatMap((entry): StatementLine[] => {
      const booking = bookings.find(({ id }) => id === entry.bookingId);
      const place = places.find(({ spaceId }) => spaceId === booking?.spaceId);
      return entry.onDay < from || entry.onDay > to ? [] : [{ ...entry, group: names.get(booking?.groupId ?? '') ?? 'A group', room: place ? `${place.spaceName}, ${place.assetName}` : 'A room' }];
    });
    return lines.toSorted((one, other) => one.onDay.localeCompare(other.onDay) || one.id.localeCompare(other.id));
  }
}
export type StatementService = ReturnType<typeof statementService>;

const statement = (title: string, lines: StatementLine[], { from, to }: { from: Day; to: Day }): Statement => ({ title, from, to, lines, totals: { deposit: totalsOf(lines, 'deposit'), hire: totalsOf(lines, 'hire') } });
