import { counted } from '../../../client/kernel/format.ts';
import type { AtHome } from '../../ground/people/home-slot.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import { idsIn } from '../../ground/people/role-rules.ts';
import type { Database } from '../../kernel/database.ts';
import { minutesOn } from './minutes-store.ts';

type Deps = { db: Database; placeOf(proposalId: string): Promise<string> };

/** Minutes that wait for democratic services, on their own page. */
export async function minutesAtHome({ db, placeOf }: Deps, who: Who): Promise<AtHome> {
  const areas = idsIn(who, 'area', ['democratic_services', 'hearing_chair']);
  const waiting = [];
  for (const { proposalId, dueOn, state, open } of await minutesOn(db).openIn(areas)) {
    if (state === 'draft' && open === 0) continue;
    const act =
      state === 'draft'
        ? `Say what comes of ${counted(open, 'correction')} of the minutes`
        : 'Write the draft of the minutes';
    waiting.push({ text: `${act}: ${await placeOf(proposalId)}`, href: `/proposals/${proposalId}`, due: dueOn });
  }
  return { waiting };
}
