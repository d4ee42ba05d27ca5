import { monthsBefore } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/database.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import { Problem } from '../../kernel/problem.ts';
import type { Stretch } from '../../kernel/recurrence-contract.ts';
import { dated } from '../../kernel/recurrence.ts';
import { heldStretch } from '../bookings/claim-contract.ts';
import type { BookableSpace } from '../spaces/space-contract.ts';
import { mustDraw, type Rival } from './competition-rules.ts';
import type { DrawSource } from './draw-contract.ts';
import { candidateOf, drawnFrom, numberOf, seedOf } from './draw-rules.ts';
import { drawsOn } from './draw-store.ts';
import type { RoomOption } from './request-contract.ts';
import type { RequestCore } from './request-deps.ts';
import { whyNoDefault } from './request-rules.ts';
import type { RequestScenes, Scene } from './request-scene.ts';
import { optionsOn } from './option-store.ts';

type Deps = Pick<RequestCore, 'rooms' | 'bookings' | 'passportOf'> & { scenes: RequestScenes };
/** A request that wants some of the same dates, with all around it. */
export type Contestant = Rival & {
  scene: Scene;
  option: RoomOption;
  byDefault: boolean;
  /** What stands for its group and the owner in a draw. */
  candidate: string;
};
/** Everybody who wants some of the same dates, and what goes for who of them goes first. */
export type Contest = {
  all: Contestant[];
  /** Points in 100 below which results are as good. */
  tie: number;
  /** The first day of the twelve months in which hours are counted. */
  from: string;
  /** Where the numbers come from; null where nobody has to draw. */
  source: DrawSource | null;
};

const MINUTE_MS = 60_000;
const SETTLED_MINUTES = 60;
/** Months in which hours in an owner’s rooms count. */
const MONTHS = 12;

/** Who competes for the dates of a room, and with what. Nothing here changes anything. */
export function requestContests({ rooms, bookings, passportOf, scenes }: Deps) {
  /** By instant: what lies before one of them changes no more, and finding it means reading back through the record. */
  const sources = new Map<string, DrawSource>();
  return { contestFor, reach };

  /** Everybody who waits for an answer and wants some of the same time, directly or through others. */
  async function contestFor(
    { unit, today, area, now }: Pick<Scene, 'unit' | 'today' | 'area' | 'now'>,
    { spaceId, ownerId }: Pick<RoomOption, 'spaceId' | 'ownerId'>,
  ): Promise<Contest> {
    let spaces = await reach(unit, [spaceId]);
    for (let size = 0; size !== spaces.size;) {
      size = spaces.size;
      const asked = await optionsOn(unit.trx).askedSharing(leavesIn(spaces));
      spaces = await reach(unit, [...spaces.keys(), ...asked.map((one) => one.spaceId)]);
    }
    const asked = await optionsOn(unit.trx).askedSharing(leavesIn(spaces));
    const found: Contestant[] = [];
    for (const option of asked) found.push(...(await contestant(unit, option, spaces)));
    const [from, { rivals_tie_points: tie }] = [
      monthsBefore(today, MONTHS),
      await rooms.terms(unit.trx, area.id, today),
    ];
    if (found.length < 2) return { all: found, tie, from, source: null };
    const groups = [...new Set(found.map(({ scene }) => scene.group.id))];
    const begins = dated(from, '00:00', '24:00', area.timeZone).starts;
    const had = await bookings.minutesHad(unit.trx, groups, ownerId, { from: begins, until: now });
    const all = found.map((one) => ({ ...one, minutes: had.get(one.scene.group.id) ?? 0 }));
    const source = mustDraw(all, tie) ? await sourceFor(unit.trx, all, { timeZone: area.timeZone, now }) : null;
    return { tie, from, source, all: source ? all.map((one) => withNumber(one, source)) : all };
  }

  async function sourceFor(
    db: Db,
    all: readonly Contestant[],
    { timeZone, now }: { timeZone: string; now: number },
  ): Promise<DrawSource | null> {
    const [first] = all.map(({ completeAt }) => completeAt).toSorted();
    const before = drawnFrom(first ?? '', timeZone);
    const known = sources.get(before);
    if (known) return known;
    const place = await drawsOn(db).lastFactBefore(before);
    if (!place) return null;
    const source = { before, place, seed: seedOf(place.hash) };
    // What was under way at that instant may have been written a little later.
    if (Date.parse(before) / MINUTE_MS + SETTLED_MINUTES < now) sources.set(before, source);
    return source;
  }

  async function contestant(
    unit: UnitOfWork,
    option: RoomOption,
    spaces: ReadonlyMap<string, BookableSpace>,
  ): Promise<Contestant[]> {
    const [scene, space] = [await scenes.ofOption(unit, option), spaces.get(option.spaceId)];
    const dates = space ? await datesOf(scene, option) : [];
    if (!space || dates.length === 0) return [];
    const { request, group, today } = scene;
    const passport = await passportOf(unit.trx, request.groupId, today);
    const onDueDay = await passportOf(unit.trx, request.groupId, option.dueOn ?? today);
    return [
      {
        optionId: option.id,
        scene,
        option,
        benefit: passport.state === 'passed' ? passport.benefit : null,
        minutes: 0,
        number: '',
        candidate: candidateOf(group.id, option.ownerId),
        completeOn: request.completeOn ?? '',
        completeAt: request.completeAt ?? '',
        held: { leaves: space.leaves, stretches: dates.map((date) => heldStretch(space, date)) },
        byDefault:
          request.state === 'asked' && option.asked !== null && whyNoDefault(option.asked, onDueDay).length === 0,
      },
    ];
  }

  async function datesOf(scene: Scene, { bookingId, spaceId }: RoomOption): Promise<readonly Stretch[]> {
    if (bookingId !== null)
      return (await bookings.datesOf(scene.unit.trx, bookingId)).filter(({ state }) => state === 'planned');
    const look = await rooms.look(scene.unit.trx, scene.request, spaceId);
    return look instanceof Problem ? [] : look.dates;
  }

  async function reach({ trx }: UnitOfWork, spaceIds: readonly string[]): Promise<Map<string, BookableSpace>> {
    return new Map((await rooms.spaces.bookable(trx, [...new Set(spaceIds)])).map((space) => [space.id, space]));
  }
}
export type RequestContests = ReturnType<typeof requestContests>;

export const leavesIn = (spaces: ReadonlyMap<string, BookableSpace>): number[] => [
  ...new Set([...spaces.values()].flatMap(({ leaves }) => leaves)),
];

const withNumber = (one: Contestant, { seed }: DrawSource): Contestant => ({
  ...one,
  number: numberOf(seed, one.candidate),
});
