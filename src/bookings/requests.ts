import { requestAnswerService } from './request-answer-service.ts';
import { requestAsking } from './request-asking.ts';
import { requestClockService } from './request-clock-service.ts';
import { requestCompeting } from './request-competing.ts';
import type { RequestDeps } from './request-deps.ts';
import { requestDraftService } from './request-draft-service.ts';
import { requestHolding } from './request-holding.ts';
import { requestListService } from './request-list-service.ts';
import { requestMoneyService } from './request-money-service.ts';
import { requestOfferService } from './request-offer-service.ts';
import { requestOffering } from './request-offering.ts';
import { requestPageService } from './request-page-service.ts';
import { requestScenes } from './request-scene.ts';
import { requestSendService } from './request-send-service.ts';
import { requestTelling } from './request-telling.ts';

/** Everything that can be done with requests for rooms, from the first wish to the confirmed booking. */
export function requestServices(deps: RequestDeps) {
  const base = { ...deps, scenes: requestScenes(deps), holding: requestHolding(deps), telling: requestTelling(deps) };
  const withOffers = { ...base, offerIn: requestOffering(base) };
  const withAsking = { ...withOffers, asking: requestAsking(withOffers) };
  const all = { ...withAsking, competing: requestCompeting(withAsking) };
  const [offers, answers] = [requestOfferService(all), requestAnswerService(all)];
  const sending = requestSendService({ ...all, offers });
  return {
    drafts: requestDraftService(all), sending, answers, offers, money: requestMoneyService({ ...all, offers }), pages: requestPageService({ ...all, offers, answers }), lists: requestListService(deps),
    ...requestClockService({ ...all, sending, offers }),
  };
}
export type RequestServices = ReturnType<typeof requestServices>;
