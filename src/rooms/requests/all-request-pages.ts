import type { Endpoint } from '../../kernel/endpoint.ts';
import { requestLinkPages } from './answer-link-pages.ts';
import { requestAskPages } from './ask-pages.ts';
import { drawPages } from './draw-pages.ts';
import { requestDraftPages } from './draft-pages.ts';
import { requestMoneyPages } from './money-pages.ts';
import { requestOfferPages } from './offer-pages.ts';
import type { RequestPagesDeps } from './request-endpoint.ts';
import { requestListPages } from './request-list-pages.ts';
import { requestPages } from './request-pages.ts';
import { waitingPages } from './waiting-pages.ts';

/** Every endpoint of requests. Fixed addresses come before those with an id in the same place. */
export function requestEndpoints(deps: RequestPagesDeps & Parameters<typeof waitingPages>[0]): Endpoint[] {
  return [
    ...requestAskPages(deps),
    ...requestPages(deps),
    ...requestDraftPages(deps),
    ...requestOfferPages(deps),
    ...requestMoneyPages(deps),
    ...requestLinkPages(deps),
    ...requestListPages(deps),
    ...drawPages(deps),
    ...waitingPages(deps),
  ];
}
