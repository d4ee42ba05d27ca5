import { ownEnquiries } from '../../../client/casework/enquiries/enquiry-places-view.ts';
import type { Area } from '../../ground/areas/area-contract.ts';
import { isTurnOf } from '../../ground/cases/standing-contract.ts';
import { openWords } from '../../ground/cases/standing-words.ts';
import type { HomeLine } from '../../ground/people/home-contract.ts';
import type { AtHome } from '../../ground/people/home-slot.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import { idsIn } from '../../ground/people/role-rules.ts';
import type { EnquiryLists } from './enquiry-list-service.ts';
import type { EnquiryLine } from './enquiry-page-contract.ts';

type Deps = { lists: EnquiryLists; areas: { all(): Promise<Area[]> } };

/** Questions on somebody’s own page: those they asked, those they look for, those that count as their owner’s. */
export async function enquiriesAtHome({ lists, areas }: Deps, who: Who): Promise<AtHome> {
  const { asked, followed } = await lists.of(who.personId);
  const open = asked.filter(({ endedOn }) => endedOn === null);
  const mine = open.filter(({ standing }) => isTurnOf(standing.steps[0].turn, 'asker'));
  const presumed = await lists.presumedOf(idsIn(who, 'owner', ['owner_representative']));
  return {
    waiting: [
      ...mine.map((line) => homeLine(line, 'asker')),
      ...presumed.map((line) => homeLine(line, 'owner')),
      ...(await lookedFor({ lists, areas }, who)),
    ],
    expecting: open.filter((line) => !mine.includes(line)).map((line) => homeLine(line, null)),
    below: ownEnquiries({ asked, followed }),
  };
}

/** What officers have to find out: a line for each that waits for them. */
async function lookedFor({ lists, areas }: Deps, who: Who): Promise<HomeLine[]> {
  const lines: HomeLine[] = [];
  const held = { broker: idsIn(who, 'area', ['broker']), officer: idsIn(who, 'area', ['monitoring_officer']) };
  for (const area of await areas.all()) {
    if (held.broker.includes(area.id))
      lines.push(...(await lists.openIn(area, 'broker')).map((line) => homeLine(line, 'broker')));
    if (held.officer.includes(area.id))
      lines.push(
        ...(await lists.openIn(area, 'monitoring_officer')).map((line) => homeLine(line, 'monitoring_officer')),
      );
  }
  return lines;
}

const homeLine = (
  { id, place, number, standing, dueOn }: EnquiryLine,
  reader: Parameters<typeof openWords>[1],
): HomeLine => ({
  text: `Whose is this? ${place} (${number}). ${openWords(standing.steps[0], reader)}`,
  href: `/enquiries/${id}`,
  due: dueOn,
});
