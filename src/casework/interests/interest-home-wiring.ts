import type { Area } from '../../ground/areas/area-contract.ts';
import { isTurnOf, type Party } from '../../ground/cases/standing-contract.ts';
import { openWords } from '../../ground/cases/standing-words.ts';
import type { HomeLine } from '../../ground/people/home-contract.ts';
import type { AtHome } from '../../ground/people/home-slot.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import { idsIn } from '../../ground/people/role-rules.ts';
import type { InterestLists } from './interest-list-service.ts';
import type { InterestLine } from './interest-page-contract.ts';

type Deps = { lists: InterestLists; areas: { all(): Promise<Area[]> } };

/** Interests on somebody’s own page: their own, those that wait for their owner, those that wait for them as monitoring officer. */
export async function interestsAtHome({ lists, areas }: Deps, who: Who): Promise<AtHome> {
  const own = (await lists.by(who.personId)).filter(({ endedOn }) => endedOn === null);
  const mine = own.filter(({ standing }) => isTurnOf(standing.steps[0].turn, 'asker'));
  const owned = (await lists.ofOwners(idsIn(who, 'owner', ['owner_representative']))).filter(({ standing }) =>
    isTurnOf(standing.steps[0].turn, 'owner'),
  );
  const monitored = idsIn(who, 'area', ['monitoring_officer']);
  const late: InterestLine[] = [];
  for (const area of monitored.length === 0 ? [] : await areas.all())
    if (monitored.includes(area.id))
      late.push(
        ...(await lists.openIn(area)).filter(({ standing }) => isTurnOf(standing.steps[0].turn, 'monitoring_officer')),
      );
  return {
    waiting: [
      ...mine.map((line) => homeLine(line, 'asker')),
      ...owned.map((line) => homeLine(line, 'owner')),
      ...late.map((line) => homeLine(line, 'monitoring_officer')),
    ],
    expecting: own.filter((line) => !mine.includes(line)).map((line) => homeLine(line, 'asker')),
  };
}

const homeLine = ({ id, place, number, standing, dueOn }: InterestLine, reader: Party): HomeLine => ({
  text: `Interest in ${place} (${number}). ${openWords(standing.steps[0], reader)}`,
  href: `/interests/${id}`,
  due: dueOn,
});
