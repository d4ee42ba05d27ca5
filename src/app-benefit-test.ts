import { join } from 'node:path';
import { groupPeople } from './app-groups.ts';
import type { AreaService } from './ground/areas/area-service.ts';
import type { BenefitDeps } from './groups/benefit-test/benefit-deps.ts';
import { benefitTestEndpoints } from './groups/benefit-test/all-benefit-pages.ts';
import { benefitTestServices, type BenefitTestServices } from './groups/benefit-test/benefit-tests.ts';
import { documentFiles } from './groups/groups/document-files.ts';
import { groupPost } from './groups/groups/group-post.ts';
import { groupsOn } from './groups/groups/group-store.ts';
import type { GroupServices } from './groups/groups/groups.ts';
import type { Config } from './kernel/config.ts';
import type { Endpoint } from './kernel/endpoint.ts';
import type { SendPage } from './kernel/page.ts';
import type { MailService } from './ground/notifications/mail-service.ts';
import type { PeopleService } from './ground/people/people-service.ts';
import type { Access } from './ground/people/role-contract.ts';

type Deps = Pick<BenefitDeps, 'db' | 'clock' | 'newId' | 'inOneTransaction'> & {
  config: Config;
  people: PeopleService;
  mails: MailService;
  areas: AreaService;
};

/** Builds the benefit test and hands it what it needs of groups, people, mail and areas. */
export function benefitTestsOf({ config, people, mails, areas, ...kernel }: Deps): BenefitTestServices {
  const inGroups = groupPeople(people, kernel.clock, kernel.newId);
  return benefitTestServices({
    ...kernel,
    areas,
    mails,
    baseUrl: config.baseUrl,
    files: documentFiles(join(config.dataDir, 'evidence')),
    groups: { byId: (db, id) => groupsOn(db).byId(id), people: inGroups.inGroup },
    people: { byId: inGroups.byId, names: inGroups.names },
    tell: groupPost({ mails, newId: kernel.newId, clock: kernel.clock }),
  });
}

type Parts = { benefitTests: BenefitTestServices; areas: AreaService; groups: Pick<GroupServices, 'thing' | 'state'> };

/** Every endpoint of the benefit test. */
export function benefitTestPages(
  { benefitTests, areas, groups }: Parts,
  access: Access,
  sendPage: SendPage,
): Endpoint[] {
  return benefitTestEndpoints({
    benefitTests,
    areas,
    access,
    sendPage,
    groups: {
      thing: groups.thing,
      lead: async (id) => (await groups.state(id)).people.find(({ role }) => role === 'group_lead'),
    },
  });
}
