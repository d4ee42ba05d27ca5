import { join } from 'node:path';
import { nothing } from 'lit';
import { groupsCard } from '../../../client/groups/groups/groups-card-part.ts';
import { contactPorts } from '../../ground/contacts/contact-ports.ts';
import type {} from '../../ground/people/desk-slot.ts';
import { peoplePorts } from '../../ground/people/people-ports.ts';
import type { Ground } from '../../ground/wing.ts';
import { gathered, type Contribution, type House, type Kernel } from '../../kernel/wing.ts';
import { groupEndpoints } from './all-group-pages.ts';
import { closingService } from './closing-service.ts';
import { PAPERS } from './document-contract.ts';
import { documentFiles } from './document-files.ts';
import { groupKeeper } from './group-keeper.ts';
import { groupPeople } from './group-people-wiring.ts';
import { groupPorts } from './group-ports.ts';
import { groupServices } from './group-services.ts';

const REMIND_MS = 3_600_000;

/** Groups, their people and their papers. */
export function groupsFeature(kernel: Kernel, { areas, mails, people: everybody, access }: Ground) {
  const { config } = kernel;
  const ports = groupPorts(kernel, { mails });
  const people = groupPeople(kernel, everybody);
  const files = documentFiles(join(config.dataDir, 'documents'));
  const groups = groupServices({
    ...kernel,
    mails,
    areas,
    baseUrl: config.baseUrl,
    files,
    people,
    reachIn: contactPorts.sentence,
  });
  const contribution: Contribution = {
    endpoints: ({ sendPage, house }) =>
      groupEndpoints({
        groups,
        areas,
        access,
        sendPage,
        parts: gathered(house, 'onGroupPage'),
        stands: gathered(house, 'groupStands'),
        closing: closingService({ ...kernel, people, post: ports.tell, holdsOn: holdsIn(house) }),
      }),
    jobs: [{ name: 'reminders of papers', everyMs: REMIND_MS, run: remind }],
    keeper: groupKeeper(peoplePorts),
    forgets: [{ kept: PAPERS, forget: groups.forgetPapers }],
    atHome: (who) => groups.atHome(who),
    onDesk: async ({ area, may }) => ({
      usual: may('group.list') ? groupsCard(area.slug, await waiting(area.id)) : nothing,
    }),
  };
  return { groups, groupPorts: ports, contribution };

  async function waiting(areaId: string): Promise<{ papers: number; letters: number }> {
    return {
      papers: await groups.documents.countWaiting(areaId),
      letters: await groups.letters.countToPrint(areaId),
    };
  }
  async function remind(): Promise<string> {
    return `Reminders of papers that run out: ${await groups.remindDue()}.`;
  }
}

/** Why a group cannot be closed yet, by all who know of something. */
function holdsIn(house: House): NonNullable<Contribution['holdsGroup']> {
  return async (db, groupId) => {
    const all: string[] = [];
    for (const holds of gathered(house, 'holdsGroup')) all.push(...(await holds(db, groupId)));
    return all;
  };
}
