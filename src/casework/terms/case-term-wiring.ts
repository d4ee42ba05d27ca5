import { caseTermsDeskPart, caseTermsPart } from '../../../client/casework/terms/case-terms-view.ts';
import type { Ground } from '../../ground/wing.ts';
import type { Contribution, Kernel } from '../../kernel/wing.ts';
import { caseTermPages } from './case-term-pages.ts';
import { caseTermService } from './case-term-service.ts';

/** The limits that an area adopts for cases of land and buildings. */
export function caseTermsFeature(kernel: Kernel, { areas, access }: Pick<Ground, 'areas' | 'access'>) {
  const caseTerms = caseTermService(kernel);
  const contribution: Contribution = {
    endpoints: ({ sendPage }) => caseTermPages({ terms: caseTerms, areas, access, sendPage }),
    onCompact: async (area) => caseTermsPart(await caseTerms.inForce(area)),
    onCompactDesk: async (area, mayRecord) => caseTermsDeskPart(area, mayRecord),
  };
  return { caseTerms, contribution };
}
