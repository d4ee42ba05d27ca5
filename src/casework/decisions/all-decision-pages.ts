import type { Endpoint } from '../../kernel/endpoint.ts';
import { certificatePages } from './certificate-pages.ts';
import { decidingPages } from './deciding-pages.ts';
import type { DecisionPagesDeps } from './decision-endpoint.ts';
import { filingPages } from './filing-pages.ts';
import { recordPages } from './record-pages.ts';

/** Every endpoint of decisions. */
export const decisionEndpoints = (deps: DecisionPagesDeps): Endpoint[] => [
  ...filingPages(deps),
  ...decidingPages(deps),
  ...recordPages(deps),
  ...certificatePages(deps),
];
