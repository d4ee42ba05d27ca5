import { latestDay } from '../../ground/areas/area-contract.ts';
import { dueRows } from '../../kernel/due-rows.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import { proposalDesk } from './desk-list-service.ts';
import { proposalChecking } from './proposal-checking-service.ts';
import type { ProposalDeps } from './proposal-deps.ts';
import { proposalLists } from './proposal-list-service.ts';
import { proposalOwn } from './proposal-own-service.ts';
import { proposalPages } from './proposal-page-service.ts';
import { proposalScenes } from './proposal-scene-service.ts';
import { proposalSending } from './proposal-sending-service.ts';
import { proposalSteps } from './proposal-steps.ts';
import { proposalsOn } from './proposal-store.ts';
import { proposalWriting } from './proposal-writing-service.ts';

/** All that can be done with proposals. */
export function proposalServices(deps: ProposalDeps) {
  const steps = proposalSteps(deps);
  const scenes = proposalScenes(deps);
  return {
    writing: proposalWriting({ ...deps, steps }),
    sending: proposalSending({ ...deps, steps }),
    checking: proposalChecking({ ...deps, steps }),
    own: proposalOwn({ ...deps, steps }),
    pages: proposalPages({ ...deps, steps, scenes }),
    lists: proposalLists({ ...deps, scenes }),
    desk: proposalDesk({ ...deps, scenes }),
    steps,
    /** What silence does. @returns how many steps the clock took */
    async runDue(): Promise<number> {
      const store = proposalsOn(deps.db);
      const today = latestDay(await deps.areas.all(deps.db), deps.clock());
      return (await timeWorks(today, store.pausedBefore)) + (await timeWorks(today, store.dueBefore));
    },
  };

  /** @returns how many steps the clock took with those that are due in one way */
  function timeWorks(today: Day, dueBefore: ReturnType<typeof proposalsOn>['dueBefore']): Promise<number> {
    return dueRows({
      today: () => Promise.resolve(today),
      dueBefore,
      takeOn: (id) => deps.inOneTransaction(async (unit) => (await steps.locked(unit, id)).moved),
      onError: deps.onError,
    })();
  }
}
export type ProposalServices = ReturnType<typeof proposalServices>;
