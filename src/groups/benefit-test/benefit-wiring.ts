import { nothing } from 'lit';
import { testsCard } from '../../../client/groups/benefit-test/tests-card-part.ts';
import type {} from '../../ground/people/desk-slot.ts';
import { join } from 'node:path';
import { placeOfCase } from '../../ground/cases/case-finding-service.ts';
import { contactPorts } from '../../ground/contacts/contact-ports.ts';
import { peoplePorts } from '../../ground/people/people-ports.ts';
import { DRAFTS } from '../../ground/retention/retention-contract.ts';
import type { Ground } from '../../ground/wing.ts';
import { gathered, type Contribution, type Kernel } from '../../kernel/wing.ts';
import './publishing-slot.ts';
import type { CompactService } from '../compact/compact-service.ts';
import { documentFiles } from '../groups/document-files.ts';
import type { GroupPorts } from '../groups/group-ports.ts';
import type { GroupServices } from '../groups/group-services.ts';
import { benefitTestEndpoints } from './all-benefit-pages.ts';
import { benefitKeeper } from './benefit-keeper.ts';
import { benefitTestServices } from './benefit-services.ts';
import { caseTestPorts } from './case-test-ports.ts';
import { ADOPT_USAGE, adoptCriteria, SHOW_USAGE, showCriteria } from './criteria-cli.ts';

const REMIND_MS = 3_600_000;

type Below = { ground: Ground; groups: GroupServices; groupPorts: GroupPorts; compact: CompactService };

/** The community benefit test. */
export function benefitTestFeature(kernel: Kernel, { ground, groups, groupPorts, compact }: Below) {
  const { areas, mails, access } = ground;
  const { baseUrl, dataDir } = kernel.config;
  const benefitTests = benefitTestServices({
    ...kernel,
    areas,
    mails,
    baseUrl,
    files: documentFiles(join(dataDir, 'evidence')),
    groups: groupPorts,
    people: peoplePorts,
    tell: groupPorts.tell,
    trialDates: async (areaId, day) => (await compact.termsOn(areaId, day)).terms.trial_dates,
    reachOf: contactPorts.reachOf,
  });
  const { criteria, evidence, passports } = benefitTests;
  const contribution: Contribution = {
    endpoints: ({ sendPage, house }) =>
      benefitTestEndpoints({
        benefitTests,
        areas,
        access,
        sendPage,
        about: async (subject, who) => (subject ? placeOfCase(house, subject, who) : null),
        whyNot: async (subject, on = kernel.db) =>
          subject ? (await Promise.all(gathered(house, 'whyNotPublish').map((why) => why(on, subject)))).flat() : [],
        beside: async (subject) =>
          subject ? Promise.all(gathered(house, 'onScoreSheet').map((part) => part(subject))) : [],
        groups: { thing: groups.thing, lead: (id) => groupPorts.lead(kernel.db, id) },
      }),
    jobs: [{ name: 'reminders of room passports', everyMs: REMIND_MS, run: remind }],
    commands: [
      { name: 'criteria adopt', usage: ADOPT_USAGE, run: (args) => adoptCriteria({ criteria, areas }, args) },
      { name: 'criteria show', usage: SHOW_USAGE, run: (args) => showCriteria({ criteria, areas }, args) },
    ],
    keeper: benefitKeeper,
    forgets: [{ kept: DRAFTS, forget: (before) => evidence.forgetDrafts(before) }],
    atHome: passports.atHome,
    onDesk: async ({ area, may }) => ({
      usual: may('test.check_gates') ? testsCard(area.slug, await benefitTests.tests.counts(area, null)) : nothing,
    }),
    groupStands: async (id) =>
      (await passports.stepsOf(id)).map((step) => ({ about: 'Room passport', href: `/groups/${id}/passport`, step })),
  };
  return { benefitTests, caseTests: caseTestPorts(kernel), contribution };

  async function remind(): Promise<string> {
    return `Reminders of room passports that end: ${await passports.remindDue()}.`;
  }
}
