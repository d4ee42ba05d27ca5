import { dayIn } from '../../kernel/clock.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { HireDeps } from './hire-deps.ts';
import type { HireScene, HireScenes } from './hire-scene.ts';
import type { HireStates } from './hire-state-service.ts';
import { dueAct, nextLook, type ClockAct } from './look-rules.ts';
import { looksOn } from './look-store.ts';

export type ClockActs = Record<ClockAct, (scene: HireScene) => Promise<boolean>>;
type Deps = Pick<HireDeps, 'db' | 'clock' | 'areas' | 'onError'> & {
  scenes: HireScenes;
  states: HireStates;
  acts: ClockActs;
};
/** How many bookings something happened to. */
export type HireRan = Record<'begun' | 'told' | 'reminded' | 'ended' | 'deposits_seen_to' | 'closed', number>;

/** Bookings that are looked at together, and at most in one run: the next goes on. */
const TOGETHER = 200;
const MOST = 10_000;
/** Acts that follow from each other in one run: over, the deposit seen to, closed. */
const MOST_ACTS = 6;
const COUNTED: Record<ClockAct, keyof HireRan> = {
  hold: 'told',
  begin: 'begun',
  tell_start: 'told',
  remind: 'reminded',
  end: 'ended',
  see_to_deposit: 'deposits_seen_to',
  close: 'closed',
};

/**
 * What happens to bookings by itself. One query finds those to look at; what is not due is put off to the day on which it can be,
 * without a transaction. Safe to repeat and from several processes at once: each act looks again in its turn and finds nothing left
 * to do. After a pause it all happens late and counts from the day on which it was due.
 */
export function hireClockService({ db, clock, areas, scenes, states, acts, onError }: Deps) {
  return {
    async runDue(): Promise<HireRan> {
      const ran: HireRan = { begun: 0, told: 0, reminded: 0, ended: 0, deposits_seen_to: 0, closed: 0 };
      for (const [today, areaIds] of await areasByDay()) {
        const ids = await looksOn(db).due(areaIds, today, MOST);
        for (let at = 0; at < ids.length; at += TOGETHER) await lookAt(ids.slice(at, at + TOGETHER), ran);
      }
      return ran;
    },
  };

  /** Areas in one time zone have the same day. */
  async function areasByDay(): Promise<Map<Day, string[]>> {
    const days = new Map<Day, string[]>();
    for (const { id, timeZone } of await areas()) {
      const today = dayIn(timeZone, clock());
      days.set(today, [...(days.get(today) ?? []), id]);
    }
    return days;
  }

  /** All are read together; those to which something has happened are read together again, for what follows from it. */
  async function lookAt(ids: readonly string[], ran: HireRan): Promise<void> {
    let some = ids;
    for (let round = 0; round < MOST_ACTS && some.length > 0; round++) {
      await looksOn(db).begin(some);
      const moved: string[] = [];
      const putOff = new Map<Day | null, string[]>();
      for (const seen of await states.statesOf(db, some)) {
        const act = dueAct(seen);
        if (act === null) putOff.set(nextLook(seen), [...(putOff.get(nextLook(seen)) ?? []), seen.booking.id]);
        // One booking that cannot be moved keeps none of the others from moving.
        else if (await scenes.open(seen.booking.id, acts[act]).catch(reported)) {
          ran[COUNTED[act]]++;
          moved.push(seen.booking.id);
        }
      }
      for (const [day, few] of putOff) await looksOn(db).next(few, day);
      some = moved;
    }
  }

  function reported(error: unknown): false {
    onError(error);
    return false;
  }
}
