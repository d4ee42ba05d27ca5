import { minuteNow } from '../../kernel/clock.ts';
import { takeTurnOf, type Db } from '../../kernel/database.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import { invalid, notFound, Problem } from '../../kernel/problem.ts';
import type { Stretch } from '../../kernel/recurrence-contract.ts';
import type { BookingDeps } from './booking-deps.ts';
import { timeWords } from './booking-words.ts';
import { dateWords } from '../../kernel/day-words.ts';
import { turnOfRooms, type Claim } from './claim-contract.ts';
import { claimsOn } from './claim-store.ts';
import { takeTurn } from './claim-steps.ts';
import type { Closure, InTheWay, NewClosure } from './closure-contract.ts';
import { byDay, without } from './closure-rules.ts';
import { closuresOn } from './closure-store.ts';

type Deps = Pick<BookingDeps, 'db' | 'clock' | 'newId' | 'inOneTransaction' | 'areas' | 'spaces'>;
type Wanted = Pick<NewClosure, 'assetId' | 'spaceId'> & Stretch;
type Around = { areaId: string; zone: string; leaves: number[] };

/** A closure of more days than this is a building that has closed: its record says so. */
const MOST_DAYS = 400;
const DAY_MINUTES = 24 * 60;

/** Times in which a building or a room cannot be booked. They are claims too, so that the database keeps bookings out of them. */
export function closureService({ db, clock, newId, inOneTransaction, areas, spaces }: Deps) {
  return {
    /** Booked and held dates that stand in the way of a closure. */
    preview: async (wanted: Wanted): Promise<InTheWay[]> => inTheWay(db, wanted, await around(db, wanted)),

    /** Closes, unless a booking is in the way. Sending the same form twice closes once. @throws Problem 409 that names the dates in the way */
    async close(personId: string, wanted: NewClosure): Promise<Closure> {
      const known = await closuresOn(db).bySubmission(personId, wanted.submission);
      return known ?? inOneTransaction((unit) => closeIn(unit, personId, wanted));
    },
    closeIn,

    /** Opens again what was closed. */
    async reopen(personId: string, id: string): Promise<void> {
      await inOneTransaction(async ({ trx, record }) => {
        const closure = await closuresOn(trx).byId(id);
        if (!closure) throw notFound('closure');
        await takeTurnOf(trx, turnOfRooms(closure.areaId));
        if (!(await closuresOn(trx).remove(id, clock().toISOString()))) return;
        const { zone, leaves } = await roomsOf(trx, closure);
        await takeTurn(trx, [{ leaves }], minuteNow(clock));
        await claimsOn(trx).release([id]);
        // What another closure left out because this one was there is that one's now.
        for (const other of await closuresOn(trx).inAsset(closure.assetId, closure))
          await claim(trx, other, (await roomsOf(trx, other)).leaves, zone);
        record({
          kind: 'closure_removed',
          areaId: closure.areaId,
          subjectKind: 'asset',
          subjectId: closure.assetId,
          actor: personId,
          before: shown(closure),
        });
      });
    },
    inAsset: (assetId: string, stretch: Stretch): Promise<Closure[]> => closuresOn(db).inAsset(assetId, stretch),
  };

  async function closeIn({ trx, record }: UnitOfWork, personId: string, wanted: NewClosure): Promise<Closure> {
    const { areaId, zone, leaves } = await around(trx, wanted);
    await takeTurn(trx, [{ leaves }], minuteNow(clock));
    const known = await closuresOn(trx).bySubmission(personId, wanted.submission);
    if (known) return known;
    const closure: Closure = {
      ...wanted,
      id: newId(),
      areaId,
      createdBy: personId,
      createdAt: clock().toISOString(),
      removedAt: null,
    };
    if (!(await claim(trx, closure, leaves, zone)))
      throw bookingsInTheWay(await inTheWay(trx, wanted, { areaId, zone, leaves }));
    await closuresOn(trx).add(closure);
    record({
      kind: 'closure_made',
      areaId,
      subjectKind: 'asset',
      subjectId: closure.assetId,
      actor: personId,
      after: shown(closure),
    });
    return closure;
  }

  /** @throws Problem 404 when there is no such place or room, 400 for a stretch that is over, back to front or too long */
  async function around(on: Db, { assetId, spaceId, starts, ends }: Wanted): Promise<Around> {
    if (ends <= starts || ends <= minuteNow(clock))
      throw invalid([{ field: 'ends', message: 'Enter an end that is after the start and still to come.' }]);
    if (ends - starts > MOST_DAYS * DAY_MINUTES)
      throw invalid([{ field: 'ends', message: `Close for up to ${MOST_DAYS} days at a time.` }]);
    return roomsOf(on, { assetId, spaceId });
  }

  async function roomsOf(on: Db, { assetId, spaceId }: Pick<Closure, 'assetId' | 'spaceId'>): Promise<Around> {
    const ids = await closuresOn(on).spaceIds(assetId, spaceId);
    const [place] = await spaces.places(on, ids);
    const area = place && (await areas.byId(on, place.areaId));
    if (!area) throw notFound('room');
    const found = await spaces.bookable(on, ids);
    return { areaId: area.id, zone: area.timeZone, leaves: [...new Set(found.flatMap(({ leaves }) => leaves))] };
  }

  /** Claims what is not closed already. @returns false when a booking is in the way */
  async function claim(trx: Db, closure: Closure, leaves: readonly number[], zone: string): Promise<boolean> {
    const closed = await claimsOn(trx).closed(leaves, closure);
    const open = claimsFor(closure, zone, leaves).flatMap((one) =>
      without(
        one,
        closed.filter(({ leaf }) => leaf === one.leaf),
      ).map((part) => ({ ...one, ...part })),
    );
    return claimsOn(trx).swap([], open);
  }

  async function inTheWay(on: Db, wanted: Wanted, { leaves }: Around): Promise<InTheWay[]> {
    return closuresOn(on).dates(await claimsOn(on).datesInside(leaves, wanted, minuteNow(clock)));
  }
}

const claimsFor = ({ id, starts, ends }: Stretch & { id: string }, zone: string, leaves: readonly number[]): Claim[] =>
  byDay({ starts, ends }, zone).flatMap((part) =>
    leaves.map((leaf): Claim => ({ ...part, before: 0, after: 0, leaf, kind: 'closure', holder: id, expires: null })),
  );

const shown = ({ id, spaceId, reason, starts, ends }: Closure) => ({ closureId: id, spaceId, reason, starts, ends });

function bookingsInTheWay(dates: readonly InTheWay[]): Problem {
  const mistakes = dates.map(({ date, from, to }) => ({
    field: date,
    message: `${dateWords(date)}, ${timeWords(from, to)} is booked.`,
  }));
  return new Problem(
    409,
    'There are bookings',
    `${dates.length} ${dates.length === 1 ? 'date is' : 'dates are'} booked in that time. Move or cancel them first, with notice to the groups.`,
    mistakes,
  );
}
