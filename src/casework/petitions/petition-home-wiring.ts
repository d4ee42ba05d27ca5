import type { AtHome } from '../../ground/people/home-slot.ts';
import { idsIn } from '../../ground/people/role-rules.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import { isTurnOf } from '../../ground/cases/standing-contract.ts';
import { openWords } from '../../ground/cases/standing-words.ts';
import type { PetitionPages } from './petition-page-service.ts';

/** Petitions on somebody’s own page: those of their groups, and at democratic services those that wait for them. */
export async function petitionsAtHome(pages: PetitionPages, who: Who): Promise<AtHome> {
  const own = await pages.ofGroups(idsIn(who, 'group', ['group_lead', 'group_deputy']));
  const counted = await Promise.all(idsIn(who, 'area', ['democratic_services']).map((area) => pages.openIn(area)));
  const waiting = counted.flat().filter(({ standing }) => isTurnOf(standing.steps[0].turn, 'democratic_services'));
  const lineOf = (text: string, id: string, due: string | null) => ({ text, href: `/petitions/${id}`, due });
  return {
    waiting: [
      ...own
        .filter(({ standing }) => isTurnOf(standing.steps[0].turn, 'group'))
        .map(({ id, place, standing, dueOn }) =>
          lineOf(`Petition for ${place}. ${openWords(standing.steps[0], 'group')}.`, id, dueOn),
        ),
      ...waiting.map(({ id, place, standing, dueOn }) =>
        lineOf(`Petition for ${place}. ${openWords(standing.steps[0], 'democratic_services')}.`, id, dueOn),
      ),
    ],
    expecting: own
      .filter(({ standing }) => !isTurnOf(standing.steps[0].turn, 'group'))
      .map(({ id, place, standing, dueOn }) => lineOf(`Petition for ${place}: ${standing.stage}.`, id, dueOn)),
  };
}
