import type { Area } from '../../ground/areas/area-contract.ts';
import { isTurnOf, type Party } from '../../ground/cases/standing-contract.ts';
import { openWords } from '../../ground/cases/standing-words.ts';
import type { HomeLine } from '../../ground/people/home-contract.ts';
import type { AtHome } from '../../ground/people/home-slot.ts';
import type { Role, Who } from '../../ground/people/role-contract.ts';
import { idsIn } from '../../ground/people/role-rules.ts';
import type { ProposalState } from './proposal-contract.ts';
import type { ProposalLists } from './proposal-list-service.ts';
import type { ProposalLine } from './proposal-page-contract.ts';

type Deps = { lists: ProposalLists; areas: { all(): Promise<Area[]> } };
type Waiting = { party: Party; roles: readonly Role[]; in?: ProposalState; may?: string };
/** Whose turn is whose, of roles in an area. Scorers find theirs in the list of tests; “the panel” is different people at different times. */
const OFFICERS: readonly Waiting[] = [
  { party: 'broker', roles: ['broker'] },
  { party: 'decision_officer', roles: ['decision_officer'] },
  { party: 'monitoring_officer', roles: ['monitoring_officer'] },
  { party: 'panel', roles: ['hearing_chair'], in: 'called_in' },
  { party: 'panel', roles: ['hearing_chair'], in: 'hearing_held' },
  { party: 'panel', roles: ['hearing_chair'], in: 'on_papers' },
  { party: 'democratic_services', roles: ['democratic_services'] },
  { party: 'panel', roles: ['review_panel'], in: 'in_review' },
  {
    party: 'decision_officer',
    roles: ['ward_councillor'],
    in: 'granted',
    may: 'It is granted. With a second councillor you can call it in',
  },
];

/** Proposals on somebody’s own page: of their groups, their owners, and those that wait for them as officers. */
export async function proposalsAtHome({ lists, areas }: Deps, who: Who): Promise<AtHome> {
  const own = (await lists.ofGroups(idsIn(who, 'group', ['group_lead', 'group_deputy']))).filter(
    ({ endedOn }) => endedOn === null,
  );
  const owned = await lists.ofOwners(idsIn(who, 'owner', ['owner_representative']));
  const mine = own.filter(({ standing }) => isTurnOf(standing.steps[0].turn, 'group'));
  const theirs = owned.filter(({ standing }) => isTurnOf(standing.steps[0].turn, 'owner'));
  return {
    waiting: [
      ...mine.map((line) => homeLine(line, 'group')),
      ...theirs.map((line) => homeLine(line, 'owner')),
      ...(await forOfficers({ lists, areas }, who)),
    ],
    expecting: [
      ...own.filter((line) => !mine.includes(line)).map((line) => homeLine(line, 'group')),
      ...owned.filter((line) => !theirs.includes(line)).map((line) => homeLine(line, 'owner')),
    ],
  };
}

async function forOfficers({ lists, areas }: Deps, who: Who): Promise<HomeLine[]> {
  const lines: HomeLine[] = [];
  for (const { party, roles, in: only, may } of OFFICERS) {
    const ids = idsIn(who, 'area', roles);
    for (const area of ids.length === 0 ? [] : await areas.all()) {
      const open = ids.includes(area.id) ? await lists.openIn(area, party) : [];
      const theirs = open.filter(({ state }) => only === undefined || state === only);
      lines.push(...theirs.map((line) => homeLine(line, party, may)));
    }
  }
  return lines;
}

const homeLine = (
  { id, place, number, group, standing, dueOn }: ProposalLine,
  reader: Party,
  may = openWords(standing.steps[0], reader),
): HomeLine => ({
  text: `${place}, asked for by ${group} (${number}). ${may}`,
  href: `/proposals/${id}`,
  due: dueOn,
});
