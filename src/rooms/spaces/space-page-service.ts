import { Temporal } from 'temporal-polyfill';
import type { Area } from '../../ground/areas/area-contract.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Database } from '../../kernel/database.ts';
import { gone, invalid, notFound, Problem } from '../../kernel/problem.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { DaysOff } from '../../kernel/working-days.ts';
import { MOST_CALENDAR_DAYS, type Calendar, type Keeping } from './calendar-contract.ts';
import { calendarDay } from './calendar-rules.ts';
import { withoutId } from './hours-form-rules.ts';
import type { Moment } from './opening-rules.ts';
import { priceLists, workedExample } from './price-list-rules.ts';
import type { Answering, PublicSpace } from './public-space-contract.ts';
import { spaceClaimsOn, type ClaimRow } from './space-claims-store.ts';
import { UNTOLD, type BookableSpace } from './space-contract.ts';
import { spacePhotosOn } from './space-photo-store.ts';
import { spacesOn } from './space-store.ts';
import type { PublicAsset } from '../../register/assets/public-asset-contract.ts';

export type SpacePageDeps = {
  db: Database;
  clock: Clock;
  /** A place as the public knows it. @throws Problem 404, or 410 when it has left the register */
  shown(assetId: string): Promise<PublicAsset>;
  areas: { all(): Promise<Area[]>; daysOff(areaId: string): Promise<DaysOff> };
  answering(areaId: string, ownerId: string, day: Day): Promise<Answering>;
  /** The highest deposit that an area allows, in pence, whatever owners have written. */
  mostDeposit(areaId: string, day: Day): Promise<number>;
};

const UNSAVED: BookableSpace = {
  ...UNTOLD,
  id: '',
  assetId: '',
  parentId: null,
  number: 0,
  version: 0,
  name: '',
  description: null,
  floor: null,
  floorAreaM2: null,
  capacity: null,
  bookable: true,
  leaves: [],
  windows: [],
  tariffs: [],
  terms: [],
};
const DAY_MINUTES = 24 * 60;
const USUAL_DAYS = 28;

/** What everybody may see of a space. Where its place is hidden there is no such space. */
export function spacePageService({ db, clock, shown, areas, answering, mostDeposit }: SpacePageDeps) {
  return {
    /** @throws Problem 404 when there is none or its place is hidden, 410 when it is no longer let */
    async show(id: string): Promise<PublicSpace> {
      const { space, asset, area } = await found(id);
      return publicSpace(space, asset, area);
    },
    asOthersSee,

    /** Whether everybody may see a photo: its space is let, and the place is neither hidden nor gone. */
    async photoIsPublic(photoId: string): Promise<boolean> {
      const spaceId = await spacePhotosOn(db).spaceOf(photoId);
      const space = spaceId === undefined ? undefined : await spacesOn(db).byId(spaceId);
      if (!space || space.retiredOn) return false;
      return shown(space.assetId).then(
        ({ redacted }) => !redacted,
        (error: unknown) => {
          if (error instanceof Problem) return false;
          throw error;
        },
      );
    },

    /** Which times are free, day by day. @throws Problem 400 for more days than one answer has */
    async calendar(id: string, wanted: { from?: Day | undefined; to?: Day | undefined }): Promise<Calendar> {
      const { space, area } = await found(id);
      const moment = await momentIn(area);
      const from = wanted.from ?? moment.today;
      const to = wanted.to ?? plusDays(from, USUAL_DAYS - 1);
      const count = Temporal.PlainDate.from(from).until(to).days + 1;
      if (count < 1) throw invalid([{ field: 'to', message: 'Give a last day that is not before the first.' }]);
      if (count > MOST_CALENDAR_DAYS)
        throw invalid([{ field: 'to', message: `Ask for at most ${MOST_CALENDAR_DAYS} days at once.` }]);
      const keeping = await keepingOn(space, from, to, area.timeZone);
      const days = Array.from({ length: count }, (_, index) => plusDays(from, index)).map((date) =>
        calendarDay(space, date, keeping(date), moment),
      );
      return { spaceId: id, timeZone: area.timeZone, today: moment.today, days };
    },
  };

  async function found(id: string): Promise<{ space: BookableSpace; asset: PublicAsset; area: Area }> {
    const [space] = await spacesOn(db).bookable([id]);
    if (!space) throw notFound('space');
    const asset = await shown(space.assetId);
    const area = (await areas.all()).find((one) => one.id === asset.area.id);
    if (asset.redacted || !area) throw notFound('space');
    if (space.retiredOn) throw gone('This space is no longer let.');
    return { space, asset, area };
  }

  /** A space as it would be shown with changes that are not saved yet; without an id, one that is not there yet. */
  async function asOthersSee(
    { id, assetId }: { id: string | null; assetId: string },
    changed: Partial<BookableSpace>,
  ): Promise<PublicSpace> {
    const [known] = id === null ? [] : await spacesOn(db).bookable([id]);
    const asset = await shown(assetId);
    const area = (await areas.all()).find((one) => one.id === asset.area.id);
    if (!area) throw notFound('space');
    return publicSpace({ ...UNSAVED, assetId, ...known, ...changed }, asset, area);
  }

  async function publicSpace(space: BookableSpace, asset: PublicAsset, area: Area): Promise<PublicSpace> {
    const moment = await momentIn(area);
    const siblings = await spacesOn(db).inAsset(space.assetId);
    const parent = siblings.find(({ id }) => id === space.parentId);
    const depositPence = Math.min(space.depositPence, await mostDeposit(area.id, moment.today));
    const { number, version, parentId, leaves, windows, tariffs, assetId, ...told } = space;
    return {
      ...told,
      depositPence,
      asset,
      photos: await spacePhotosOn(db).ofSpace(space.id),
      today: moment.today,
      partOf: parent ? { id: parent.id, name: parent.name } : null,
      parts: siblings
        .filter((one) => one.parentId === space.id)
        .map(({ id, name, capacity }) => ({ id, name, capacity })),
      hours: windows.map(withoutId),
      prices: priceLists(tariffs, moment.today),
      answering: await answering(area.id, asset.owner.id, moment.today),
      example: workedExample({ ...space, depositPence }, moment),
    };
  }

  async function momentIn({ id, timeZone }: Area): Promise<Moment> {
    const now = Temporal.Instant.fromEpochMilliseconds(clock().getTime()).toZonedDateTimeISO(timeZone);
    return {
      today: now.toPlainDate().toString(),
      minute: now.hour * 60 + now.minute,
      daysOff: await areas.daysOff(id),
    };
  }

  /** What keeps time in a space, asked once for all days, as minutes of each day. */
  async function keepingOn(
    space: BookableSpace,
    from: Day,
    to: Day,
    timeZone: string,
  ): Promise<(date: Day) => Keeping[]> {
    const [starts, ends] = [minuteAt(from, timeZone), minuteAt(plusDays(to, 1), timeZone)];
    const claims = await spaceClaimsOn(db).between(space.leaves, starts, ends, Math.floor(clock().getTime() / 60_000));
    const words = await spaceClaimsOn(db).labels([...new Set(claims.map(({ holder }) => holder))]);
    const onWall = oneEach(claims).map(({ claim, leaves }) => ({
      begins: wallClock(claim.starts, timeZone),
      finishes: wallClock(claim.ends, timeZone),
      kind: claim.kind,
      label: words.get(claim.holder) ?? null,
      part: leaves < space.leaves.length,
    }));
    return (date) =>
      onWall.flatMap(({ begins, finishes, ...rest }) => {
        const [start, end] = [minutesFrom(date, begins), minutesFrom(date, finishes)];
        return end > 0 && start < DAY_MINUTES ? [{ ...rest, from: start, to: end }] : [];
      });
  }
}
export type SpacePageService = ReturnType<typeof spacePageService>;

/** Claims of one holder at one time on several parts are one: how many parts tells whether it is the whole. */
function oneEach(claims: readonly ClaimRow[]): { claim: ClaimRow; leaves: number }[] {
  const byTime = new Map<string, { claim: ClaimRow; leaves: number }>();
  for (const claim of claims) {
    const key = `${claim.holder} ${claim.starts} ${claim.ends}`;
    byTime.set(key, { claim, leaves: (byTime.get(key)?.leaves ?? 0) + 1 });
  }
  return [...byTime.values()];
}

const plusDays = (day: Day, days: number): Day => Temporal.PlainDate.from(day).add({ days }).toString();
const minuteAt = (day: Day, timeZone: string): number =>
  Math.floor(Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds / 60_000);
const wallClock = (minute: number, timeZone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(minute * 60_000).toZonedDateTimeISO(timeZone);
/** Minutes on the wall clock after a day's midnight; below 0 before it. */
const minutesFrom = (date: Day, at: Temporal.ZonedDateTime): number =>
  Temporal.PlainDate.from(date).until(at.toPlainDate()).days * DAY_MINUTES + at.hour * 60 + at.minute;
