import type { Look } from '../bookings/draft-contract.ts';
import { outsideName } from '../../groups/groups/group-contract.ts';
import { dayIn } from '../../kernel/clock.ts';
import { notFound, Problem } from '../../kernel/problem.ts';
import { workingDaysUntil } from '../../kernel/working-days.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import type { Booking } from '../bookings/booking-contract.ts';
import type { HistoryLine } from '../bookings/booking-page-contract.ts';
import { neutralLabel } from '../bookings/booking-words.ts';
import { agreementsOn } from './agreement-store.ts';
import type { RequestAnswerService } from './answer-service.ts';
import { conditionsFor } from './condition-rules.ts';
import type { RoomOption, Wish } from './request-contract.ts';
import type { RequestDeps } from './request-deps.ts';
import { requestFacts } from './request-facts-store.ts';
import { historyLine, OWNERS_SEE } from './request-history-words.ts';
import { aboveBudget, minutesOf } from './need-rules.ts';
import type { RequestOfferService } from './offer-service.ts';
import { optionsOn } from './option-store.ts';
import type { Outlook, RequestPage, ShownRoom, Viewer, WantedDate, NotAsked } from './request-page-contract.ts';
import { depositOf, turnOf, whyNoDefault } from './request-rules.ts';
import { whySkipped } from './skipped-words.ts';
import { currentOf, type RequestScenes, type Scene } from './request-scene.ts';
import { requestsOn } from './request-store.ts';
import type { RequestTelling } from './request-telling.ts';

type Deps = RequestDeps & {
  scenes: RequestScenes;
  telling: RequestTelling;
  offers: RequestOfferService;
  answers: RequestAnswerService;
};
type Thing = { areaId: string; groupId: string; ownerId?: string; assetId?: string; spaceId?: string };

const HISTORY_SHOWN = 100;
const OTHER_PRICES = ['charity', 'private', 'commercial'] as const;

/** How a request stands: for its page, and what it belongs to, for asking who may. */
export function requestPageService({
  db,
  rooms,
  bookings,
  ledger,
  groups,
  passportOf,
  inCompact,
  namesOf,
  suggest,
  scenes,
  telling,
  offers,
  answers,
}: Deps) {
  return {
    /**
     * What a request is about. Of the rooms that have been asked for, the one that this person answers for; a room that nobody has
     * been asked for yet concerns no owner. @throws Problem 404
     */
    async thing(id: string, who: Who | null): Promise<Thing> {
      const request = await requestsOn(db).byId(id);
      if (!request) throw notFound('request');
      const asked = (await optionsOn(db).of(id)).filter(({ state }) => state !== 'waiting' && state !== 'gone');
      const own = asked.filter((option) =>
        who?.rights.some(
          ({ scope, scopeId }) =>
            (scope === 'owner' && scopeId === option.ownerId) || (scope === 'asset' && scopeId === option.assetId),
        ),
      );
      const option = currentOf(own) ?? own.at(-1) ?? currentOf(asked) ?? asked.at(-1);
      return {
        areaId: request.areaId,
        groupId: request.groupId,
        ...(option && { ownerId: option.ownerId, assetId: option.assetId, spaceId: option.spaceId }),
      };
    },

    /** @param spaceId for an owner: which of the rooms concerns them */
    show,
    suggestions: async (id: string) => {
      const request = await requestsOn(db).byId(id);
      return request
        ? suggest(
            request,
            (await optionsOn(db).of(id)).map(({ spaceId }) => spaceId),
          )
        : [];
    },
  };

  async function show(id: string, viewer: Viewer, spaceId?: string): Promise<RequestPage> {
    const request = await requestsOn(db).byId(id);
    if (!request) throw notFound('request');
    const scene = await scenes.sceneOf({ trx: db, record: () => undefined }, request);
    const shown = await roomsOf(scene, viewer);
    const option =
      viewer === 'owner'
        ? scene.options.find((one) => one.spaceId === spaceId)
        : (currentOf(scene.options) ?? scene.options.find(({ state }) => state === 'waiting') ?? scene.options.at(-1));
    const current = shown.find((one) => one.option.id === option?.id) ?? null;
    const booking = option?.bookingId ? await bookings.byId(db, option.bookingId) : undefined;
    const passport = await passportOf(db, request.groupId, option?.dueOn ?? scene.today);
    const quote = booking?.price.quote ?? option?.asked?.quote ?? current?.outlook?.quote ?? null;
    const first = option ? await answers.goesFirst(option) : '';
    return {
      request,
      today: scene.today,
      rooms: viewer === 'owner' ? shown.filter((one) => one === current) : shown,
      current,
      passport,
      quote,
      group: {
        id: scene.group.id,
        name: viewer === 'owner' ? outsideName(scene.group) : scene.group.name,
        outsideName: outsideName(scene.group),
      },
      area: { id: scene.area.id, slug: scene.area.slug, name: scene.area.name },
      turn: turnOf(request.state, request.missing),
      left: request.dueOn ? workingDaysUntil(scene.today, request.dueOn, scene.daysOff) : 0,
      noDefault: option?.asked ? whyNoDefault(option.asked, passport) : [],
      ...(await datesOf(option, current, booking)),
      depositPence: quote ? depositOf(quote, request.terms) : 0,
      ...(await papersOf(scene, current, booking)),
      publicLabel:
        booking?.publicLabel ??
        (request.wish.showName ? outsideName(scene.group) : neutralLabel(request.wish.recurrence)),
      otherPrices: viewer === 'owner' ? [] : await otherPrices(scene),
      goesFirst: { optionId: first, isThis: first === (option?.id ?? '') },
      ledger: booking ? await ledger.of(db, booking.id) : [],
      history: await historyOf(scene, viewer, spaceId),
      signer: await signerOf(scene),
    };
  }

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
      problem: null,
    };
  }

  async function datesOf(
    option: RoomOption | undefined,
    current: ShownRoom | null,
    booking: Booking | undefined,
  ): Promise<{ dates: readonly WantedDate[]; leftOut: readonly NotAsked[] }> {
    if (booking) {
      const occurrences = await bookings.datesOf(db, booking.id);
      return {
        dates: occurrences
          .filter(({ state }) => state !== 'skipped')
          .map(({ date, from, to }) => ({ date, from, to, contested: false })),
        leftOut: occurrences
          .filter(({ state }) => state === 'skipped')
          .map(({ date, note }) => ({ date, why: whySkipped(note) })),
      };
    }
    if (!option?.asked) return { dates: current?.outlook?.dates ?? [], leftOut: current?.outlook?.leftOut ?? [] };
    const request = await requestsOn(db).byId(option.requestId);
    return {
      dates: option.asked.dates.map((date) => ({
        date,
        from: request?.wish.from ?? '',
        to: request?.wish.to ?? '',
        contested: option.state === 'asked',
      })),
      leftOut: option.asked.leftOut,
    };
  }

  /** The agreement as it stands or as it was signed, and what has to be in order before the first date. */
  async function papersOf(
    scene: Scene,
    current: ShownRoom | null,
    booking: Booking | undefined,
  ): Promise<Pick<RequestPage, 'agreement' | 'signed' | 'conditions' | 'buildingCovers'>> {
    const signed = booking && (await agreementsOn(db).of(booking.id));
    const dates = current?.option.asked?.dates ?? current?.outlook?.dates.map(({ date }) => date) ?? [];
    const [space] = current ? await rooms.spaces.bookable(db, [current.option.spaceId]) : [];
    const buildingCovers = current && space?.hirersLiability?.available === true;
    const conditions = conditionsFor(
      scene.request.wish,
      await groups.papers(db, scene.group.id),
      space?.hirersLiability ?? null,
      dates[0] ?? scene.request.startsOn,
      dates.at(-1) ?? scene.request.endsOn,
    );
    if (signed)
      return {
        agreement: signed.lines,
        signed: { by: (await namesOf(db, [signed.signedBy])).get(signed.signedBy) ?? 'The lead', on: signed.on },
        conditions,
        buildingCovers,
      };
    const atOnce =
      scene.request.state === 'draft' && current?.outlook?.approval === 'instant' ? current.outlook : undefined;
    return {
      agreement: current && (booking || atOnce) ? await offers.agreementFor(scene, current.option, atOnce) : [],
      signed: null,
      conditions,
      buildingCovers,
    };
  }

  /** What others would pay for the same: shown to groups that have no pass (casework reference 9.3, C2). */
  async function otherPrices({ request, options, today }: Scene): Promise<RequestPage['otherPrices']> {
    const [first] = options;
    if (!first || request.state !== 'incomplete' || !request.missing.includes('pass')) return [];
    const found: RequestPage['otherPrices'][number][] = [];
    for (const audience of OTHER_PRICES.filter((one) => one !== 'charity' && one !== request.wish.audience)) {
      const look = await rooms.look(db, { ...request, wish: { ...request.wish, audience } }, first.spaceId);
      if (!(look instanceof Problem) && look.quote && look.dates.some(({ date }) => date >= today))
        found.push({ audience, quote: look.quote });
    }
    return found;
  }

  async function historyOf(scene: Scene, viewer: Viewer, spaceId: string | undefined): Promise<HistoryLine[]> {
    const facts = await requestFacts(db, scene.request.id, HISTORY_SHOWN);
    const [people, named] = [
      await namesOf(
        db,
        facts.flatMap(({ actor, onBehalfOf }) => [actor, onBehalfOf ?? '']).filter((id) => id.length === 36),
      ),
      await telling.roomNames(db, scene.options),
    ];
    const seen =
      viewer === 'owner'
        ? facts.filter(
            ({ kind, after }) =>
              OWNERS_SEE.includes(kind) && (after['spaceId'] === undefined || after['spaceId'] === spaceId),
          )
        : facts;
    return seen.flatMap((fact) => {
      const option =
        scene.options.find(
          ({ id, spaceId: room }) => id === fact.after['optionId'] || room === fact.after['spaceId'],
        ) ??
        currentOf(scene.options) ??
        scene.options[0];
      const about = (option && named.get(option.spaceId)) ?? { room: 'the room', owner: 'The owner' };
      const text = historyLine(fact, { who: people.get(fact.actor) ?? 'Meantime', ...about });
      return text === null ? [] : [{ on: dayIn(scene.area.timeZone, new Date(fact.at)), text }];
    });
  }

  async function signerOf({ group }: Scene): Promise<string> {
    return (await groups.people(db, group.id)).find(({ role }) => role === 'group_lead')?.name || 'The lead';
  }
}
export type RequestPageService = ReturnType<typeof requestPageService>;

/** What a room costs beyond what the group can pay, by what its owner was asked or would be asked today. */
const aboveBudgetIn = (
  wish: Wish,
  asked: (Pick<Outlook, 'quote'> & { dates: readonly unknown[] }) | null,
): number | null => aboveBudget(wish, asked?.quote ?? null, asked?.dates.length ?? 0);

function wanted({ dates, contested, leftOut }: Look): Pick<Outlook, 'dates' | 'leftOut'> {
  const others = new Set(contested);
  return {
    dates: dates.map(({ date, from, to }) => ({ date, from, to, contested: others.has(date) })),
    leftOut: leftOut.map(({ date, why }) => ({ date, why })),
  };
}
