import { v5 } from 'uuid';
import { areaPorts } from '../../ground/areas/area-ports.ts';
import { casePorts } from '../../ground/cases/case-ports.ts';
import { peoplePorts, personAdding } from '../../ground/people/people-ports.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import { idsIn } from '../../ground/people/role-rules.ts';
import { groupsOn } from '../../groups/groups/group-store.ts';
import { caseTestPorts } from '../../groups/benefit-test/case-test-ports.ts';
import type { Groups } from '../../groups/wing.ts';
import type { BeforeWriting, Kernel } from '../../kernel/wing.ts';
import { shownAsset, shownAssets } from '../../register/assets/asset-ports.ts';
import { whyNotAsked } from '../proposals/proposal-place-rules.ts';
import { proposalsOn } from '../proposals/proposal-store.ts';
import { caseTermPorts } from '../terms/case-term-ports.ts';
import type { InterestDeps, InterestSteppingDeps } from './interest-deps.ts';

/** Made of it is the name of what is shown once. */
const SHOWN_ONCE = '5b0a4f7e-3b52-4d5c-9a0e-6f8c8a6f1d11';

/** What interests need of the rest of the house inside a transaction, also where things follow from facts. */
export const interestReads = ({ clock }: Pick<BeforeWriting, 'clock'>): InterestSteppingDeps => ({
  clock,
  areas: { byId: areaPorts.byId, bankHolidays: areaPorts.bankHolidays },
  termsOn: caseTermPorts.on,
  shown: shownAsset,
});

/** All that interests need. */
export function interestDeps(kernel: Kernel, { benefitTests }: Pick<Groups, 'benefitTests'>): InterestDeps {
  const { db, config } = kernel;
  const tests = caseTestPorts(kernel);
  return {
    ...kernel,
    ...interestReads(kernel),
    baseUrl: config.baseUrl,
    mailFrom: config.mailFrom,
    allAreas: () => areaPorts.all(db),
    owners: areaPorts.owners,
    shownAll: shownAssets,
    caseNumber: casePorts.number,
    whyNotAsked: (asset) => whyNotAsked(asset, undefined),
    people: {
      ...peoplePorts,
      add: personAdding(kernel),
    },
    groups: { byIds: (on, ids) => groupsOn(on).byIds([...ids]) },
    async draftsFor(who: Who, assetId) {
      const groups = await groupsOn(db).byIds(idsIn(who, 'group', ['group_lead', 'group_deputy']));
      const drafts = await Promise.all(
        groups.map(async ({ id, name, publicName }) => {
          const draft = await proposalsOn(db).draftOf(id, assetId);
          if (!draft) return [];
          const { asked } = await tests.drafted(db, draft.testId);
          const questions = asked.filter(({ id: question }) => !/^G\d/.test(question));
          return [
            {
              proposalId: draft.id,
              testId: draft.testId,
              group: publicName ?? name,
              questions: questions.map(({ id: question, text }) => ({ id: question, text })),
            },
          ];
        }),
      );
      return drafts.flat();
    },
    async showBy(who, testId, { criterion, words, once }) {
      const draft = await benefitTests.caseAnswers.open(testId);
      const submission = v5(once, SHOWN_ONCE);
      await benefitTests.evidence.add(who, draft, { criterion, words, submission }, undefined);
    },
  };
}
