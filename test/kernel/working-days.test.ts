import { expect } from 'chai';
import { BANK_HOLIDAYS } from '../../db/bank-holidays.ts';
import {
  addWorkingDays,
  endOfPeriodBeginningWith,
  isWorkingDay,
  lastDayForClearNotice,
  workingDaysBefore,
  workingDaysUntil,
} from '../../src/kernel/working-days.ts';

const ENGLAND = new Set(
  Object.entries(BANK_HOLIDAYS['england-and-wales'] ?? {}).flatMap(([year, days]) =>
    days.map((day) => `${year}-${day}`),
  ),
);

describe('Working days', () => {
  const sums: [title: string, from: string, count: number, due: string][] = [
    [
      'an owner’s five days for a room asked for on Tuesday 22 December 2026 skip Christmas',
      '2026-12-22',
      5,
      '2026-12-31',
    ],
    ['comments on a verge that is complete on 1 March 2027 end after 15', '2027-03-01', 15, '2027-03-22'],
    ['an assessment within 20 of them skips Good Friday and Easter Monday', '2027-03-01', 20, '2027-03-31'],
    ['a default ten days after a result of 31 March 2027 comes on 14 April', '2027-03-31', 10, '2027-04-14'],
    ['60 after a building is complete on 7 September 2026', '2026-09-07', 60, '2026-11-30'],
    ['90 after it, when it was extended by 30', '2026-09-07', 90, '2027-01-14'],
    ['20 for representations', '2026-09-07', 20, '2026-10-05'],
    ['30 for the assessment', '2026-09-07', 30, '2026-10-19'],
    ['45 for the hearing', '2026-09-07', 45, '2026-11-09'],
    ['an event on a Saturday counts from the Monday', '2027-02-27', 1, '2027-03-01'],
    ['none is the day itself, working or not', '2027-02-27', 0, '2027-02-27'],
  ];
  for (const [title, from, count, due] of sums)
    it(title, () => expect(addWorkingDays(from, count, ENGLAND)).to.equal(due));

  it('are counted back for warnings', () => expect(workingDaysBefore('2026-12-31', 5, ENGLAND)).to.equal('2026-12-22'));
  it('are counted up to the last day', () => {
    expect(workingDaysUntil('2026-12-22', '2026-12-31', ENGLAND)).to.equal(5);
    expect(workingDaysUntil('2026-12-31', '2026-12-22', ENGLAND)).to.equal(0);
  });
  it('leave 5 and 10 clear ones before a hearing on Thursday 5 November 2026', () => {
    expect(lastDayForClearNotice('2026-11-05', 5, ENGLAND)).to.equal('2026-10-28');
    expect(lastDayForClearNotice('2026-11-05', 10, ENGLAND)).to.equal('2026-10-21');
  });
  it('count the first day of a period that begins with it', () =>
    expect(endOfPeriodBeginningWith('2027-03-01', 20, ENGLAND)).to.equal('2027-03-30'));
  it('are other ones in Scotland', () => {
    const scotland = new Set(BANK_HOLIDAYS['scotland']?.['2027']?.map((day) => `2027-${day}`));
    expect(isWorkingDay('2027-03-29', scotland)).to.equal(true);
    expect(isWorkingDay('2027-03-29', ENGLAND)).to.equal(false);
  });
});
