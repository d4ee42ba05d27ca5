import type { Endpoint } from '../../kernel/endpoint.ts';
import { enquiryAskPages } from './enquiry-ask-pages.ts';
import { enquiryDeskPages } from './enquiry-desk-pages.ts';
import type { EnquiryPagesDeps } from './enquiry-endpoint.ts';
import { enquiryFindingPages } from './enquiry-finding-pages.ts';
import { enquiryOwnPages } from './enquiry-own-pages.ts';
import type { Clock } from '../../kernel/clock.ts';

/** Every endpoint of questions whose a place is. Fixed addresses come before those with an id in the same place. */
export const enquiryEndpoints = (deps: EnquiryPagesDeps & { clock: Clock }): Endpoint[] => [
  ...enquiryAskPages(deps),
  ...enquiryDeskPages(deps),
  ...enquiryOwnPages(deps),
  ...enquiryFindingPages(deps),
];
