import { Problem } from '../../kernel/problem.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { Facility } from '../spaces/facility-contract.ts';
import type { Change, LeftOut, NearMiss } from './answer-contract.ts';
import { leftOutOf } from './answer-rules.ts';
import { changesOf, MOST_MOVED, onOtherDays, widestKm } from './change-rules.ts';
import { daysOnClocks } from './clock-rules.ts';
import { FINDER, finderParams, type FinderQuery } from './finder-contract.ts';
import { canFit, fitOf, isComplete } from './fit-rules.ts';
import { nearMiss, perhaps, type Near, type OtherDays } from './near-rules.ts';
import { byNearness, cheaperBesides, worthAnotherLook } from './nearness-rules.ts';
import { ruledOut } from './nothing-rules.ts';
import { whereWords } from './nothing-words.ts';
import type { RoomLook } from './room-look-service.ts';
import { weekdaysNeeded, weekdaysOf } from './wanted-rules.ts';
import { wishOf, zonesOf, type Where, type Wish } from './wish-rules.ts';
import type { Fit, Room, SpaceRules } from './fit-dates-rules.ts';
import { toldOf, firstOfKind, daysIn, widened, daysAround } from './wider-wish-rules.ts';

type Deps = { look: RoomLook; rules: SpaceRules; bitsOf(needs: readonly Facility[]): number; today(where: Where): Day };

/** Rooms that are looked at, and changes that are offered, when nothing fits. */
const CHANGES = { lookedAt: 80, offered: 6 };

/** The second look, at rooms that do not fit: how they nearly do, and if none fits at all, why not and what to change. */
export function secondLook({ look, rules, bitsOf, today }: Deps) {
  return {
    /** The rooms that nearly fit, and the nearest of those that lack something, with what it is: so that nobody wonders why they are not there. */
    async besides(wish: Wish, fits: readonly Fit[]): Promise<{ near: NearMiss[]; leftOut: LeftOut[] }> {
      const lacks = await lackingRooms(wish);
      const near = [...(await nearMisses(wish, fits)), ...lacks.flatMap((fit) => perhaps(fit, wish.asked) ?? [])]
        .toSorted(byNearness(wish.asked))
        .slice(0, FINDER.nearShown);
      const shown = new Set(near.map(({ fit }) => fit.room.space.id));
      return {
        near: near.map((one) => toldOf(one, wish)),
        leftOut: lacks
          .filter(({ room }) => !shown.has(room.space.id))
          .slice(0, FINDER.leftOutShown)
          .map(leftOutOf),
      };
    },

    /** Beside enough rooms that fit: those that lack a few dates and cost less than all of them. Asks the database for nothing more. */
    cheaper: (wish: Wish, fits: readonly Fit[], complete: readonly Fit[]): NearMiss[] =>
      cheaperBesides(
        fits.filter((fit) => !isComplete(fit, wish.asked)),
        complete,
        wish.asked,
      ).map((one) => toldOf(one, wish)),

    /** What ruled rooms out, and what could be changed about the wish so that some would fit. */
    async whyNothing(
      { query, where, asked, dates }: Wish,
      fits: readonly Fit[],
    ): Promise<{ ruledOut: string[]; changes: Change[] }> {
      const { people, needs, audience, time } = asked;
      const counts = await look.counts(
        { where, people },
        needs.map((need) => bitsOf([need])),
      );
      const { rooms } = await look.rooms({
        where: { ...where, km: where.km && widestKm(query) },
        people,
        bits: 0,
        audience,
        atMost: CHANGES.lookedAt,
      });
      const options = changesOf(query).flatMap(({ query: changed, ...change }) =>
        attempted(changed, where).map((wish) => ({ ...change, wish })),
      );
      const taken = time
        ? await look.withTaken(
            rooms,
            options.flatMap(({ wish }) => daysIn(wish.asked)),
            widened(time, MOST_MOVED),
          )
        : rooms;
      const changes = options
        .map(({ label, kind, wish }) => ({
          label,
          kind,
          wish: finderParams(wish.query).toString(),
          count: countOf(taken, wish),
        }))
        .filter(({ count }) => count > 0);
      return {
        ruledOut: ruledOut(whereWords(where.label, where.km), asked, counts, fits, weekdaysOf(dates)),
        changes: changes
          .filter(firstOfKind)
          .toSorted((one, other) => other.count - one.count)
          .slice(0, CHANGES.offered)
          .map(({ label, wish, count }): Change => ({ label, wish, count })),
      };
    },
  };

  /** The rooms that do not fit, with other starts, other days and each other. */
  async function nearMisses({ query, where, asked, dates }: Wish, fits: readonly Fit[]): Promise<Near[]> {
    const candidates = worthAnotherLook(fits.filter((fit) => !isComplete(fit, asked)));
    if (!asked.time || candidates.length === 0) return [];
    const otherDays = othersOf({ query, where, asked, dates });
    const rooms = await look.onEveryDay(
      candidates.map(({ room }) => room),
      asked.audience,
    );
    const taken = await look.withTaken(
      rooms,
      [...daysIn(asked), ...otherDays.flatMap(daysIn)],
      widened(asked.time, FINDER.shiftMinutes),
    );
    return taken.flatMap((room) => nearMiss(room, asked, otherDays, fits, rules) ?? []);
  }

  /** The nearest rooms of which nobody says for certain that they have all that was asked for. */
  async function lackingRooms({ where, asked, dates }: Wish): Promise<Fit[]> {
    const without = bitsOf(asked.needs);
    if (without === 0) return [];
    const { rooms } = await look.rooms({
      where,
      people: asked.people,
      bits: 0,
      without,
      audience: asked.audience,
      weekdays: weekdaysNeeded(dates, asked.time),
      atMost: FINDER.lackingLookedAt,
    });
    const taken = asked.time ? await look.withTaken(rooms, daysIn(asked), asked.time) : rooms;
    return taken.map((room) => fitOf(room, asked, rules));
  }

  /** The changed wish; none where the change leaves no date. */
  function attempted(query: FinderQuery, where: Where): Wish[] {
    try {
      return [wishOf(query, { ...where, km: where.km && (query.km ?? where.km) }, today(where))];
    } catch (error) {
      if (error instanceof Problem) return [];
      throw error;
    }
  }

  /** The same times on other days of the week, or on the days around one date. */
  function othersOf({ query, where, asked }: Wish): OtherDays[] {
    if (asked.time?.recurrence.kind === 'once') {
      const { minutes, recurrence } = asked.time;
      return daysAround(recurrence.date)
        .filter((day) => day >= today(where))
        .map((day) => ({ name: { date: day }, ...daysOnClocks([day], zonesOf(where), minutes) }));
    }
    return onOtherDays(query).flatMap(({ weekday, query: changed }) =>
      attempted(changed, where).map(({ asked: { days, datesAt } }) => ({ name: { weekday }, days, datesAt })),
    );
  }

  function countOf(rooms: readonly Room[], { asked, where }: Wish): number {
    const metres = where.km === null ? Infinity : where.km * 1_000;
    const bits = bitsOf(asked.needs);
    return rooms.filter(
      (room) =>
        (room.distanceM ?? 0) <= metres && (room.found.facilityBits & bits) === bits && canFit(room, asked, rules),
    ).length;
  }
}
