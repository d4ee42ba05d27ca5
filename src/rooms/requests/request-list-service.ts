import type { Occurrence } from '../bookings/booking-contract.ts';
import { seriesWords } from '../bookings/booking-words.ts';
import { trialNumberWords } from '../bookings/trial-date-words.ts';
import type { Area } from '../../ground/areas/area-contract.ts';
import { outsideName } from '../../groups/groups/group-contract.ts';
import type { Standing } from '../../ground/cases/standing-contract.ts';
import { dayIn } from '../../kernel/clock.ts';
import { workingDaysUntil } from '../../kernel/working-days.ts';
import {
  OFFERED_STATES,
  OPEN_STATES,
  OVER_STATES,
  type OptionState,
  type RequestState,
  type RoomOption,
  type RoomRequest,
} from './request-contract.ts';
import type { RequestDeps } from './request-deps.ts';
import { requestListsOn, type After, type ListFilter } from './request-list-store.ts';
import { optionsOn } from './option-store.ts';
import type { DeskCounts, DeskFilter, RequestLine } from './request-page-contract.ts';
import { isPast } from './request-rules.ts';
import { requestDue } from './request-standing-rules.ts';
import { requestStanding, requestStep } from './request-standing-words.ts';
import { currentOf } from './request-scene.ts';
import { requestsOn } from './request-store.ts';

/** A page of a list, and where the next begins. */
export type Lines = { lines: RequestLine[]; next: After | null };
export type Owned = { ownerIds: readonly string[]; assetIds: readonly string[] };
/** What of an owner’s rooms: still to answer, or answered and not over. */
export type OwnedWhich = 'to_answer' | 'answered';

const PAGE = 50;
const LATELY_DAYS = 30;
const OWNED: Record<OwnedWhich, readonly OptionState[]> = {
  to_answer: ['asked'],
  answered: ['offered', 'default_offered', 'taken'],
};
const FILTERS: Record<Exclude<DeskFilter, 'over'>, { states: readonly RequestState[] }> = {
  mine: { states: ['incomplete', 'chasing', 'with_broker'] },
  late: { states: OPEN_STATES },
  owners: { states: ['asked'] },
  groups: { states: [...OFFERED_STATES, 'deposit_due'] },
};

/** Lists of requests for officers, owners and groups, what is due first at the top. */
export function requestListService({ db, clock, rooms, groups, areas, bookings, bookingStandings }: RequestDeps) {
  return {
    async onDesk(area: Area, which: DeskFilter, after: After | null): Promise<Lines> {
      const found =
        which === 'over'
          ? await requestListsOn(db).over(area.id, OVER_STATES, after, PAGE + 1)
          : await requestListsOn(db).ids(filterOf(area, which), after, PAGE + 1);
      return paged(
        found,
        await linesOf(
          found.map(({ id }) => id),
          ({ name }) => name,
        ),
      );
    },

    /** "Group room, Health centre – Tuesday friends" */
    async titleOf(id: string): Promise<string | undefined> {
      const [line] = await linesOf([id], outsideName);
      return line && `${line.room} – ${line.group}`;
    },

    /** How many there are of each: for the desk’s first page. */
    async counts(area: Pick<Area, 'id' | 'timeZone'>): Promise<DeskCounts> {
      const count = (which: Exclude<DeskFilter, 'over'>): Promise<number> =>
        requestListsOn(db).count(filterOf(area, which));
      return {
        mine: await count('mine'),
        late: await count('late'),
        owners: await count('owners'),
        groups: await count('groups'),
      };
    },

    async ofOwner(owned: Owned, which: OwnedWhich, after: After | null): Promise<Lines> {
      const found = await requestListsOn(db).ownedIds({ ...owned, states: OWNED[which] }, after, PAGE + 1);
      const lines = new Map(
        (
          await linesOf(
            found.map(({ requestId }) => requestId),
            outsideName,
            owned,
          )
        ).map((line) => [line.id, line]),
      );
      return paged(
        found,
        found.flatMap(({ requestId }) => lines.get(requestId) ?? []),
      );
    },
    countOfOwner: (owned: Owned): Promise<number> =>
      requestListsOn(db).countOwned({ ...owned, states: OWNED.to_answer }),

    /** Everything that some groups have under way, drafts too, and what ended lately: by due day, or by day of use where nothing is due. */
    async ofGroups(groupIds: readonly string[]): Promise<RequestLine[]> {
      if (groupIds.length === 0) return [];
      const since = new Date(clock().getTime() - LATELY_DAYS * 86_400_000).toISOString();
      const requests = await requestsOn(db).ofGroups(groupIds, since);
      const lines = await linesOf(
        requests.map(({ id }) => id),
        ({ name }) => name,
        undefined,
        await trialsOf(groupIds),
      );
      return lines.toSorted((one, other) => (one.dueOn ?? one.startsOn).localeCompare(other.dueOn ?? other.startsOn));
    },
  };

  /** Bookings of some groups that are on trial, in words. */
  async function trialsOf(groupIds: readonly string[]): Promise<Map<string, string>> {
    const found = new Map<string, string>();
    for (const id of groupIds)
      for (const [bookingId, numbers] of (await bookings.trialsOf(db, id)).numbers)
        found.set(bookingId, trialNumberWords(numbers));
    return found;
  }

  function filterOf(area: Pick<Area, 'id' | 'timeZone'>, which: Exclude<DeskFilter, 'over'>): ListFilter {
    return {
      areaId: area.id,
      ...FILTERS[which],
      ...(which === 'late' && { dueBefore: dayIn(area.timeZone, clock()) }),
    };
  }

  /** Lines in the order of the ids. @param nameOf how those who look know the group */
  async function linesOf(
    ids: readonly string[],
    nameOf: (group: { name: string; publicName: string | null }) => string,
    owned?: Owned,
    trials: ReadonlyMap<string, string> = new Map(),
  ): Promise<RequestLine[]> {
    const requests = new Map((await requestsOn(db).byIds(ids)).map((one) => [one.id, one]));
    const options = await optionsOn(db).ofAll(ids);
    const places = new Map(
      (await rooms.spaces.places(db, [...new Set(options.map(({ spaceId }) => spaceId))])).map((place) => [
        place.spaceId,
        `${place.spaceName}, ${place.assetName}`,
      ]),
    );
    const names = new Map<string, string>();
    for (const groupId of new Set([...requests.values()].map((one) => one.groupId)))
      names.set(groupId, nameOf((await groups.byId(db, groupId)) ?? { name: 'A group', publicName: null }));
    const moments = await momentsOf([...requests.values()]);
    const booked = await bookedOf([...requests.values()], options);
    return ids.flatMap((id) => {
      const request = requests.get(id);
      const option =
        request &&
        chosen(
          options.filter(({ requestId }) => requestId === id),
          owned,
        );
      const moment = request && moments.get(request.areaId);
      return request && moment
        ? [
            lineOf(request, option, {
              group: names.get(request.groupId) ?? 'A group',
              room: (option && places.get(option.spaceId)) ?? 'No room yet',
              trial: trials.get(option?.bookingId ?? '') ?? null,
              booked: booked.get(option?.bookingId ?? '') ?? null,
              ...moment,
            }),
          ]
        : [];
    });
  }

  /** Where the bookings of requests stand that are booked, and their first dates. */
  async function bookedOf(
    requests: readonly RoomRequest[],
    options: readonly RoomOption[],
  ): Promise<Map<string, Booked>> {
    const confirmed = new Set(requests.filter(({ state }) => state === 'confirmed').map(({ id }) => id));
    const ids = options.flatMap(({ requestId, bookingId }) =>
      bookingId !== null && confirmed.has(requestId) ? [bookingId] : [],
    );
    const found = new Map<string, Booked>();
    const dates = await bookings.datesOfAll(db, ids);
    for (const [id, standing] of await bookingStandings(db, ids))
      found.set(id, { standing, firstOn: firstOf(dates.filter(({ bookingId }) => bookingId === id)) });
    return found;
  }

  async function momentsOf(
    requests: readonly RoomRequest[],
  ): Promise<Map<string, { today: string; daysOff: ReadonlySet<string> }>> {
    const all = (await areas()).filter(({ id }) => requests.some(({ areaId }) => areaId === id));
    const moments = new Map<string, { today: string; daysOff: ReadonlySet<string> }>();
    for (const area of all)
      moments.set(area.id, { today: dayIn(area.timeZone, clock()), daysOff: await rooms.areas.daysOff(db, area.id) });
    return moments;
  }
}

type Booked = { standing: Standing; firstOn: string | null };
type Around = {
  group: string;
  room: string;
  trial: string | null;
  booked: Booked | null;
  today: string;
  daysOff: ReadonlySet<string>;
};

/** The first date that takes place; of a booking that was given up, the first that there was. */
function firstOf(dates: readonly Pick<Occurrence, 'date' | 'state'>[]): string | null {
  const kept = dates.filter(({ state }) => state === 'planned' || state === 'used' || state === 'no_show');
  return (kept.length > 0 ? kept : dates).map(({ date }) => date).toSorted()[0] ?? null;
}

function lineOf(
  request: RoomRequest,
  option: RoomOption | undefined,
  { group, room, trial, booked, today, daysOff }: Around,
): RequestLine {
  const { stage, steps } = booked?.standing ?? requestStanding(request.state, requestStep(requestDue(request)));
  const dueOn = steps[0].by;
  return {
    id: request.id,
    caseNumber: request.caseNumber,
    state: request.state,
    stage,
    step: steps[0],
    group,
    room,
    trial,
    when: seriesWords(request.wish),
    dueOn,
    startsOn: booked?.firstOn ?? option?.asked?.dates[0] ?? request.startsOn,
    left: dueOn ? workingDaysUntil(today, dueOn, daysOff) : 0,
    late: isPast(dueOn, today) && OPEN_STATES.includes(request.state),
  };
}

/** The room that a line is about: an owner’s own, else the one in somebody’s hands, else the first that waits, else the last. */
function chosen(options: readonly RoomOption[], owned?: Owned): RoomOption | undefined {
  const own = owned
    ? options.filter(({ ownerId, assetId }) => owned.ownerIds.includes(ownerId) || owned.assetIds.includes(assetId))
    : options;
  return currentOf(own) ?? own.find(({ state }) => state === 'waiting') ?? own.at(-1);
}

function paged(found: readonly After[], lines: RequestLine[]): Lines {
  const last = found[PAGE - 1];
  return { lines: lines.slice(0, PAGE), next: found.length > PAGE && last ? { key: last.key, id: last.id } : null };
}
