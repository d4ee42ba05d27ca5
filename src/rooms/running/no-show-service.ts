import type { Area } from '../../ground/areas/area-contract.ts';
import { monthsBefore } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/database.ts';
import { conflict } from '../../kernel/problem.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import type { Called, CallsInArea, GroupToRing } from './no-show-contract.ts';
import { noShowsOn, type Missed } from './no-show-store.ts';
import type { RunningDeps } from './running-deps.ts';
import { nowIn } from './tonight-rules.ts';

/** What lies longer ago is forgiven. */
const COUNTED_MONTHS = 12;
const CALLS_SHOWN = 30;

/** Groups who did not come: somebody rings them and asks. Nothing is cancelled by itself (casework reference 8.3). */
export function noShowService({
  db,
  clock,
  newId,
  inOneTransaction,
  areas,
  missedBeforeCall,
  leadsOf,
  namesOf,
}: RunningDeps) {
  return {
    /** How many groups there are to ring, for the desk. */
    async count(areaId: string): Promise<number> {
      const area = (await areas.all()).find(({ id }) => id === areaId);
      return area ? (await toRing(db, area)).length : 0;
    },

    async inArea(area: Area): Promise<CallsInArea> {
      const groups = await toRing(db, area);
      const made = await noShowsOn(db).made(area.id, CALLS_SHOWN);
      const leads = await leadsOf(groups.map(({ groupId }) => groupId));
      const names = await namesOf(made.map(({ by }) => by));
      return {
        allowed: await missedBeforeCall(area.id, nowIn(area.timeZone, clock()).day),
        made: made.map((one) => ({ ...one, by: names.get(one.by) ?? 'Somebody' })),
        toRing: groups.map((one) => ({ ...one, lead: leads.get(one.groupId) ?? null })),
      };
    },

    /** Notes that somebody has rung a group, and what came of it. Sending the form twice notes it once. @throws Problem 409 when there is nothing to ring about any more */
    async called(who: Who, area: Area, groupId: string, { note, submission }: Called): Promise<void> {
      const allowed = await missedBeforeCall(area.id, nowIn(area.timeZone, clock()).day);
      await inOneTransaction(async ({ trx, record }) => {
        const calls = noShowsOn(trx);
        await calls.lock(groupId);
        if (await calls.isNoted(who.personId, submission)) return;
        const group = grouped(await calls.missed(area.id, since(area)), allowed).find((one) => one.groupId === groupId);
        if (!group)
          throw conflict(
            'There is nothing to ring this group about any more: somebody has rung them, or what was noted was taken back.',
          );
        await calls.note({
          id: newId(),
          areaId: area.id,
          groupId,
          missed: group.missed.length,
          note,
          by: who.personId,
          at: clock().toISOString(),
          submission,
        });
        // What was said on the telephone stays off the record, which is kept for ever.
        record({
          kind: 'no_show_call_made',
          areaId: area.id,
          subjectKind: 'group',
          subjectId: groupId,
          actor: who.personId,
          after: { missed: group.missed.map(({ date }) => date) },
        });
      });
    },
  };

  async function toRing(on: Db, area: Area): Promise<GroupToRing[]> {
    const allowed = await missedBeforeCall(area.id, nowIn(area.timeZone, clock()).day);
    return grouped(await noShowsOn(on).missed(area.id, since(area)), allowed);
  }

  function since(area: Area): string {
    return monthsBefore(nowIn(area.timeZone, clock()).day, COUNTED_MONTHS);
  }
}
export type NoShowService = ReturnType<typeof noShowService>;

/** Groups that have missed as many dates as are allowed before a call. */
function grouped(missed: readonly Missed[], allowed: number): GroupToRing[] {
  const ids = [...new Set(missed.map(({ groupId }) => groupId))];
  return ids.flatMap((groupId) => {
    const [first, ...others] = missed.filter((one) => one.groupId === groupId);
    if (!first || others.length + 1 < allowed) return [];
    return [
      {
        groupId,
        name: first.name,
        telephone: first.telephone,
        lead: null,
        missed: [first, ...others].map(({ bookingId, date, from, room, building }) => ({
          bookingId,
          date,
          from,
          room,
          building,
        })),
      },
    ];
  });
}
