import type { Who } from '../../ground/people/role-contract.ts';
import { outsideName } from '../../groups/groups/group-contract.ts';
import { notFound } from '../../kernel/problem.ts';
import { workingDaysUntil } from '../../kernel/working-days.ts';
import { neutralLabel } from '../bookings/booking-words.ts';
import type { RequestAnswerService } from './answer-service.ts';
import type { RequestOfferService } from './offer-service.ts';
import { optionsOn } from './option-store.ts';
import type { RequestDeps } from './request-deps.ts';
import type { RequestPage, Viewer } from './request-page-contract.ts';
import { depositOf, whyNoDefault } from './request-rules.ts';
import { currentOf, type RequestScenes } from './request-scene.ts';
import { requestsOn } from './request-store.ts';
import type { RequestTelling } from './request-telling.ts';
import { readerOf, whyWords } from './rival-words.ts';
import { shownDates } from './shown-dates-scene.ts';
import { shownDecisions } from './shown-decisions-scene.ts';
import { shownHistory } from './shown-history-scene.ts';
import { shownPapers } from './shown-papers-scene.ts';
import { shownStanding } from './shown-standing-scene.ts';
import { shownRooms } from './shown-rooms-scene.ts';

type Deps = RequestDeps & {
  scenes: RequestScenes;
  telling: RequestTelling;
  offers: RequestOfferService;
  answers: RequestAnswerService;
};
type Thing = { areaId: string; groupId: string; ownerId?: string; assetId?: string; spaceId?: string };

/** How a request stands: for its page, and what it belongs to, for asking who may. */
export function requestPageService(deps: Deps) {
  const { db, bookings, ledger, passportOf, suggest, scenes, answers } = deps;
  const { roomsOf, otherPrices } = shownRooms(deps);
  const { papersOf, signerOf } = shownPapers(deps);
  const datesOf = shownDates(deps);
  const standingOf = shownStanding(deps);
  const historyOf = shownHistory(deps);
  const decidedOf = shownDecisions(deps);
  return {
    /**
     * What a request is about. Of the rooms that have been asked for, the one that this person answers for; a room that nobody has
     * been asked for yet concerns no owner. @throws Problem 404
     */
    async thing(id: string, who: Who | null): Promise<Thing> {
      const request = await requestsOn(db).byId(id);
      if (!request) throw notFound('request');
      const asked = (await optionsOn(db).of(id)).filter(({ askedOn }) => askedOn !== null);
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
    const first = option ? await answers.goesFirst(scene, option) : { optionId: '', compared: null };
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
      area: {
        id: scene.area.id,
        slug: scene.area.slug,
        name: scene.area.name,
        reach: await deps.reachOf(db, scene.area.id),
      },
      standing: await standingOf(scene, option, booking),
      left: request.dueOn ? workingDaysUntil(scene.today, request.dueOn, scene.daysOff) : 0,
      noDefault: option?.asked ? whyNoDefault(option.asked, passport) : [],
      ...(await datesOf(option, current, booking)),
      depositPence: quote ? depositOf(quote, request.terms) : 0,
      ...(await papersOf(scene, current, booking)),
      publicLabel:
        booking?.publicLabel ??
        (request.wish.showName ? outsideName(scene.group) : neutralLabel(request.wish.recurrence)),
      otherPrices: viewer === 'owner' ? [] : await otherPrices(scene, passport),
      goesFirst: {
        optionId: first.optionId,
        isThis: first.optionId === (option?.id ?? ''),
        why: first.compared ? whyWords(first.compared, current?.owner ?? 'the owner', readerOf(viewer)) : [],
      },
      decided: await decidedOf(scene, viewer, spaceId),
      ledger: booking ? await ledger.of(db, booking.id) : [],
      history: await historyOf(scene, viewer, spaceId),
      signer: await signerOf(scene),
    };
  }
}
