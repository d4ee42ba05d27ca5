import { clockActs } from './clock-acts-service.ts';
import { dateOfferService } from './date-offer-service.ts';
import { depositService } from './deposit-service.ts';
import { disputeService } from './dispute-service.ts';
import { endingService } from './ending-service.ts';
import { evaluationService } from './evaluation-service.ts';
import { heldDateService } from './held-date-service.ts';
import { hireClockService } from './hire-clock-service.ts';
import type { HireDeps } from './hire-deps.ts';
import { hireScenes } from './hire-scene.ts';
import { hireService } from './hire-service.ts';
import { hireStates } from './hire-state-service.ts';
import { hireTelling } from './hire-telling.ts';
import { insteadService } from './instead-service.ts';
import { moneyReminderService } from './money-reminder-service.ts';
import { startFactsOf } from './start-facts-service.ts';
import { startService } from './start-service.ts';

/** Everything that can be done with a booking from its confirmation until it is closed. */
export function hireServices(deps: HireDeps) {
  const all = { ...deps, scenes: hireScenes(deps), telling: hireTelling(deps), facts: startFactsOf(deps) };
  const states = hireStates(all);
  const offers = dateOfferService(all);
  const acts = clockActs({ ...all, states, holdDates: heldDateService(all) });
  const clockwork = hireClockService({ ...all, states, acts });
  return {
    ...hireService({ ...all, states }),
    starting: startService(all),
    offers,
    ending: endingService(all),
    deposits: depositService(all),
    disputes: disputeService(all),
    evaluations: evaluationService(all),
    holdInstead: insteadService(all),
    reminders: moneyReminderService({ ...all, states }),
    /** Everything that is due, once. */
    runDue: async () => ({ ...(await clockwork.runDue()), lapsed: await offers.lapseDue() }),
  };
}
export type HireServices = ReturnType<typeof hireServices>;
