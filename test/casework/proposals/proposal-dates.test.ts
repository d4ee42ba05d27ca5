import { expect } from 'chai';
import fc from 'fast-check';
import { BANK_HOLIDAYS } from '../../../db/bank-holidays.ts';
import type { WorkedOut } from '../../../src/casework/clocks/clock-contract.ts';
import { CASE_PATHS, HEARINGS, type ProposalState } from '../../../src/casework/proposals/proposal-contract.ts';
import { dueOf } from '../../../src/casework/proposals/proposal-due-rules.ts';
import { OPEN_AND_SENT, PROPOSAL_TABLE } from '../../../src/casework/proposals/proposal-table.ts';
import { CASE_TERMS, USUAL_CASE_TERMS } from '../../../src/casework/terms/case-term-contract.ts';
import { daysAfter } from '../../../src/kernel/clock.ts';

const CASES = 10_000;
const CALENDARS = Object.values(BANK_HOLIDAYS).map(
  (years) => new Set(Object.entries(years).flatMap(([year, days]) => days.map((day) => `${year}-${day}`))),
);
/** Those that count working days: what counts days as they come is two years long, and has no holidays. */
const STATES = OPEN_AND_SENT.filter(
  (state) => CASE_TERMS[PROPOSAL_TABLE[state].limit ?? 'pause_all_wd'].unit === 'working_days',
);
const aDay = fc.integer({ min: 0, max: 730 }).map((days) => daysAfter('2026-06-01', days));
const aPause = fc
  .tuple(aDay, fc.integer({ min: 0, max: 30 }))
  .map(([begins, length]) => ({ begins, last: daysAfter(begins, length), why: 'please correct' }));
/** A case in any state that lasts, over two years, by any of the calendars; somewhere in its period a holiday is added. */
const aCase = fc.record({
  state: fc.constantFrom<ProposalState>(...STATES),
  stateOn: aDay,
  ago: fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 20 })),
  extensionDays: fc.constantFrom(0, 0, 30),
  path: fc.constantFrom(...CASE_PATHS),
  hearing: fc.constantFrom(...HEARINGS),
  heardIn: fc.integer({ min: 0, max: 30 }),
  pauses: fc.array(aPause, { maxLength: 2 }),
  daysOff: fc.constantFrom(...CALENDARS),
  added: fc.integer({ min: 1, max: 60 }),
});

/** Counts the shown days again, by nothing but what stands beside each. Plain comparisons: there are millions of days. */
function replayed({ days }: WorkedOut): { last: string; counted: number } {
  let [last, counted] = [days[0]?.day ?? '', 0];
  for (const { day, role, number } of days.slice(1)) {
    if (role === 'counted') counted += 1;
    if (day !== daysAfter(last, 1) || number !== counted) throw new Error(`${day} does not follow ${last}.`);
    last = day;
  }
  if (days.length > 1 && days.at(-1)?.role !== 'counted') throw new Error(`${last} does not count, and is the last.`);
  return { last, counted };
}
const before = ({ days }: WorkedOut, holiday: string): string =>
  days.flatMap(({ day, role }) => (day < holiday ? `${day} ${role}` : [])).join();

describe('Every date of a case', () => {
  it(`replays from the days that its page shows, also after a holiday was added meanwhile (${CASES} cases)`, () => {
    fc.assert(
      fc.property(
        aCase,
        ({
          state,
          stateOn,
          ago: [complete, result],
          extensionDays,
          pauses,
          daysOff,
          added,
          path,
          hearing,
          heardIn,
        }) => {
          const dated = {
            state,
            stateOn,
            completeOn: daysAfter(stateOn, -complete),
            resultOn: daysAfter(stateOn, -result),
            extensionDays,
            path,
            hearing,
            assessedOn: daysAfter(stateOn, -result),
            hearingOn: daysAfter(stateOn, heardIn),
          };
          const counting = { terms: USUAL_CASE_TERMS, daysOff, pauses };
          const shown = dueOf(dated, counting);
          if (!shown) throw new Error(`${state} has no day.`);
          const { last, counted } = replayed(shown);
          expect(last).to.equal(shown.due);
          const holiday = daysAfter(stateOn, added);
          const anew = dueOf(dated, { ...counting, daysOff: new Set([...daysOff, holiday]) });
          if (!anew) throw new Error(`${state} has no day.`);
          expect(replayed(anew).last).to.equal(anew.due);
          // Days that have passed stay as they were; nobody has less time, and the same number of days counts.
          expect(anew.due >= shown.due).to.equal(true);
          if (anew.days[0]?.day !== shown.days[0]?.day) return;
          expect(replayed(anew).counted).to.equal(counted);
          expect(before(anew, holiday)).to.equal(before(shown, holiday));
          if (holiday > shown.due) expect(anew.due).to.equal(shown.due);
        },
      ),
      { numRuns: CASES },
    );
  });
});
