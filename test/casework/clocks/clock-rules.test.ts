import { expect } from 'chai';
import fc from 'fast-check';
import { BANK_HOLIDAYS } from '../../../db/bank-holidays.ts';
import type { Period } from '../../../src/casework/clocks/clock-contract.ts';
import { daysPaused, dueOn, later, workedOut } from '../../../src/casework/clocks/clock-rules.ts';
import { daysAfter } from '../../../src/kernel/clock.ts';
import { addWorkingDays } from '../../../src/kernel/working-days.ts';

const holidaysOf = (calendar: string): Set<string> =>
  new Set(Object.entries(BANK_HOLIDAYS[calendar] ?? {}).flatMap(([year, days]) => days.map((day) => `${year}-${day}`)));
const CALENDARS = Object.keys(BANK_HOLIDAYS).map(holidaysOf);
const [ENGLAND = new Set<string>()] = CALENDARS;
const wd = (from: string, count: number): string => dueOn(from, count, 'working_days', ENGLAND);

const aDay = fc.integer({ min: 0, max: 730 }).map((days) => daysAfter('2026-06-01', days));
const aPause = fc
  .tuple(aDay, fc.integer({ min: 0, max: 40 }))
  .map(([begins, length]) => ({ begins, last: daysAfter(begins, length), why: 'please correct' }));
const aPeriod: fc.Arbitrary<Period> = fc.record({
  from: aDay,
  count: fc.integer({ min: 0, max: 90 }),
  unit: fc.constantFrom('working_days', 'days'),
  pauses: fc.array(aPause, { maxLength: 3 }),
});
const aCalendar = fc.constantFrom(...CALENDARS);
const TIMES = 10_000;

describe('How a date is worked out', () => {
  it('gives the dates of worked case A: gardeners adopt a verge (casework reference 9.1)', () => {
    const complete = '2027-03-01';
    expect(wd(complete, 15), 'comments end').to.equal('2027-03-22');
    expect(wd('2027-03-22', 5), 'assessment: five working days after the end of comments').to.equal('2027-03-31');
    const [byLaw, byResult] = (['2027-03-01', '2027-03-31'] as const).map((from, at) =>
      workedOut({ from, count: at === 0 ? 30 : 10, unit: 'working_days', pauses: [] }, ENGLAND),
    );
    if (!byLaw || !byResult) throw new Error('both end');
    expect([byLaw.due, byResult.due, later(byLaw, byResult).due]).to.deep.equal(Array(3).fill('2027-04-14'));
    const passedOver = byResult.days.filter(({ role }) => role !== 'counted' && role !== 'start');
    expect(passedOver.map(({ day }) => day)).to.deep.equal(['2027-04-03', '2027-04-04', '2027-04-10', '2027-04-11']);
    const easter = workedOut({ from: '2027-03-22', count: 5, unit: 'working_days', pauses: [] }, ENGLAND);
    expect(easter?.days.filter(({ role }) => role === 'holiday').map(({ day }) => day)).to.deep.equal([
      '2027-03-26',
      '2027-03-29',
    ]);
  });

  it('gives those of worked case B: a closed council building (9.2), with and without the extension', () => {
    const complete = '2026-09-07';
    expect([wd('2026-09-01', 5), wd('2026-09-01', 10)], 'acknowledged, checked').to.deep.equal([
      '2026-09-08',
      '2026-09-15',
    ]);
    expect([20, 30, 45, 60, 90].map((count) => wd(complete, count))).to.deep.equal([
      '2026-10-05',
      '2026-10-19',
      '2026-11-09',
      '2026-11-30',
      '2027-01-14',
    ]);
  });

  it('takes what comes at a weekend for day 0 of the next working day', () => {
    expect(wd('2027-03-06', 1)).to.equal(wd('2027-03-05', 1));
    expect(wd('2027-03-06', 0)).to.equal('2027-03-06');
  });

  it('does not count while it is paused: from the day after the pause began up to the day of its end', () => {
    const pauses = [{ begins: '2027-03-03', last: '2027-03-10', why: 'please correct' }];
    const worked = workedOut({ from: '2027-03-01', count: 5, unit: 'working_days', pauses }, ENGLAND);
    expect(worked?.due).to.equal('2027-03-15');
    expect(worked?.days.find(({ day }) => day === '2027-03-03')).to.deep.equal({
      day: '2027-03-03',
      role: 'counted',
      number: 2,
    });
    expect(daysPaused({ from: '2027-03-01', unit: 'working_days', pauses }, '2027-03-31', ENGLAND)).to.equal(5);
  });

  it('is open while a pause has no end, unless it is over before', () => {
    const open = (begins: string) => [{ begins, last: null, why: 'court' }];
    expect(
      workedOut({ from: '2027-03-01', count: 5, unit: 'working_days', pauses: open('2027-03-03') }, ENGLAND),
    ).to.equal(null);
    expect(
      workedOut({ from: '2027-03-01', count: 5, unit: 'working_days', pauses: open('2027-03-08') }, ENGLAND)?.due,
    ).to.equal('2027-03-08');
  });

  it('shows days that, counted again by hand, come to the same date: over two years, in three calendars', () => {
    fc.assert(
      fc.property(aPeriod, aCalendar, (period, holidays) => {
        const worked = workedOut(period, holidays);
        if (!worked) throw new Error('these pauses end');
        const { days, due } = worked;
        const counted = days.filter(({ role }) => role === 'counted');
        const inOrder = days.every(({ day }, at) => at === 0 || day === daysAfter(days[at - 1]?.day ?? '', 1));
        const numbered = counted.every(({ number }, at) => number === at + 1);
        expect([inOrder, numbered, counted.length]).to.deep.equal([true, true, period.count]);
        expect(due).to.equal(period.count === 0 ? period.from : counted.at(-1)?.day);
      }),
      { numRuns: TIMES },
    );
  });

  it('is the same as counting without pauses, later by nothing but pauses and holidays, and never earlier', () => {
    fc.assert(
      fc.property(aPeriod, aCalendar, aDay, (period, holidays, added) => {
        const due = workedOut(period, holidays)?.due ?? '';
        const without = dueOn(period.from, period.count, period.unit, holidays);
        if (period.unit === 'working_days')
          expect(without).to.equal(addWorkingDays(period.from, period.count, holidays));
        expect(due >= without).to.equal(true);
        const more = workedOut(period, new Set([...holidays, added]))?.due ?? '';
        expect(more >= due, 'a holiday more').to.equal(true);
        if (added > due) expect(more, 'a holiday after the end changes nothing').to.equal(due);
      }),
      { numRuns: TIMES / 5 },
    );
  });
});
