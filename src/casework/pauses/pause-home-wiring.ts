import type { Area } from '../../ground/areas/area-contract.ts';
import type { AtHome } from '../../ground/people/home-slot.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import { idsIn } from '../../ground/people/role-rules.ts';
import type { Database } from '../../kernel/database.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import { pausesOn } from './pause-store.ts';

type Deps = {
  db: Database;
  areas: { all(): Promise<Area[]> };
  today(area: Area): Day;
  placeOf(proposalId: string): Promise<string>;
};

/** Emergency stops that wait for the second person, on the own page of whoever may be that. What else stands still, the case itself says there. */
export async function stopsAtHome({ db, areas, today, placeOf }: Deps, who: Who): Promise<AtHome> {
  const ids = idsIn(who, 'area', ['decision_officer', 'monitoring_officer']);
  if (ids.length === 0) return {};
  const waiting = [];
  for (const area of await areas.all())
    if (ids.includes(area.id))
      for (const { proposalId, by, until } of await pausesOn(db).stopsAsked([area.id], today(area)))
        if (by !== who.personId)
          waiting.push({
            text: `An emergency stop is asked for: ${await placeOf(proposalId)}. It needs a second person.`,
            href: `/proposals/${proposalId}`,
            due: until,
          });
  return { waiting };
}
