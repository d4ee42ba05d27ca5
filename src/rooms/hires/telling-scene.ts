import { standingLines } from '../../ground/cases/standing-words.ts';
import type { Db } from '../../kernel/database.ts';
import type { Fact } from '../../kernel/fact.ts';
import type { Reaction } from '../../kernel/reactions.ts';
import { balanceOf, hireToPayBack } from '../ledger/balance-contract.ts';
import type { HireDeps } from './hire-deps.ts';
import { sceneMaker, type HireScene } from './hire-scene.ts';
import { hireStates } from './hire-state-service.ts';
import { hireTelling } from './hire-telling.ts';
import type { FormerDate, FormerRule } from '../calendars/calendar-contract.ts';
import { startFactsOf } from './start-facts-service.ts';
import type { MoneyNow } from './told-contract.ts';
import { formerIn, ruleIn } from './told-dates-rules.ts';

export type TellingDeps = Pick<
  HireDeps,
  | 'clock'
  | 'rooms'
  | 'bookings'
  | 'requests'
  | 'groups'
  | 'owners'
  | 'contactsOf'
  | 'tell'
  | 'writeMail'
  | 'holders'
  | 'baseUrl'
> & {
  ledger: Pick<HireDeps['ledger'], 'of' | 'ofAll'>;
  /** A booking as a calendar file, to go with a mail; `former` are its dates as they were before, `rule` the one that made them. */
  calendarFor(db: Db, bookingId: string, former: readonly FormerDate[], rule?: FormerRule): Promise<string>;
};

/** What every mail about a booking is made with: the booking as it is now, with all around it. */
export function tellingOf(deps: TellingDeps) {
  const { bookings, ledger, calendarFor } = deps;
  const sceneOf = sceneMaker(deps);
  const states = hireStates({ ...deps, facts: startFactsOf(deps) });
  return {
    telling: hireTelling(deps),
    /** A reaction that tells of a booking's fact. */
    toldOf:
      (tell: (scene: HireScene, fact: Fact) => Promise<void>): Reaction =>
      async (unit, fact) => {
        const [booking] = await bookings.byIds(unit.trx, [fact.subjectId]);
        if (!booking) return;
        await tell(await sceneOf(unit, booking, await bookings.datesOfAll(unit.trx, [booking.id])), fact);
      },
    async moneyNow({ unit, booking }: HireScene): Promise<MoneyNow> {
      const entries = await ledger.of(unit.trx, booking.id);
      return {
        price: booking.price.quote?.totalPence ?? null,
        owed: balanceOf(entries, 'hire').owed,
        toPayBack: hireToPayBack(entries),
      };
    },
    /** Whose turn it is, what is next and by when, as the page of the booking says it to either side: the end of every mail. */
    async stands({ unit, booking }: HireScene): Promise<{ group: string[]; owner: string[] }> {
      const { standing } = await states.state(unit.trx, booking.id);
      return { group: standingLines(standing, 'group'), owner: standingLines(standing, 'owner') };
    },
    /** @param former dates as the fact remembers them from before @param changed the fact, where the rule may have changed */
    calendar: ({ unit, booking }: HireScene, former: unknown = [], changed?: Fact): Promise<string> =>
      calendarFor(unit.trx, booking.id, formerIn(former), changed && ruleIn(changed)),
  };
}
