import { expect } from 'chai';
import { answerOf, nearSays, whyHere } from '../../../src/rooms/finder/answer-rules.ts';
import { changesOf } from '../../../src/rooms/finder/change-rules.ts';
import { claimPhases, ranked } from '../../../src/rooms/finder/finder-rules.ts';
import { missingWords, priceWords } from '../../../src/rooms/finder/finder-words.ts';
import { answerDates, canFit, fitOf, isComplete } from '../../../src/rooms/finder/fit-rules.ts';
import { byNearness, cheaperBesides } from '../../../src/rooms/finder/nearness-rules.ts';
import { nearMiss, perhaps, type OtherDays } from '../../../src/rooms/finder/near-rules.ts';
import { ruledOut } from '../../../src/rooms/finder/nothing-rules.ts';
import { coarseOf, unmetNeeds } from '../../../src/rooms/finder/need-rules.ts';
import type { Wish } from '../../../src/rooms/finder/wish-rules.ts';
import { wishWords } from '../../../src/rooms/finder/wish-words.ts';
import type { FacilityFact } from '../../../src/rooms/spaces/facility-contract.ts';
import { aQuery, aWish, RULES, roomOnPaper, takenFrom } from './a-room-on-paper.ts';
import type { Room } from '../../../src/rooms/finder/fit-dates-rules.ts';

const YES: FacilityFact = { value: 'yes', note: null, hours: null };
/** What community groups pay for an hour. */
const price = (pence: number) => ({
  tariffs: [{ id: '', audience: 'community', basis: 'hour', pence, from: null } as const],
});
const statesOf = (room: Room, { asked }: Wish): string =>
  answerDates(fitOf(room, asked, RULES))
    .map(({ date, state }) => `${date.slice(5)} ${state}`)
    .join(', ');
const complete = (room: Room, { asked }: Wish): boolean => isComplete(fitOf(room, asked, RULES), asked);

describe('How a room fits', () => {
  const free = '03-09 free, 03-16 free, 03-23 free, 03-30 free';
  const cases: [title: string, room: Room, wish: Wish, says: string][] = [
    ['free on every date', roomOnPaper(), aWish(), free],
    [
      'booked on one',
      roomOnPaper({ taken: [takenFrom('2027-03-16T19:00Z', '2027-03-16T21:00Z')] }),
      aWish(),
      free.replace('16 free', '16 booked'),
    ],
    [
      'booked until the very minute',
      roomOnPaper({ taken: [takenFrom('2027-03-16T16:00Z', '2027-03-16T18:00Z')] }),
      aWish(),
      free,
    ],
    [
      'booked so closely that the minutes before do not fit',
      roomOnPaper({ minutesBefore: 15, taken: [takenFrom('2027-03-16T16:00Z', '2027-03-16T18:00Z')] }),
      aWish(),
      free.replace('16 free', '16 booked'),
    ],
    [
      'booked so closely that the minutes after do not fit',
      roomOnPaper({ minutesAfter: 30, taken: [takenFrom('2027-03-16T20:15Z', '2027-03-16T22:00Z')] }),
      aWish(),
      free.replace('16 free', '16 booked'),
    ],
    [
      'held for somebody',
      roomOnPaper({ taken: [takenFrom('2027-03-23T18:00Z', '2027-03-23T20:00Z', 'hold')] }),
      aWish(),
      free.replace('23 free', '23 held'),
    ],
    [
      'closed for two days',
      roomOnPaper({ taken: [takenFrom('2027-03-22T00:00Z', '2027-03-23T23:00Z', 'closure')] }),
      aWish(),
      free.replace('23 free', '23 closed'),
    ],
    [
      'booked an hour earlier by the world’s clock once the clocks have changed',
      roomOnPaper({ taken: [takenFrom('2027-03-30T17:00Z', '2027-03-30T18:00Z')] }),
      aWish(),
      free.replace('30 free', '30 booked'),
    ],
    ['not open on Tuesdays', roomOnPaper({ windows: [{ weekday: 3 }] }), aWish(), free.replaceAll('free', 'not_open')],
    ['a day off', roomOnPaper({ daysOff: ['2027-03-30'] }), aWish(), free.replace('30 free', '30 bank_holiday')],
    [
      'a day off that is skipped',
      roomOnPaper({ daysOff: ['2027-03-30'] }),
      aWish('off=skip'),
      free.replace(', 03-30 free', ''),
    ],
    [
      'term time only',
      roomOnPaper({ terms: [{ name: 'Spring', from: '2027-01-04', to: '2027-03-18' }] }),
      aWish('term=only'),
      '03-09 free, 03-16 free',
    ],
    [
      'holidays only',
      roomOnPaper({ terms: [{ name: 'Spring', from: '2027-01-04', to: '2027-03-18' }] }),
      aWish('term=never'),
      '03-23 free, 03-30 free',
    ],
    ['too many people', roomOnPaper({ capacity: 5 }), aWish('people=6'), free.replaceAll('free', 'too_many_people')],
    [
      'too soon',
      roomOnPaper({ noticeHours: 14 * 24 }),
      aWish(),
      free.replace('09 free', '09 too_soon').replace('16 free', '16 too_soon'),
    ],
  ];
  for (const [title, room, wish, says] of cases)
    it(`says so: ${title}`, () => expect(statesOf(room, wish)).to.equal(says));

  it('picks the best common start within the wanted hours', () => {
    const busy = roomOnPaper({
      taken: [takenFrom('2027-03-16T17:00Z', '2027-03-16T18:30Z'), takenFrom('2027-03-23T20:30Z', '2027-03-23T21:30Z')],
    });
    const fit = fitOf(busy, aWish('start=17:00&end=22:00&hours=2').asked, RULES);
    expect([fit.start, fit.free.length]).to.deep.equal([18 * 60 + 30, 4]);
  });
  it('begins only at the room’s own steps', () => {
    expect(fitOf(roomOnPaper({ stepMinutes: 60 }), aWish('start=17:30&end=20:30&hours=2').asked, RULES).start).to.equal(
      18 * 60,
    );
    expect(statesOf(roomOnPaper({ stepMinutes: 60 }), aWish('start=17:30&hours=2'))).to.include('wrong_start');
  });
  it('counts what is there at some hours only at those hours', () => {
    const staffed = roomOnPaper({
      facilities: { lift: { value: 'yes', note: 'Staffed until 19:00', hours: { from: 540, to: 19 * 60 } } },
    });
    expect([complete(staffed, aWish('need=lift')), complete(staffed, aWish('need=lift&start=16:00'))]).to.deep.equal([
      false,
      true,
    ]);
  });
  it('counts what nobody knows as not there', () =>
    expect(complete(roomOnPaper(), aWish('need=step_free'))).to.equal(false));
  it('keeps to what can be paid, in all or for each date', () => {
    expect(
      ['most=80', 'most=79.99', 'most=20&most_for=date', 'most=19&most_for=date'].map((most) =>
        complete(roomOnPaper(), aWish(most)),
      ),
    ).to.deep.equal([true, false, true, false]);
  });
  it('keeps to what can be paid for each hour', () =>
    expect(
      ['most=10', 'most=9.99'].map((most) => complete(roomOnPaper(), aWish(`${most}&most_for=hour`))),
    ).to.deep.equal([true, false]));
  it('tells what the owner says about it, in short where that is long', () => {
    const { asked } = aWish();
    const why = (conditions: string): string[] =>
      whyHere([fitOf(roomOnPaper({ conditions }), asked, RULES)], 0, asked).slice(1);
    expect(why('Outside library hours only.')).to.deep.equal(['Outside library hours only.']);
    expect(why(`${'No shoes. '.repeat(40)}`)[0])
      .to.match(/^(No shoes\. )+No …$|^(No shoes\. ?)+…$/)
      .and.have.property('length')
      .below(250);
  });
  it('promises no price that nobody knows', () =>
    expect([
      complete(roomOnPaper({ tariffs: [] }), aWish('most=500')),
      complete(roomOnPaper({ tariffs: [] }), aWish()),
    ]).to.deep.equal([false, true]));
  it('warns of what may not be allowed, and leaves it to people', () => {
    const room = roomOnPaper({ notAllowed: 'No amplified music after 9pm.' });
    const wish = aWish('for=Music%20lessons');
    expect(complete(room, wish)).to.equal(true);
    expect(whyHere([fitOf(room, wish.asked, RULES)], 0, wish.asked)).to.include(
      'The owner does not allow: No amplified music after 9pm. Ask whether what you do is meant.',
    );
  });
});

describe('A room that is shut on some of the dates', () => {
  /** Twelve Tuesdays, 9 March to 25 May. */
  const twelve = (parameters = '') => aWish(`until=2027-05-25&${parameters}`);
  const shutOn = (daysOff: readonly string[], closed: readonly string[], booked: readonly string[] = []) =>
    roomOnPaper({
      daysOff,
      taken: [
        ...closed.map((day) => takenFrom(`${day}T00:00Z`, `${day}T22:30Z`, 'closure')),
        ...booked.map((day) => takenFrom(`${day}T16:00Z`, `${day}T20:00Z`)),
      ],
    });
  const [one, two, three, four] = ['2027-03-16', '2027-04-06', '2027-05-04', '2027-05-11'] as const;
  const cases: [title: string, room: Room, wish: Wish, fits: boolean][] = [
    ['fits when it is a day off', shutOn([one], []), twelve(), true],
    ['fits when days off are a quarter of the dates', shutOn([one, two, three], []), twelve(), true],
    ['does not when they are more', shutOn([one, two, three, four], []), twelve(), false],
    ['fits when its owner has closed it on one date of twelve', shutOn([], [one]), twelve(), true],
    ['does not when that is two of twelve', shutOn([], [one, two]), twelve(), false],
    ['does not when that is one of four', shutOn([], [one]), aWish(), false],
    ['fits with one closed day and two days off', shutOn([one, two], [three]), twelve(), true],
    ['does not when somebody else has one date', shutOn([], [], [one]), twelve(), false],
    ['does not when it is closed on one and taken on another', shutOn([], [one], [two]), twelve(), false],
    ['does not when every date is needed', shutOn([one], []), twelve('off=every'), false],
    ['does not on one date alone', shutOn([one], []), aWish(`repeat=once&on=${one}`), false],
  ];
  for (const [title, room, wish, fits] of cases)
    it(title, () => expect([complete(room, wish), canFit(room, wish.asked, RULES)]).to.deep.equal([fits, fits]));

  it('is compared by what a date costs, and stands after one that is as good and open on all', () => {
    const { asked } = twelve();
    const fits = ranked(
      [
        roomOnPaper({ name: 'Shut', daysOff: [one, two, three] }),
        roomOnPaper({ name: 'Open' }),
        roomOnPaper({ name: 'Shut and dearer', ...price(1_100), daysOff: [one, two, three] }),
      ].map((room) => fitOf(room, asked, RULES)),
      asked,
    );
    expect(fits.map(({ room, price: total }) => [room.space.name, total?.totalPence])).to.deep.equal([
      ['Open', 24_000],
      ['Shut', 18_000],
      ['Shut and dearer', 19_800],
    ]);
    expect(fits.map((_, at) => whyHere(fits, at, asked)[0])).to.deep.equal([
      'First of the 3 rooms that fit, because it costs the least for each date.',
      'Costs the same as Open, but is shut on more of the dates.',
      'Costs £18 more in all than Shut.',
    ]);
    expect(
      whyHere(
        [fits[0], fits[2]].flatMap((fit) => fit ?? []),
        1,
        asked,
      )[0],
    ).to.equal('Costs £2 more for each date than Open.');
  });
});

describe('The order of rooms', () => {
  const wish = aWish();
  const fit = (details: Parameters<typeof roomOnPaper>[0]) => fitOf(roomOnPaper(details), wish.asked, RULES);
  const fits = ranked(
    [
      fit({ name: 'No price', tariffs: [], distanceM: 10 }),
      fit({ name: 'Dear', ...price(2_000) }),
      fit({ name: 'Far', distanceM: 900 }),
      fit({ name: 'Near', distanceM: 400 }),
      fit({ name: 'Deposit', depositPence: 3_000, distanceM: 100 }),
      fit({ name: 'Free', ...price(0), distanceM: 2_000 }),
      fit({ name: 'Nearby', distanceM: 401 }),
    ],
    wish.asked,
  );

  it('is the full price, the deposit, then distance; unknown prices come last', () =>
    expect(fits.map(({ room }) => room.space.name)).to.deep.equal([
      'Free',
      'Near',
      'Nearby',
      'Far',
      'Deposit',
      'Dear',
      'No price',
    ]));
  it('is told at every room', () => {
    expect(fits.map((_, at) => whyHere(fits, at, wish.asked)[0])).to.deep.equal([
      'First of the 7 rooms that fit, because it costs the least in all.',
      'Costs £80 more in all than Free.',
      'Fits as well as Near; they stand in order of name.',
      'Costs the same as Nearby, and is 500 metres further.',
      'Costs the same as Far, and its deposit is higher.',
      'Costs £80 more in all than Deposit.',
      'Further down because its owner has given no price for your kind of group.',
    ]);
    expect(whyHere(fits.slice(0, 1), 0, wish.asked)[0]).to.equal('The only room that fits.');
  });
  it('puts what is known to be large enough before what may be', () => {
    const sizes = ranked(
      [
        fit({ name: 'Sound studio', capacity: null, ...price(500) }),
        fit({ name: 'Lecture hall', capacity: 75, ...price(1_500) }),
        fit({ name: 'Foyer', capacity: 75, tariffs: [] }),
      ],
      { first: 'cost', people: 60 },
    );
    expect(sizes.map(({ room }) => room.space.name)).to.deep.equal(['Lecture hall', 'Foyer', 'Sound studio']);
    expect(whyHere(sizes, 2, aWish('people=60').asked)).to.deep.equal([
      'Further down because it may be too small.',
      'Nobody has told us how many people fit. Ask.',
    ]);
    expect(whyHere(sizes, 0, aWish('people=60').asked)[0]).to.equal(
      'First of the 3 rooms that fit, because it costs the least of those that are known to be large enough.',
    );
    expect(ranked(sizes, { first: 'cost', people: 0 }).map(({ room }) => room.space.name)).to.deep.equal([
      'Sound studio',
      'Lecture hall',
      'Foyer',
    ]);
  });
  it('names a room with its place where others have the same name', () => {
    const both = ranked(
      [fit({ assetId: 'here', name: 'Space' }), fit({ assetId: 'there', name: 'Space', ...price(2_000) })],
      wish.asked,
    );
    expect(whyHere(both, 1, wish.asked)[0]).to.equal('Costs £80 more in all than Space at Library.');
  });
  it('does not send people miles for less than a pound a date', () => {
    const [far, near] = [fit({ name: 'Far', ...price(980), distanceM: 4_000 }), fit({ name: 'Near', distanceM: 400 })];
    expect(ranked([far, near], wish.asked).map(({ room }) => room.space.name)).to.deep.equal(['Near', 'Far']);
    expect([0, 1].map((at) => whyHere(ranked([far, near], wish.asked), at, wish.asked)[0])).to.deep.equal([
      'First of the 2 rooms that fit, because it is the nearest of those that cost the least, give or take a pound a date.',
      'Costs about the same as Near, and is 2.2 miles further.',
    ]);
  });
  it('is the nearest first for whoever asks for that', () => {
    const { asked } = aWish('first=near');
    const nearest = ranked(fits, asked);
    expect(nearest.map(({ room }) => room.space.name)).to.deep.equal([
      'No price',
      'Deposit',
      'Near',
      'Nearby',
      'Dear',
      'Far',
      'Free',
    ]);
    expect([0, 1, 3, 4].map((at) => whyHere(nearest, at, asked)[0])).to.deep.equal([
      'First of the 7 rooms that fit, because it is the nearest.',
      '90 metres further than No price.',
      'Fits as well as Near; they stand in order of name.',
      '100 metres further than Nearby.',
    ]);
  });
  it('goes by the time where all else is alike', () => {
    const flexible = aWish('start=17:00&end=22:00&hours=2');
    const early = roomOnPaper({ name: 'Zebra' });
    const late = roomOnPaper({ name: 'Apple', taken: [takenFrom('2027-03-16T17:00Z', '2027-03-16T19:00Z')] });
    const both = ranked([fitOf(late, flexible.asked, RULES), fitOf(early, flexible.asked, RULES)], flexible.asked);
    expect(both.map(({ room }) => room.space.name)).to.deep.equal(['Zebra', 'Apple']);
    expect(whyHere(both, 1, flexible.asked)[0]).to.equal('The same as Zebra, but it begins later.');
  });
});

describe('A near miss', () => {
  const booked = (...days: string[]) => days.map((day) => takenFrom(`2027-03-${day}T18:00Z`, `2027-03-${day}T20:00Z`));
  const says = (
    room: Room,
    wish = aWish(),
    otherDays: readonly OtherDays[] = [],
    others: readonly Room[] = [],
  ): string | null => {
    const near = nearMiss(
      room,
      wish.asked,
      otherDays,
      others.map((other) => fitOf(other, wish.asked, RULES)),
      RULES,
    );
    return near && nearSays(near);
  };
  const wednesdays: OtherDays[] = [{ name: { weekday: 3 }, ...aWish('day=wed&until=2027-03-31').asked }];

  it('names the dates that are missing, and who has them', () => {
    const hall = roomOnPaper({
      name: 'Main Hall',
      taken: [takenFrom('2027-03-16T17:00Z', '2027-03-16T22:00Z', 'closure')],
    });
    expect(says(hall)).to.equal('3 of 4 dates free – 16 Mar is closed.');
    expect(
      says(
        hall,
        aWish(),
        [],
        [
          roomOnPaper({ name: 'Far Room', assetId: 'elsewhere' }),
          roomOnPaper({ name: 'the Small Hall', parentId: hall.space.id }),
        ],
      ),
    ).to.equal('3 of 4 dates free – 16 Mar is closed; the Small Hall is free on it.');
  });
  it('is half an hour at most', () => {
    expect(
      says(
        roomOnPaper({
          taken: booked('09', '16', '23').map(({ starts, kind }) => ({ starts: starts - 60, ends: starts + 30, kind })),
        }),
      ),
    ).to.equal('Free on all 4 dates from 18:30 to 20:30.');
    expect(says(roomOnPaper({ windows: [{ to: 19 * 60 + 45 }] }))).to.equal('Free on all 4 dates from 17:45 to 19:45.');
    expect(says(roomOnPaper({ windows: [{ to: 19 * 60 + 15 }] }))).to.equal(null);
  });
  it('is another day of the week', () =>
    expect(says(roomOnPaper({ taken: booked('09', '16', '23') }), aWish(), wednesdays)).to.equal(
      'Free on all 4 Wednesdays from 18:00 to 20:00.',
    ));
  it('is a little too dear', () => {
    expect(says(roomOnPaper(), aWish('most=70'))).to.equal('Free on all 4 dates, but £10 more than you can pay.');
    expect(says(roomOnPaper(), aWish('most=60'))).to.equal(null);
    expect(says(roomOnPaper({ tariffs: [] }), aWish('most=60'))).to.match(/given no price/);
  });
  it('has what is needed at other hours', () => {
    const room = roomOnPaper({
      facilities: {
        step_free: YES,
        lift: { value: 'yes', note: 'Staffed until 19:00', hours: { from: 540, to: 19 * 60 } },
      },
    });
    expect(says(room, aWish('need=step_free,lift'))).to.equal(
      'Has what you need, but not at that time: lift (Staffed until 19:00).',
    );
  });
  it('may have what is needed, as far as anybody knows', () => {
    const perhapsSays = (room: Room, wish = aWish('need=step_free,hearing_loop')): string | null => {
      const near = perhaps(fitOf(room, wish.asked, RULES), wish.asked);
      return near && nearSays(near);
    };
    expect(perhapsSays(roomOnPaper())).to.equal(
      'Nobody has told us about “step-free way in” and “hearing loop”. Ask before you rely on it.',
    );
    expect(perhapsSays(roomOnPaper({ facilities: { step_free: YES } }))).to.equal(
      'Nobody has told us about “hearing loop”. Ask before you rely on it.',
    );
    expect(perhapsSays(roomOnPaper({ facilities: { step_free: { ...YES, value: 'no' } } }))).to.equal(null);
    expect(perhapsSays(roomOnPaper({ facilities: { step_free: YES, hearing_loop: YES } }))).to.equal(null);
    expect([
      perhapsSays(roomOnPaper({ taken: booked('09') })),
      perhapsSays(roomOnPaper(), aWish('need=step_free&most=5')),
    ]).to.deep.equal([null, null]);
  });
  it('is no room that is taken on most dates', () =>
    expect(says(roomOnPaper({ taken: booked('09', '16', '23') }))).to.equal(null));
  it('stands the nearer, the less is missing; what lacks alike by cost, then distance', () => {
    const { asked } = aWish('until=2027-05-25&most=240');
    const late =
      aWish('until=2027-05-25')
        .asked.days.get('Europe/London')
        ?.slice(0, 9)
        .map((day) => ({ ...day.stretch(18 * 60, 18 * 60 + 30), kind: 'booking' as const })) ?? [];
    const rooms = [
      roomOnPaper({ name: 'Dear', ...price(1_200) }),
      roomOnPaper({ name: 'Three dates', taken: booked('09', '16', '23') }),
      roomOnPaper({ name: 'Half an hour', taken: late }),
      roomOnPaper({ name: 'One date, far', distanceM: 900, taken: booked('09') }),
      roomOnPaper({ name: 'One date', taken: booked('16') }),
      roomOnPaper({ name: 'One date, cheap and far', distanceM: 2_000, ...price(500), taken: booked('16') }),
    ];
    const near = rooms.flatMap((room) => nearMiss(room, asked, [], [], RULES) ?? []).toSorted(byNearness(asked));
    expect(near.map(({ fit }) => fit.room.space.name)).to.deep.equal([
      'One date, cheap and far',
      'One date',
      'One date, far',
      'Half an hour',
      'Three dates',
      'Dear',
    ]);
  });
  it('is told beside enough rooms that fit only when it lacks little and costs less than all of them', () => {
    const { asked } = aWish('until=2027-05-25');
    const fits = [
      roomOnPaper({ name: 'Free of charge', ...price(0), taken: booked('09') }),
      roomOnPaper({ name: 'Free, on fewer dates', ...price(0), taken: booked('09', '16') }),
      roomOnPaper({ name: 'As dear', taken: booked('09') }),
    ].map((room) => fitOf(room, asked, RULES));
    expect(
      cheaperBesides(fits, [fitOf(roomOnPaper(), asked, RULES)], asked).map(({ fit }) => fit.room.space.name),
    ).to.deep.equal(['Free of charge']);
  });
  it('tells shut days of a room that fits but for something else', () => {
    expect(says(roomOnPaper({ daysOff: ['2027-03-16'] }), aWish('most=50'))).to.equal(
      'Free on 3 of 4 dates, but £10 more than you can pay – 16 Mar is a day off there.',
    );
  });
  it('tells many missing dates in short', () => {
    expect(
      missingWords(
        ['2027-03-09', '2027-03-16', '2027-03-23', '2027-03-30', '2027-04-06', '2027-04-13'].map((date) => ({
          date,
          state: 'booked',
        })),
      ),
    ).to.equal('9 Mar, 16 Mar, 23 Mar, 30 Mar and 2 more are booked');
  });
});

describe('Why nothing fits', () => {
  const where = 'Within 3 km of ZZ1 1AA';
  const counts = { all: 9, roomy: 7, largest: 60, each: [3, 0] };
  const why = (wish: Wish, rooms: readonly Room[], known = counts) =>
    ruledOut(
      where,
      wish.asked,
      known,
      rooms.map((room) => fitOf(room, wish.asked, RULES)),
      [2],
    );
  const stepFree = (details: Parameters<typeof roomOnPaper>[0]) =>
    roomOnPaper({ facilities: { step_free: YES }, ...details });

  it('says so where there is no room at all', () =>
    expect(why(aWish(), [], { ...counts, all: 0 })).to.deep.equal([
      `${where} there is no room that can be booked here.`,
    ]));
  it('says how large the largest is', () =>
    expect(why(aWish('people=90'), [], { ...counts, roomy: 0 })).to.deep.equal([
      `${where} there are 9 rooms that can be booked.`,
      'None of them takes 90 people: the largest takes 60.',
    ]));
  it('counts what rooms have of what they must have', () => {
    expect(why(aWish('people=20&need=step_free,stage'), [])).to.deep.equal([
      `${where} there are 9 rooms that can be booked.`,
      '7 of them take 20 people.',
      'None of them is known to have all that you need: 3 are step-free and none is known to have a stage.',
    ]);
  });
  it('says when they close', () => {
    const early = [17, 18, 19].map((hour) => stepFree({ windows: [{ to: hour * 60 }] }));
    expect(why(aWish('need=step_free'), early)[1]).to.equal(
      '3 rooms are step-free, but none is open after 19:00 on Tuesdays.',
    );
    expect(why(aWish('need=step_free'), early.slice(0, 1))[1]).to.equal(
      '1 room is step-free, but it is not open after 17:00 on Tuesdays.',
    );
    expect(why(aWish('need=step_free'), [stepFree({ windows: [{ weekday: 1 }] })])[1]).to.equal(
      '1 room is step-free, but it does not open on Tuesdays.',
    );
  });
  it('tells apart what stands in the way', () => {
    const rooms = [
      stepFree({ windows: [{ to: 900 }] }),
      stepFree({ taken: [takenFrom('2027-03-16T18:00Z', '2027-03-16T20:00Z')] }),
      stepFree({ tariffs: [] }),
      stepFree({ longestMinutes: 60 }),
      stepFree({ daysOff: ['2027-03-30', '2027-03-23'] }),
      stepFree({ noticeHours: 14 * 24 }),
    ];
    expect(why(aWish('need=step_free&most=500'), rooms)[1]).to.equal(
      '6 rooms are step-free, but 1 is not open at that time, 1 is closed on some of the dates, 1 wants more notice than that, 1 cannot be booked for as short or long, as soon or as far ahead as you need, 1 is taken on some of the dates and 1 costs more than you can pay, or has no price yet.',
    );
  });
  it('offers one change at a time', () => {
    const labels = changesOf(
      aQuery('day=tue&start=18:00&hours=2&near=ZZ1&km=3&need=stage,piano&most=20&term=only'),
    ).map(({ label }) => label);
    expect(labels).to.include.members([
      'Without “stage”',
      'Without “piano”',
      'Up to 6 km away',
      'On Wednesdays instead',
      'Any time between 17:00 and 21:00',
      'From 17:00 to 19:00',
      'From 19:00 to 21:00',
      'Whatever it costs',
      'Without bank holidays',
      'In term and in holidays',
    ]);
    expect(labels).not.to.include('On Tuesdays instead');
    expect(changesOf(aQuery('on=2027-03-09&start=18:00&hours=2')).map(({ label }) => label)).not.to.include(
      'Without bank holidays',
    );
  });
});

describe('Words of the finder', () => {
  const says: [string, string][] = [
    ['', 'Every Tuesday from 9 March 2027 to 30 March 2027 (4 dates), from 18:00 to 20:00, within 3 km of ZZ1 1AA.'],
    [
      'people=1&every=2&need=step_free',
      'For 1 person, every second week on Tuesdays from 9 March 2027 to 30 March 2027 (2 dates), from 18:00 to 20:00, within 3 km of ZZ1 1AA, with step-free way in.',
    ],
    [
      'nth=last&start=10:00&end=14:00&hours=1.5&term=only',
      'On the last Tuesday of the month from 9 March 2027 to 30 March 2027 (1 date), in school term only, for 1 hour 30 minutes between 10:00 and 14:00, within 3 km of ZZ1 1AA.',
    ],
    [
      'repeat=once&on=2027-03-06&most=20',
      'On Saturday 6 March 2027, from 18:00 to 20:00, within 3 km of ZZ1 1AA, for £20 at most in all.',
    ],
  ];
  for (const [parameters, sentence] of says)
    it(`say a wish: ${sentence}`, () => expect(wishWords(aWish(parameters))).to.equal(sentence));
  it('say the whole price', () => {
    const price = {
      hirePence: 2_000,
      openingPence: 0,
      insurancePence: 0,
      depositPence: 3_000,
      totalPence: 2_000,
      lines: [],
    };
    expect(priceWords(price, 4)).to.equal(
      '£20 in all for 4 dates, about £5 each, and a deposit of £30 that you get back',
    );
    expect(priceWords({ ...price, totalPence: 0, depositPence: 0 }, 1)).to.equal('Free of charge');
    expect(priceWords(null, 4)).to.match(/^Price not known/);
  });
  it('give the page that asks for a room everything but where', () => {
    const wish = aWish('people=8&for=Choir&near=ZZ1&need=stage&most=90&start=17:00&end=22:00&hours=2');
    expect(answerOf(fitOf(roomOnPaper(), wish.asked, RULES), wish, []).ask).to.equal(
      'for=Choir&people=8&repeat=weekly&day=tue&every=1&from=2027-03-09&until=2027-03-30&start=17%3A00&end=19%3A00&need=stage&most=90',
    );
  });
});

describe('Claims to fetch', () => {
  const within = (wish: Wish) =>
    claimPhases([...wish.asked.days.values()].flat(), { earliest: 18 * 60, latest: 20 * 60 }, 0, 30);
  it('are those at one time of the week, and one more once the clocks change', () =>
    expect(
      [within(aWish('until=2027-03-23')), within(aWish())].map(({ cycle, phases }) => [cycle, phases.length]),
    ).to.deep.equal([
      [10_080, 1],
      [10_080, 2],
    ]));
  it('are those at one time of the day for every day of the week', () =>
    expect(within(aWish('day=mon,tue,wed,thu,fri,sat,sun')).cycle).to.equal(1_440));
});

describe('Needs that nobody meets', () => {
  const need = (personId: string, parameters: string) => ({ personId, coarse: coarseOf(aWish(parameters)) });
  it('are told only where three people look for something alike, each once', () => {
    const evenings = ['a', 'b', 'c', 'c'].map((person) => need(person, person === 'a' ? '' : 'need=step_free'));
    expect(unmetNeeds(evenings)).to.deep.equal({
      people: 3,
      groups: [{ weekday: 2, part: 'evening', people: 3, needs: [] }],
    });
    expect(unmetNeeds([...evenings, need('d', 'need=step_free')]).groups[0]?.needs).to.deep.equal([
      { facility: 'step_free', people: 3 },
    ]);
    expect(unmetNeeds(evenings.slice(1))).to.deep.equal({ people: 0, groups: [] });
  });
  it('keep nothing that somebody typed', () =>
    expect(JSON.stringify(coarseOf(aWish('for=Stroke club of Mill Lane&people=7')))).not.to.match(/Stroke|Mill|7/));
});
