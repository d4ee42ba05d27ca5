import { requestAgreements } from './agreement-service.ts';
import { requestAnswerService } from './answer-service.ts';
import { requestAsking } from './asking-steps.ts';
import { requestClockService } from './request-clock-service.ts';
import { requestCompeting } from './competing-steps.ts';
import { requestContests } from './contest-steps.ts';
import type { RequestCore, RequestDeps } from './request-deps.ts';
import { drawService } from './draw-service.ts';
import { requestDraftService } from './draft-service.ts';
import { requestHolding } from './holding-steps.ts';
import { requestListService } from './request-list-service.ts';
import { requestMoneyService } from './money-service.ts';
import { requestOfferService } from './offer-service.ts';
import { requestOffering } from './offering-steps.ts';
import { requestPageService } from './request-page-service.ts';
import { requestScenes } from './request-scene.ts';
import { requestSendService } from './send-service.ts';
import { requestTestFollowing } from './test-following-service.ts';
import { requestTelling } from './request-telling.ts';

/** Everything that can be done with requests for rooms, from the first wish to the confirmed booking. */
export function requestServices(deps: RequestDeps) {
  const { sending, offers, ...steps } = requestSteps(deps);
  const all = { ...deps, ...steps };
  const answers = requestAnswerService(all);
  return {
    drafts: requestDraftService(all),
    sending,
    answers,
    offers,
    money: requestMoneyService({ ...all, offers }),
    pages: requestPageService({ ...all, offers, answers }),
    lists: requestListService(deps),
    draws: drawService(deps),
    ...requestClockService({ ...all, sending, offers, following: requestTestFollowing(all) }),
  };
}
export type RequestServices = ReturnType<typeof requestServices>;

/** The steps of a request, each on those before it: asking, offering, competing, taking, sending. */
export function requestSteps(deps: RequestCore) {
  const base = { ...deps, scenes: requestScenes(deps), holding: requestHolding(deps), telling: requestTelling(deps) };
  const contests = requestContests(base);
  const withOffers = { ...base, contests, offerIn: requestOffering(base) };
  const withAsking = { ...withOffers, asking: requestAsking(withOffers) };
  const agreements = requestAgreements(withAsking);
  const all = { ...withAsking, agreements, competing: requestCompeting(withAsking) };
  const offers = requestOfferService(all);
  return { ...all, offers, sending: requestSendService({ ...all, offers }) };
}
