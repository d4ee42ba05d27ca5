import type { ProposalShown } from '../proposals/proposal-page-contract.ts';
import { ASKED_IN } from './asking-service.ts';
import { CONCLUDED_IN } from './concluding-service.ts';
import type { HearingDeps } from './hearing-deps.ts';
import type { HearingShown } from './hearing-page-contract.ts';
import { hearingsOn } from './hearing-store.ts';
import { firstDayWithNotice } from './notice-rules.ts';

/** The hearing about a case, as whoever looks may see it. */
export function hearingPages({ db, steps, tests, spoken }: HearingDeps) {
  return {
    /** Null where there is none, and nobody who looks can ask for one. */
    async shownTo(shown: ProposalShown): Promise<HearingShown | null> {
      const { kept: proposal, counting } = shown.behind;
      const { state, hearing: needed } = proposal;
      const all = needed === 'none' ? [] : await hearingsOn(db).of(proposal.id);
      const hearing = all.at(-1) ?? null;
      const isCalled = state === 'hearing_called' && hearing !== null;
      const hasBegun = isCalled && hearing.day <= shown.today;
      const may = {
        ask: needed === 'none' && ASKED_IN.includes(state) && shown.may('hearing.ask'),
        call: state === 'hearing_due' && shown.may('hearing.call'),
        change: isCalled && shown.may('hearing.call'),
        adjourn: hasBegun && hearing.adjournedFrom === null && shown.may('hearing.call'),
        hold: hasBegun && shown.may('hearing.call'),
        conclude: CONCLUDED_IN.includes(state) && shown.may('hearing.conclude'),
        record: hearing !== null && hearing.state !== 'cancelled' && shown.may('hearing.call'),
      };
      if (!hearing && !Object.values(may).some(Boolean)) return null;
      const clear = counting.terms.hearing_notice_wd;
      return {
        shown,
        hearing,
        ways: hearing ? await hearingsOn(db).ways(hearing.id) : [],
        possible:
          may.call || may.change
            ? {
                first: firstDayWithNotice(shown.today, clear, counting.daysOff),
                last: hearing && isCalled ? hearing.limitOn : await steps.heardBy(db, proposal),
                clear,
              }
            : null,
        marks: may.conclude ? ((await tests.resultOf(db, { kind: 'proposal', id: proposal.id }))?.lines ?? null) : null,
        spoken: may.hold ? await spoken(db, proposal.id) : null,
        may,
      };
    },
  };
}
