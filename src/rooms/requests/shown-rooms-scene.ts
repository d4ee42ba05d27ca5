import { Problem } from '../../kernel/problem.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { Audience, Quote } from '../spaces/space-contract.ts';
import type { Look } from '../bookings/draft-contract.ts';
import { aboveBudget, minutesOf } from './need-rules.ts';
import {
  ASKED_STATES,
  isTestedFor,
  type Passport,
  type RoomOption,
  type RoomRequest,
  type Wish,
} from './request-contract.ts';
import { wantedDate } from './shown-dates-scene.ts';
import type { RequestDeps } from './request-deps.ts';
import type { Outlook, RequestPage, ShownRoom, Viewer } from './request-page-contract.ts';
import { depositOf } from './request-rules.ts';
import { currentOf, type Scene } from './request-scene.ts';
import type { RequestTelling } from './request-telling.ts';

type Deps = Pick<RequestDeps, 'db' | 'rooms' | 'bookings' | 'inCompact'> & { telling: RequestTelling };

/** Who needs no pass, at a price of their own. */
const OTHER_PRICES = ['private', 'commercial'] as const;

/** The rooms of a request as its page shows them, and what they would say today. */
export function shownRooms({ db, rooms, bookings, inCompact, telling }: Deps) {
  return { roomsOf, otherPrices };

  async function roomsOf(scene: Scene, viewer: Viewer): Promise<ShownRoom[]> {
    const { wish } = scene.request;
    const places = new Map(
      (
        await rooms.spaces.places(
          db,
          scene.options.map(({ spaceId }) => spaceId),
        )
      ).map((place) => [place.spaceId, place]),
    );
    const names = await telling.roomNames(db, scene.options);
    const spaces = new Map(
      (wish.needs.length > 0 ? await rooms.spaces.bookable(db, [...places.keys()]) : []).map((space) => [
        space.id,
        space,
      ]),
    );
    const joined = await inCompact(
      db,
      scene.options.map(({ ownerId }) => ownerId),
      scene.today,
    );
    const shown: ShownRoom[] = [];
    for (const option of scene.options) {
      const [place, space] = [places.get(option.spaceId), spaces.get(option.spaceId)];
      const look = option.state === 'waiting' ? await outlook(scene, option) : null;
      shown.push({
        lacks: space ? rooms.lacking(space, wish.needs, minutesOf(wish)) : [],
        abovePence: viewer === 'owner' ? null : aboveBudgetIn(wish, look ?? option.asked),
        option,
        name: place?.spaceName ?? 'A room',
        place: place?.assetName ?? 'A place',
        owner: names.get(option.spaceId)?.owner ?? 'The owner',
        inCompact: joined.has(option.ownerId),
        outlook: look,
      });
    }
    return shown;
  }

  async function outlook({ request }: Scene, { spaceId }: RoomOption): Promise<Outlook> {
    const look = await rooms.look(db, request, spaceId);
    if (look instanceof Problem)
      return {
        dates: [],
        leftOut: [],
        quote: null,
        depositPence: 0,
        approval: 'owner',
        publishedOpen: false,
        mayHave: false,
        trial: null,
        problem:
          look.mistakes.length > 0
            ? look.mistakes
                .map(({ message }) => message)
                .slice(0, 3)
                .join(' ')
            : look.message,
      };
    return {
      ...wanted(look),
      quote: look.quote,
      depositPence: look.quote ? depositOf(look.quote, request.terms) : 0,
      approval: look.approval,
      publishedOpen: look.publishedOpen,
      mayHave: !look.draft.waitsFor.includes('test'),
      trial: look.draft.trial,
      problem: null,
    };
  }

  /** What others would pay for the same: shown to groups that have no pass (casework reference 9.3, C2). */
  async function otherPrices(
    { request, options, today }: Scene,
    { state }: Pick<Passport, 'state'>,
  ): Promise<RequestPage['otherPrices']> {
    const first = currentOf(options);
    const noPass = state === 'nearly' || state === 'not_yet';
    if (!first || !ASKED_STATES.includes(request.state) || !noPass || !isTestedFor(request.wish.audience)) return [];
    const found: RequestPage['otherPrices'][number][] = [];
    for (const audience of OTHER_PRICES.filter((one) => one !== request.wish.audience)) {
      const quote = await priceAt(request, first, audience, today);
      if (quote) found.push({ audience, quote });
    }
    return found;
  }

  /** The price of the dates that are held for the request, or of those that it could have where it holds none. */
  async function priceAt(
    request: RoomRequest,
    { bookingId, spaceId }: RoomOption,
    audience: Audience,
    today: Day,
  ): Promise<Quote | null> {
    const booking = bookingId === null ? undefined : await bookings.byId(db, bookingId);
    if (booking) return rooms.priceFor(booking, await bookings.datesOf(db, booking.id), audience);
    const look = await rooms.look(db, { ...request, wish: { ...request.wish, audience } }, spaceId);
    return look instanceof Problem || look.dates.every(({ date }) => date < today) ? null : look.quote;
  }
}

/** What a room costs beyond what the group can pay, by what its owner was asked or would be asked today. */
const aboveBudgetIn = (
  wish: Wish,
  asked: (Pick<Outlook, 'quote'> & { dates: readonly unknown[] }) | null,
): number | null => aboveBudget(wish, asked?.quote ?? null, asked?.dates.length ?? 0);

function wanted({ dates, contested, leftOut }: Look): Pick<Outlook, 'dates' | 'leftOut'> {
  const others = new Set(contested);
  return {
    dates: dates.map((one) => wantedDate(one, others.has(one.date))),
    leftOut,
  };
}
