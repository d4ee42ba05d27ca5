import type { Who } from '../../ground/people/role-contract.ts';
import { notFound, Problem } from '../../kernel/problem.ts';
import type { Stretch } from '../../kernel/recurrence-contract.ts';
import { hashOf } from '../../kernel/secrets.ts';
import type { NewClosure } from '../bookings/closure-contract.ts';
import { buildingsOn } from './building-store.ts';
import { closingPreviews, type ClosurePreview } from './closing-preview-service.ts';
import { daysOf, stretchesOf } from './closure-days-rules.ts';
import type { CloseWhich, ClosureForm, ShownClosure, WantedClosure } from './closure-form-contract.ts';
import { closureWaysOn } from './closure-way-store.ts';
import type { BuildingInZone } from './running-contract.ts';
import type { RunningDeps } from './running-deps.ts';
import { nowIn } from './tonight-rules.ts';

/** How many days were closed, and how many were left out. */
export type Closed = { days: number; leftOut: number };

const DAY_MINUTES = 24 * 60;
const YEARS_AHEAD = 3;
/** Others may book while we look; more rounds of it do not happen in earnest. */
const MOST_ROUNDS = 5;

/** Closing buildings and rooms with a look before, and opening them again. Bookings are never closed over. */
export function closingService(deps: RunningDeps) {
  const { db, clock, closures, inOneTransaction } = deps;
  const { choices, readIn, preview, previewOf } = closingPreviews(deps);
  return {
    choices,
    preview,
    previewOf,
    closeStretches,

    /** What is closed from today on, the earliest first. */
    async ahead(building: BuildingInZone): Promise<ShownClosure[]> {
      const now = nowIn(building.timeZone, clock());
      const names = new Map((await buildingsOn(db).rooms(building.id)).map(({ id, name }) => [id, name]));
      const found = await closures.inAsset(building.id, {
        starts: now.minute,
        ends: now.minute + YEARS_AHEAD * 366 * DAY_MINUTES,
      });
      return found.map(({ id, spaceId, reason, publicText, ...stretch }) => ({
        id,
        room: spaceId === null ? null : (names.get(spaceId) ?? 'A room'),
        ...daysOf(stretch, building.timeZone),
        reason,
        publicText,
      }));
    },

    /**
     * Closes all of the days or none, or those that are free. Sending the same form twice closes once.
     * @throws Problem 400 for a form that does not make sense, 409 when something is in the way
     */
    async close(
      who: Who,
      building: BuildingInZone,
      form: ClosureForm & { which: CloseWhich; submission: string },
    ): Promise<Closed> {
      const wanted = await readIn(building, form);
      const [closed] = await closeAll(who, building, [wanted], form);
      return closed ?? { days: 0, leftOut: 0 };
    },
    closeAll,

    /** Opens again what was closed. @throws Problem 404 for a closure of another building */
    async reopen(who: Who, building: BuildingInZone, id: string): Promise<void> {
      if ((await closureWaysOn(db).buildingOf(id)) !== building.id) throw notFound('closure');
      await closures.reopen(who.personId, id);
    },
  };

  /** Closes several things in one go. @throws Problem 409 when something is in the way of any of them and all were wanted */
  async function closeAll(
    who: Who,
    building: BuildingInZone,
    wanted: readonly WantedClosure[],
    { which, submission }: { which: CloseWhich; submission: string },
  ): Promise<Closed[]> {
    for (let round = 1; ; round++) {
      const previews: ClosurePreview[] = [];
      for (const one of wanted) previews.push(await previewOf(building, one));
      const obstacles = previews.flatMap((one) => one.obstacles);
      if (which === 'all' && obstacles.length > 0) throw inTheWay(obstacles.length);
      try {
        await closeStretches(
          who,
          building,
          previews.map(({ wanted: one, free }) => ({ ...one, days: free })),
          submission,
        );
        return previews.map((one) => ({ days: one.free.length, leftOut: one.wanted.days.length - one.free.length }));
      } catch (problem) {
        if (!(problem instanceof Problem && problem.status === 409) || round === MOST_ROUNDS) throw problem;
      }
    }
  }

  async function closeStretches(
    who: Who,
    building: BuildingInZone,
    wanted: readonly WantedClosure[],
    submission: string,
  ): Promise<void> {
    await inOneTransaction(async (unit) => {
      for (const { spaceId, reason, publicText, ...days } of wanted) {
        for (const stretch of stretchesOf(days, building.timeZone)) {
          const closure: NewClosure = {
            assetId: building.id,
            spaceId,
            reason,
            publicText,
            ...stretch,
            submission: submissionOf(submission, spaceId, stretch),
          };
          await closures.closeIn(unit, who.personId, closure);
        }
      }
    });
  }
}
export type ClosingService = ReturnType<typeof closingService>;

/** One form makes several closures: each is known again by the form and by what it closes. */
function submissionOf(form: string, spaceId: string | null, { starts, ends }: Stretch): string {
  const hash = hashOf(`${form} ${spaceId ?? ''} ${starts} ${ends}`);
  return [hash.slice(0, 8), hash.slice(8, 12), hash.slice(12, 16), hash.slice(16, 20), hash.slice(20, 32)].join('-');
}

const inTheWay = (count: number): Problem =>
  new Problem(
    409,
    'There are bookings',
    `${count === 1 ? 'One date is' : `${count} dates are`} booked or asked for in that time, so nothing was closed. Move or cancel them first, or close only the days that are free.`,
  );
