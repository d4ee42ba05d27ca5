import { expect } from 'chai';
import { finderParams, finderSchema } from '../../../src/rooms/finder/finder-contract.ts';
import { wantedTime } from '../../../src/rooms/finder/wanted-rules.ts';
import { wishOf } from '../../../src/rooms/finder/wish-rules.ts';
import { Problem } from '../../../src/kernel/problem.ts';
import { TODAY } from './a-room-on-paper.ts';

const parsed = (parameters: string) => finderSchema.safeParse(Object.fromEntries(new URLSearchParams(parameters)));
const NOWHERE = { label: null, km: null, centre: null, areas: [] };
const TUESDAYS = 'day=tue&start=18:00&hours=2';

/** What is wrong with an address, field by field; "fine" when nothing is. */
function mistakes(parameters: string): string {
  const result = parsed(parameters);
  try {
    if (result.success) wishOf(result.data, NOWHERE, TODAY);
  } catch (error) {
    if (error instanceof Problem) return error.mistakes.map(({ field, message }) => `${field}: ${message}`).join(' ');
    throw error;
  }
  return result.success
    ? 'fine'
    : result.error.issues
        .map(
          (issue) =>
            `${issue.path.join('.')}: ${issue.code === 'invalid_union' ? issue.errors.at(-1)?.[0]?.message : issue.message}`,
        )
        .join(' ');
}

describe('An address of the finder', () => {
  const cases: [title: string, parameters: string, says: RegExp][] = [
    ['nothing', '', /^fine$/],
    [
      'a form left empty',
      'for=&people=&repeat=weekly&on=&from=&until=&term=&start=&end=&hours=&area=&near=&lat=&lon=&km=&most=&most_for=all&as=community&insured=',
      /^fine$/,
    ],
    ['Tuesdays', TUESDAYS, /^fine$/],
    ['no number of people', 'people=NaN', /^people: Enter how many people/],
    ['a number in other clothes', 'people=1e3', /^people: Enter how many/],
    ['nobody', 'people=0', /^people: Enter how many/],
    ['an enormous number', 'people=999999999999', /^people: Enter how many/],
    ['a huge distance', 'near=ZZ1&km=1000', /^km: Enter a distance between 0.1 and 50 kilometres/],
    ['no distance', 'km=0', /^km:/],
    ['endless', 'km=Infinity', /^km:/],
    ['a point without its other half', 'lat=53.4', /^lon: Leave the place out/],
    ['a point off the earth', 'lat=91&lon=0', /^lat: Leave the place out/],
    ['a point that is none', 'lat=NaN&lon=NaN', /^lat: .* lon: /],
    ['a script for a word', `for=${encodeURIComponent('<script>alert(1)</script>')}`, /^fine$/],
    ['a word of 201 characters', `for=${'x'.repeat(201)}`, /^for: Say what for in up to 200/],
    ['days that are none', 'day=tue,someday', /^day\.1: Choose days of the week/],
    ['a day without a time', 'day=tue', /^start: Enter the earliest start/],
    ['a time without a day', 'start=18:00&hours=2', /^on: Choose the date, or the day/],
    ['a time without a day in a weekly form', 'repeat=weekly&start=18:00&hours=2', /^day: Choose the date, or the day/],
    ['a start without an end', 'day=tue&start=18:00', /^hours: Enter how long, or the latest end/],
    ['an end before the start', 'day=tue&start=18:00&end=17:00', /^end: Enter an end time after the start time/],
    ['more hours than there are', 'day=tue&start=18:00&end=19:00&hours=2', /^end: Between that start and that end/],
    ['hours past midnight', 'day=tue&start=23:00&hours=2', /^fine$/],
    ['a night', 'day=fri&start=22:00&end=02:00', /^fine$/],
    ['weeks and a last day', `${TUESDAYS}&weeks=4&until=2027-05-01`, /^weeks: Give a last day or a number of weeks/],
    ['no weeks', `${TUESDAYS}&weeks=0`, /^weeks: Enter for how many weeks/],
    ['too many weeks', `${TUESDAYS}&from=2027-03-09&weeks=110`, /^weeks: Choose a last day within 2 years/],
    ['an evening until midnight', 'day=fri&start=20:00&end=00:00', /^fine$/],
    ['more hours than a night has', 'day=fri&start=22:00&end=02:00&hours=5', /^end: Between that start and that end/],
    ['an end that is the start', 'day=fri&start=18:00&end=18:00', /^end: Enter an end time after the start time/],
    ['a bit of an hour', 'day=tue&start=18:00&hours=1.3', /^hours: Enter how long in quarters/],
    ['a time that is none', 'day=tue&start=25:00&hours=1', /^start: Enter the earliest start as hours/],
    ['times as people type them', 'day=tue&start=6.30pm&end=21', /^fine$/],
    ['no such date', 'on=2027-02-30&start=18:00&hours=1', /^on: There is no such date/],
    ['a date that is over', 'on=2027-03-02&start=18:00&hours=1', /^on: That day is over/],
    ['today', 'on=2027-03-03&start=18:00&hours=1', /^fine$/],
    [
      'a last day before the first',
      `${TUESDAYS}&from=2027-05-01&until=2027-04-01`,
      /^until: Give a last day that is not before/,
    ],
    ['a last day that is over', `${TUESDAYS}&from=2027-01-01&until=2027-02-01`, /^until: That day is over/],
    [
      'ten thousand dates',
      'day=mon,tue,wed,thu,fri,sat,sun&start=18:00&hours=2&from=2027-03-03&until=2054-07-20',
      /^until: Choose a last day within 2 years/,
    ],
    [
      'every day of two years',
      'day=mon,tue,wed,thu,fri,sat,sun&start=18:00&hours=2&from=2027-03-03&until=2029-03-03',
      /^until: That makes \d+ dates/,
    ],
    [
      'days that do not come',
      'day=sun&start=18:00&hours=2&from=2027-03-08&until=2027-03-12',
      /^until: There is no such day/,
    ],
    ['once a month on two days', 'repeat=monthly&nth=1&day=mon,tue&start=18:00&hours=2', /^day: Choose one day/],
    ['once a month on none', 'repeat=monthly&nth=1&start=18:00&hours=2', /^day: Choose/],
    ['once a month without which', 'repeat=monthly&day=mon&start=18:00&hours=2', /^nth: Choose which/],
    ['every hundredth week', `${TUESDAYS}&every=100`, /^every: Enter every how many weeks/],
    ['what no room has', 'need=step_free,moon', /^need\.1: Choose what the room must have/],
    ['no price', 'most=lots', /^most: Enter the most you can pay/],
    ['less than nothing', 'most=-5', /^most:/],
    ['a price with its sign', 'most=£12.50', /^fine$/],
    ['an unknown kind of group', 'as=friends', /^as: Choose who you are/],
  ];
  for (const [title, parameters, says] of cases)
    it(`is told what to do about ${title}`, () => expect(mistakes(parameters)).to.match(says));

  it('is the same again for the same wish, and short', () => {
    const address =
      'people=12&repeat=weekly&day=tue%2Cthu&from=2027-03-09&start=18%3A30&end=21%3A00&hours=2&near=ZZ1+1AA&km=3&need=step_free%2Ckitchen&most=12.50&insured=yes';
    const wish = parsed(address);
    expect(wish.success && finderParams(wish.data).toString()).to.equal(address);
  });
  it('takes an end before the start for one on the next day, where it can be meant so', () => {
    const timesOf = (parameters: string) => {
      const wish = parsed(parameters);
      const { earliest, latest, minutes } = (wish.success && wantedTime(wish.data, TODAY)) || {};
      return [earliest, latest, minutes].map((minute) => (minute ?? 0) / 60);
    };
    expect(timesOf('day=fri&start=22:00&end=02:00')).to.deep.equal([22, 26, 4]);
    expect(timesOf('day=fri&start=20:00&end=00:00')).to.deep.equal([20, 24, 4]);
    expect(timesOf('day=fri&start=22:00&end=02:00&hours=1')).to.deep.equal([22, 26, 1]);
    expect(timesOf('day=fri&start=18:00&hours=24')).to.deep.equal([18, 42, 24]);
  });
  it('fills in twelve weeks from next week on where no days are named', () => {
    const wish = parsed(TUESDAYS);
    expect(wish.success && wantedTime(wish.data, TODAY)?.recurrence).to.deep.include({
      from: '2027-03-10',
      until: '2027-06-02',
    });
  });
  it('goes on for as many weeks as are named', () => {
    const wish = parsed(`${TUESDAYS}&from=2027-04-06&weeks=40`);
    const dates = wish.success ? wishOf(wish.data, NOWHERE, TODAY).dates : [];
    expect([dates.length, dates[0], dates.at(-1)]).to.deep.equal([40, '2027-04-06', '2028-01-04']);
  });
  it('keeps every second week in step with its first day when that is over', () => {
    const wish = parsed(`${TUESDAYS}&every=2&from=2027-02-16&until=2027-03-31`);
    expect(wish.success && wishOf(wish.data, NOWHERE, TODAY).dates).to.deep.equal(['2027-03-16', '2027-03-30']);
  });
});
