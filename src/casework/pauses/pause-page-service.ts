import type { ProposalShown } from '../proposals/proposal-page-contract.ts';
import { mayPause } from './may-pause-rules.ts';
import type { PublicPause } from './pause-contract.ts';
import type { PauseDeps } from './pause-deps.ts';
import type { PausesShown } from './pause-page-contract.ts';
import { publicly } from './pause-steps.ts';
import { pausesOn } from './pause-store.ts';

type Deps = Pick<PauseDeps, 'db' | 'rolesOn'>;

/** What whoever looks at a case may do with its clock. */
export function pausePages({ db, rolesOn }: Deps) {
  return {
    async shownTo(shown: ProposalShown): Promise<PausesShown | null> {
      const { who, may, today, proposal: seen, behind } = shown;
      if (who === null || seen.endedOn !== null) return null;
      const allowed = mayPause({
        state: behind.kept.state,
        today,
        pauses: await pausesOn(db).of(seen.id),
        counting: behind.counting,
        personId: who.personId,
        roles: rolesOn(who, behind.kept),
        may,
      });
      const { answer, lift, look, confirm, waits, ...rest } = allowed;
      const shownAs = (pause: typeof answer): PublicPause | null => pause && publicly(pause);
      return {
        shown,
        may: {
          ...rest,
          answer: shownAs(answer),
          lift: shownAs(lift),
          look: shownAs(look),
          confirm: shownAs(confirm),
          waits: shownAs(waits),
        },
      };
    },
  };
}
