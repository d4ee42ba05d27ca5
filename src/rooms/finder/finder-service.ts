import type { Area, FoundPlace } from '../../ground/areas/area-contract.ts';
import { dayIn } from '../../kernel/clock.ts';
import { invalid } from '../../kernel/problem.ts';
import type { Facility } from '../spaces/facility-contract.ts';
import type { Answer, FinderAnswer } from './answer-contract.ts';
import { answerOf, whyHere } from './answer-rules.ts';
import { FINDER, finderParams, type FinderQuery } from './finder-contract.ts';
import { ranked } from './finder-rules.ts';
import { fitOf, isComplete } from './fit-rules.ts';
import { roomLook } from './room-look-service.ts';
import { secondLook } from './second-look-service.ts';
import { wishWords } from './wish-words.ts';
import { weekdaysNeeded } from './wanted-rules.ts';
import { wishOf, type Where, type Wish } from './wish-rules.ts';
import type { Fit, SpaceRules } from './fit-dates-rules.ts';

type Deps = Parameters<typeof roomLook>[0] & {
  areas: {
    all(): Promise<Area[]>;
    findPlace(typed: string, areaSlug?: string): Promise<FoundPlace | undefined>;
    /** What to tell somebody whose place nobody knows. */
    unknownPlace(typed: string, areaSlug?: string): Promise<string>;
  };
  rules: SpaceRules;
  bitsOf(needs: readonly Facility[]): number;
  /** The first photo of each of these rooms that has any. */
  photosOf(spaceIds: readonly string[]): Promise<Map<string, NonNullable<Answer['photo']>>>;
};

const THE_POINT = 'the point you chose';

/** The finder: from what somebody needs to rooms that they can book, those that nearly fit, and what stands in the way. */
export function finderService({ areas, rules, bitsOf, photosOf, ...deps }: Deps) {
  const look = roomLook(deps);
  const again = secondLook({ look, rules, bitsOf, today: todayIn });

  return {
    /** @throws Problem 400 for a place that nobody knows, days that are over, and too many dates */
    async search(query: FinderQuery): Promise<FinderAnswer> {
      const wish = await wished(query);
      const { fits, complete, limited } = await fitsOf(wish);
      const few = complete.length < FINDER.enoughFitting;
      const { near, leftOut } = few
        ? await again.besides(wish, fits)
        : { near: again.cheaper(wish, fits, complete), leftOut: [] };
      const nothing = complete.length === 0 ? await again.whyNothing(wish, fits) : { ruledOut: [], changes: [] };
      const { label, km, centre } = wish.where;
      const rooms = complete
        .slice(0, FINDER.mostShown)
        .map((fit, at) => answerOf(fit, wish, whyHere(complete, at, wish.asked)));
      const pictured = await withPhotos([...rooms, ...near.map(({ answer }) => answer)]);
      const shown = { rooms: rooms.map(pictured), near: near.map((one) => ({ ...one, answer: pictured(one.answer) })) };
      return {
        wish: wishWords(wish),
        search: finderParams(query).toString(),
        place: label,
        km,
        centre,
        dates: wish.dates,
        count: complete.length,
        ...shown,
        leftOut,
        ...nothing,
        limited,
      };
    },

    /** Only the rooms that fit, all of them: for needs that wait until something opens. */
    async fitting(query: FinderQuery): Promise<Answer[]> {
      const wish = await wished(query);
      return (await fitsOf(wish)).complete.map((fit) => answerOf(fit, wish, []));
    },

    /** Where a wish looks, and which days it is for. @throws Problem 400 as `search` */
    wished,
  };

  /** Puts photos to rooms: asked for once, for all that are shown. */
  async function withPhotos(rooms: readonly Answer[]): Promise<(room: Answer) => Answer> {
    const photos = await photosOf(rooms.map(({ id }) => id));
    return (room) => ({ ...room, photo: photos.get(room.id) ?? null });
  }

  async function wished(query: FinderQuery): Promise<Wish> {
    const where = await whereOf(query);
    return wishOf(query, where, todayIn(where));
  }

  async function fitsOf({ where, asked, dates }: Wish): Promise<{ fits: Fit[]; complete: Fit[]; limited: boolean }> {
    const { people, needs, audience, time } = asked;
    const { rooms, limited } = await look.rooms({
      where,
      people,
      bits: bitsOf(needs),
      audience,
      weekdays: weekdaysNeeded(dates, time),
      atMost: FINDER.mostLookedAt,
    });
    const taken = time ? await look.withTaken(rooms, [...asked.days.values()].flat(), time) : rooms;
    const fits = taken.map((room) => fitOf(room, asked, rules));
    return {
      fits,
      complete: ranked(
        fits.filter((fit) => isComplete(fit, asked)),
        asked,
      ),
      limited,
    };
  }

  /** @throws Problem 400 for an area or a place that nobody knows */
  async function whereOf({ area: slug, near, lat, lon, km = FINDER.kmUnlessTold }: FinderQuery): Promise<Where> {
    const all = await areas.all();
    const chosen = slug === undefined ? all : all.filter((area) => area.slug === slug);
    if (slug !== undefined && chosen.length === 0)
      throw invalid([{ field: 'area', message: `There is no area "${slug}". Choose one from the list.` }]);
    if (near !== undefined) {
      const place = await areas.findPlace(near, slug);
      if (!place) throw invalid([{ field: 'near', message: await areas.unknownPlace(near, slug) }]);
      return { label: place.label, km, centre: place.point, areas: chosen };
    }
    if (lat !== undefined && lon !== undefined) return { label: THE_POINT, km, centre: { lat, lon }, areas: chosen };
    return { label: chosen.length === 1 ? (chosen[0]?.name ?? null) : null, km: null, centre: null, areas: chosen };
  }

  /** The day that it is where rooms are looked for. */
  function todayIn({ areas: [first] }: Where): string {
    return dayIn(first?.timeZone ?? 'UTC', deps.clock());
  }
}
export type FinderService = ReturnType<typeof finderService>;
