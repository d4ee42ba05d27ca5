import type { Who } from '../../ground/people/role-contract.ts';
import { conflict, notFound } from '../../kernel/problem.ts';
import type { LookingService } from './looking-service.ts';
import type { DateThing } from './running-contract.ts';
import type { RunningDeps } from './running-deps.ts';
import type { Check } from './tonight-contract.ts';
import { checkInFor, nowIn } from './tonight-rules.ts';
import { tonightOn } from './tonight-store.ts';

const STATES = { came: 'used', nobody: 'no_show', undo: 'planned' } as const;
const FACTS = { came: 'date_used', nobody: 'date_no_show', undo: 'check_in_undone' } as const;
const TOO_LATE: Record<Check, string> = {
  came: 'This can be told from an hour before the start until a day after the end, for dates that take place.',
  nobody: 'This can be told from the start until a day after the end, for dates that take place.',
  undo: 'Only what was told today can be taken back. Ask the group or your broker to put it right.',
};

const HELD_BACK =
  'A paper is missing, so this date is held back: the room stays shut, and nobody is counted as missing. As soon as the paper is accepted, you can say who came.';

/** Telling who came. It is up to those who open the building, and nothing is cancelled by it. */
export function checkInService({
  db,
  clock,
  inOneTransaction,
  dates,
  needsOf,
  looking,
}: RunningDeps & { looking: LookingService }) {
  return {
    /** @throws Problem 404 when there is no such date */
    async thing(who: Who | null, id: string): Promise<DateThing> {
      const date = await tonightOn(db).date(id);
      if (!date) throw notFound('date');
      const { id: assetId, ownerId, areaId } = date.building;
      return looking.dateThing(who, 'space.check_in', { areaId, ownerId, assetId, spaceId: date.room.id });
    },

    /** Tells that they came, that nobody came, or takes that back. Telling the same twice changes nothing. @throws Problem 404, 409 when it is not the time */
    tell: (who: Who, id: string, check: Check): Promise<void> =>
      inOneTransaction(async ({ trx, record }) => {
        const held = await dates.lock(trx, id);
        const date = await tonightOn(trx).date(id);
        if (!held || !date) throw notFound('date');
        if (date.state === STATES[check]) return;
        const need = (await needsOf(trx, [held])).get(id);
        if (need?.heldBack) throw conflict(HELD_BACK);
        if (!checkInFor(date, nowIn(date.zone, clock()))[check]) throw conflict(TOO_LATE[check]);
        await dates.setState(
          trx,
          id,
          { state: STATES[check], charged: held.charged, note: held.note },
          clock().toISOString(),
        );
        record({
          kind: FACTS[check],
          areaId: date.building.areaId,
          subjectKind: 'booking',
          subjectId: date.bookingId,
          actor: who.personId,
          before: { state: date.state },
          after: { dates: [date.date], state: STATES[check] },
        });
      }),
  };
}
export type CheckInService = ReturnType<typeof checkInService>;
