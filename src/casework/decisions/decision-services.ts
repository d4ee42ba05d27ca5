import { callingIn } from './call-in-service.ts';
import { certificateReading } from './certificate-service.ts';
import type { DecisionDeps } from './decision-deps.ts';
import { decisionPages } from './decision-page-service.ts';
import { filing } from './filing-service.ts';
import { groundDeciding } from './ground-deciding-service.ts';
import { officerDeciding } from './officer-deciding-service.ts';
import { ownerDeciding } from './owner-service.ts';
import { reviewing } from './review-service.ts';
import { decisionSigning } from './signing-service.ts';
import { warnings } from './warning-service.ts';

/** All that can be done around decisions. */
export function decisionServices(deps: DecisionDeps) {
  return {
    owner: ownerDeciding(deps),
    filing: filing(deps),
    deciding: groundDeciding(deps),
    officer: officerDeciding(deps),
    signing: decisionSigning(deps),
    callingIn: callingIn(deps),
    reviewing: reviewing(deps),
    warnings: warnings(deps),
    certificates: certificateReading(deps),
    pages: decisionPages(deps),
  };
}
export type DecisionServices = ReturnType<typeof decisionServices>;
