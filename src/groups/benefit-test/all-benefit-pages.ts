import type { Endpoint } from '../../kernel/endpoint.ts';
import { assistedPassportPages } from './assisted-passport-pages.ts';
import { caseTestPages } from './case-test-pages.ts';
import { criteriaPages } from './criteria-pages.ts';
import { deskTestPages } from './desk-test-pages.ts';
import { scoringPages } from './scoring-pages.ts';
import { testListPages } from './test-list-pages.ts';
import { evidencePages } from './evidence-pages.ts';
import { passportAnswerPages } from './passport-answer-pages.ts';
import { passportPages } from './passport-pages.ts';
import type { BenefitPagesDeps } from './test-endpoint.ts';

/** Every endpoint of the benefit test. */
export function benefitTestEndpoints(deps: BenefitPagesDeps): Endpoint[] {
  return [
    ...criteriaPages(deps),
    ...passportPages(deps),
    ...passportAnswerPages(deps),
    ...assistedPassportPages(deps),
    ...evidencePages(deps),
    ...caseTestPages(deps),
    ...testListPages(deps),
    ...scoringPages(deps),
    ...deskTestPages(deps),
  ];
}
