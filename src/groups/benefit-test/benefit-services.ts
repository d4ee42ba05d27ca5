import type { BenefitDeps } from './benefit-deps.ts';
import { caseAnswering } from './case-answering-service.ts';
import { caseReader } from './case-reading.ts';
import { criteriaService } from './criteria-service.ts';
import { draftRetentionService } from './draft-retention-service.ts';
import { evidenceService } from './evidence-service.ts';
import { gateService } from './gate-service.ts';
import { passportDrafts } from './passport-draft-service.ts';
import { passportHomeService } from './passport-home-service.ts';
import { passportPageService } from './passport-page-service.ts';
import { passportReminders } from './passport-reminder-service.ts';
import { passportService } from './passport-service.ts';
import { resultService } from './result-service.ts';
import { scoringService } from './scoring-service.ts';
import { settlingService } from './settling-service.ts';
import { testListService } from './test-list-service.ts';
import { testPageService } from './test-page-service.ts';
import { trialService } from './trial-service.ts';

/** Everything that can be done with the benefit test, one service a kind of work. */
export function benefitTestServices(deps: BenefitDeps) {
  const criteria = criteriaService(deps);
  const drafts = passportDrafts({ ...deps, criteria });
  const cases = caseReader({ ...deps, criteria });
  const all = { ...deps, criteria, drafts, cases };
  const results = resultService(all);
  const pages = passportPageService(all);
  return {
    criteria,
    trials: trialService(all),
    passports: {
      ...passportService(all),
      ...pages,
      openFor: drafts.openFor,
      ...passportHomeService({ ...all, pages }),
      ...passportReminders(all),
    },
    caseAnswers: caseAnswering(all),
    evidence: { ...evidenceService(all), ...draftRetentionService(all) },
    scoring: scoringService(all),
    settling: settlingService(all),
    gates: gateService(all),
    results,
    tests: { ...testListService(all), ...testPageService({ ...all, results }) },
  };
}
export type BenefitTestServices = ReturnType<typeof benefitTestServices>;
