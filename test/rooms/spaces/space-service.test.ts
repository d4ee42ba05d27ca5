import { expect } from 'chai';
import { seenIn, formOf, fingerprint } from '../../../src/rooms/spaces/space-form-rules.ts';
import type { BookableSpace, Space } from '../../../src/rooms/spaces/space-contract.ts';
import type { FormValues } from '../../../src/rooms/spaces/space-edit-contract.ts';
import type { Who } from '../../../src/ground/people/role-contract.ts';
import type { Asset } from '../../../src/register/assets/asset-contract.ts';
import { aGroupOf, aWish } from '../bookings/a-room.ts';
import { eachDatabase } from '../../support/databases.ts';
import { aTown, found, type Town } from '../../support/domain.ts';
import { someServices, type TestServices } from '../../support/server.ts';
import { aBuilding, aRoom, aSpace, anHour, partsOf, someTerms, tuesday } from '../../support/spaces.ts';
import { SpaceConflict } from '../../../src/rooms/spaces/space-change-steps.ts';

eachDatabase('Spaces, as owners and officers keep them', (open) => {
  let services: TestServices;
  let town: Town;
  let asset: Asset;
  let ann: Who;
  let otto: Who;

  before(async () => {
    services = await someServices(await open());
    town = await aTown(services);
    [ann, otto] = [await someone('ann@example.org', 'Ann'), await someone('otto@example.org', 'Otto')];
  });
  beforeEach(async () => {
    asset = await aBuilding(services, town);
  });
  after(async () => {
    expect(services.errors).to.deep.equal([]);
    await services.stop();
  });

  const someone = async (email: string, name: string): Promise<Who> => {
    const person = await services.inOneTransaction((unit) => services.people.personWith(unit, email, name, 'test'));
    return { personId: person.id, name, email, rights: [], provedAt: '', withPasskey: false };
  };
  const now = async (id: string): Promise<BookableSpace> => found((await services.spaces.bookable([id]))[0]);
  const form = (space: Space, typed: FormValues): FormValues => ({
    ...formOf(space),
    ...typed,
    seen: JSON.stringify(seenIn(formOf(space))),
  });
  const factsOf = async (id: string): Promise<{ kind: string; public_text: string; before: string; after: string }[]> =>
    services.db('facts').where({ subject_id: id }).orderBy('seq');
  const refusal = async (
    work: Promise<unknown>,
  ): Promise<Error & { status?: number; mistakes?: { field: string }[] }> => {
    const error = await work.then(
      () => null,
      (reason: unknown) => reason,
    );
    if (!(error instanceof Error)) throw new Error('It was not refused.');
    return error;
  };
  const claim = async (
    space: BookableSpace,
    minutesFromNow: number,
    more: Record<string, unknown> = {},
  ): Promise<void> => {
    const starts = Math.floor(services.clock().getTime() / 60_000) + minutesFromNow;
    await services.db('claims').insert(
      space.leaves.map((leaf) => ({
        leaf,
        starts,
        ends: starts + 60,
        kind: 'booking',
        holder: services.newId(),
        expires: null,
        ...more,
      })),
    );
  };

  it('are added once, however often the form is sent', async () => {
    const given = {
      name: 'Hall',
      capacity: '40',
      layout_theatre: '35',
      bookable: 'yes',
      has_step_free: 'yes',
      has_step_free_note: 'Ring the bell',
      has_lift: 'no',
      submission: services.newId(),
    };
    const [one, other] = await Promise.all([
      services.spaceEditing.add(ann, asset.id, given),
      services.spaceEditing.add(ann, asset.id, given),
    ]);
    expect(other.id).to.equal(one.id);
    expect(await services.spaces.inAsset(asset.id)).to.have.lengthOf(1);
    expect(await now(one.id)).to.deep.include({
      name: 'Hall',
      capacity: 40,
      layouts: { theatre: 35 },
      bookable: true,
      leaves: [one.number],
      windows: [],
      tariffs: [],
      facilities: {
        step_free: { value: 'yes', note: 'Ring the bell', hours: null },
        lift: { value: 'no', note: null, hours: null },
      },
    });
    expect((await factsOf(one.id)).map(({ kind }) => kind)).to.deep.equal(['space_added']);
  });

  it('have names by which people tell them apart', async () => {
    await aSpace(services, asset, { name: 'Hall' });
    const error = await refusal(services.spaceEditing.add(ann, asset.id, { name: 'hall' }));
    expect([error.status, error.message]).to.deep.equal([
      400,
      'Choose another name: there is a “Hall” in this place already.',
    ]);
  });

  it('change where somebody changed them, with before and after in the record', async () => {
    const hall = await aSpace(services, asset, { name: 'Hall' });
    await services.spaceEditing.change(
      ann,
      hall.id,
      form(hall, { capacity: '60', insurance: 'percent', insurance_percent: '12', insurance_minimum: '5' }),
    );
    expect(await now(hall.id)).to.deep.include({
      name: 'Hall',
      capacity: 60,
      hirersLiability: { available: true, cost: { kind: 'percent', percent: 12, minimumPence: 500 }, exclusions: null },
      version: hall.version + 1,
    });
    const fact = found((await factsOf(hall.id)).at(-1));
    expect(fact).to.include({ kind: 'space_changed', public_text: 'Changed: how many people fit, insurance.' });
    expect([JSON.parse(fact.before).capacity, JSON.parse(fact.after).capacity]).to.deep.equal([20, 60]);
  });

  it('tell the second of two editors, and lose nothing of either', async () => {
    const hall = await aSpace(services, asset, { name: 'Hall', description: 'Old' });
    const mine = form(hall, { description: 'Mine', floor: '1' });
    await services.spaceEditing.change(otto, hall.id, form(hall, { name: 'Great hall', description: 'Theirs' }));
    const error = await refusal(services.spaceEditing.change(ann, hall.id, mine));
    expect(error).to.be.instanceOf(SpaceConflict);
    expect(error.message).to.match(/^Otto changed this while you were writing: name, description\./);
    const { merged } = error as SpaceConflict;
    expect(merged).to.include({ name: 'Great hall', description: 'Mine', floor: '1' });
    await services.spaceEditing.change(ann, hall.id, {
      ...merged,
      seen: JSON.stringify(seenIn(formOf(await now(hall.id)))),
    });
    expect(await now(hall.id)).to.include({ name: 'Great hall', description: 'Mine', floor: '1' });
  });

  it('take exactly one of two changes that are sent at the same moment', async () => {
    const hall = await aSpace(services, asset);
    const results = await Promise.allSettled(
      [
        ['One', ann],
        ['Two', otto],
      ].map(([name, who]) => services.spaceEditing.change(who as Who, hall.id, form(hall, { name: name as string }))),
    );
    expect(results.map(({ status }) => status).toSorted()).to.deep.equal(['fulfilled', 'rejected']);
  });

  const wrong: [title: string, typed: FormValues, field: string, says: string][] = [
    ['no name', { name: '' }, 'name', 'Enter a name by which people know the space, for instance “Main hall”.'],
    [
      'fewer people than fit in a layout',
      { capacity: '10', layout_theatre: '40' },
      'capacity',
      'Enter at least 40 as the most people: that many fit in one of the layouts.',
    ],
    [
      'a part of a person',
      { capacity: '1.5' },
      'capacity',
      'Enter how many people fit at most as a whole number, or leave it empty when nobody knows.',
    ],
    [
      'a longest booking below the shortest',
      { shortest: '3', longest: '2' },
      'longest',
      'Enter a longest booking that is not shorter than the shortest.',
    ],
    [
      'half a time',
      { has_lift: 'yes', has_lift_from: '8am' },
      'has_lift_to',
      'Enter both times between which it holds, or neither.',
    ],
    [
      'times the wrong way round',
      { has_lift: 'yes', has_lift_from: '20:00', has_lift_to: '8:00' },
      'has_lift_to',
      'Enter an end that is later than the start.',
    ],
    [
      'a note about something not known',
      { has_lift: '', has_lift_note: 'Staffed' },
      'has_lift',
      'Choose yes or no: you have written a note about it.',
    ],
    [
      'insurance without its price',
      { insurance: 'percent' },
      'insurance_percent',
      'Enter the percentage of the hire, for instance 12.',
    ],
    ['steps that nobody remembers', { step: '7' }, 'step', 'Choose how far apart bookings may start.'],
    ['a text beyond all bounds', { description: 'x'.repeat(4_001) }, 'description', 'Use up to 4,000 characters.'],
  ];
  for (const [title, typed, field, says] of wrong) {
    it(`refuse ${title}, saying what to do`, async () => {
      const hall = await aSpace(services, asset);
      const error = await refusal(services.spaceEditing.change(ann, hall.id, form(hall, typed)));
      expect([error.status, error.mistakes?.map((one) => one.field), error.message]).to.deep.equal([
        400,
        [field],
        says,
      ]);
    });
  }

  it('are opened by lists of hours, and keep those that somebody else has written meanwhile', async () => {
    const hall = await aSpace(services, asset, { windows: [tuesday('18:00', '21:00')] });
    const { values, seen } = await services.spaceEditing.hours.hoursForm(hall.id);
    expect(values).to.include({ hours_days_1: '2', hours_from_1: '18:00', hours_to_1: '21:00', hours_open_1: 'yes' });
    await services.spaceEditing.hours.changeHours(ann, hall.id, {
      ...values,
      seen,
      hours_days_2: '1-5',
      hours_from_2: '9am',
      hours_to_2: '12',
      hours_term_2: 'term_time',
      hours_staffed_2: 'yes',
    });
    expect((await now(hall.id)).windows.map(({ weekday, from, to, term }) => [weekday, from, to, term])).to.deep.equal([
      [1, 540, 720, 'term_time'],
      [2, 540, 720, 'term_time'],
      [2, 1080, 1260, 'always'],
      [3, 540, 720, 'term_time'],
      [4, 540, 720, 'term_time'],
      [5, 540, 720, 'term_time'],
    ]);
    const error = await refusal(
      services.spaceEditing.hours.changeHours(otto, hall.id, { ...values, seen, hours_to_1: '22:00' }),
    );
    expect([error.status, error.message]).to.satisfy(
      ([status, text]: [number, string]) => status === 409 && text.startsWith('Ann changed this'),
    );
    expect((await now(hall.id)).windows).to.have.lengthOf(6);
    await services.spaceEditing.hours.changeHours(otto, hall.id, {
      seen: (await services.spaceEditing.hours.hoursForm(hall.id)).seen,
      hours: [{ days: 7, from: '10:00', to: '24:00' }],
    });
    expect((await now(hall.id)).windows.map(({ weekday, from, to }) => [weekday, from, to])).to.deep.equal([
      [7, 600, 1440],
    ]);
  });

  const wrongHours: [title: string, typed: FormValues, field: string, says: string][] = [
    [
      'a closing time before the opening time',
      { hours_days_1: '2', hours_from_1: '21:00', hours_to_1: '18:00' },
      'hours_to_1',
      'Enter a closing time after the opening time.',
    ],
    [
      'a time that is none',
      { hours_days_1: '2', hours_from_1: '25:00', hours_to_1: '26:00' },
      'hours_from_1',
      'Enter the opening time, for instance 18:00.',
    ],
    ['no day', { hours_from_1: '18:00', hours_to_1: '21:00' }, 'hours_days_1', 'Choose the day of the week.'],
    [
      'hours that overlap',
      {
        hours_days_1: '1-5',
        hours_from_1: '9',
        hours_to_1: '17',
        hours_days_2: '3',
        hours_from_2: '16:00',
        hours_to_2: '18:00',
      },
      'hours_from_2',
      'Change Wednesday 16:00 to 18:00 or Wednesday 09:00 to 17:00: they overlap.',
    ],
    [
      'a season that ends before it begins',
      {
        hours_days_1: '2',
        hours_from_1: '18',
        hours_to_1: '21',
        hours_season_from_1: '2027-09-01',
        hours_season_to_1: '2027-05-01',
      },
      'hours_season_to_1',
      'Enter a last day that is not before the first.',
    ],
    [
      'more lines than a form has',
      { hours_from_5000: '9', hours_to_5000: '10' },
      '',
      'Enter up to 100 lines of opening hours.',
    ],
  ];
  for (const [title, typed, field, says] of wrongHours) {
    it(`refuse ${title}`, async () => {
      const hall = await aSpace(services, asset);
      const error = await refusal(services.spaceEditing.hours.changeHours(ann, hall.id, { ...typed, seen: 'x' }));
      expect(error.mistakes?.[0]).to.deep.equal({ field, message: says });
    });
  }

  it('may open at the same time in different seasons, and in term and holidays', async () => {
    const hall = await aSpace(services, asset, { windows: [] });
    const { seen } = await services.spaceEditing.hours.hoursForm(hall.id);
    const evening = { days: '2', from: '18', to: '21' };
    const hours = [
      { ...evening, season_to: '2027-04-30' },
      { ...evening, season_from: '2027-05-01', term: 'term_time' },
      { ...evening, season_from: '2027-05-01', term: 'holidays', to: '22' },
    ];
    await services.spaceEditing.hours.changeHours(ann, hall.id, { seen, hours });
    expect((await now(hall.id)).windows).to.have.lengthOf(3);
  });

  it('have prices, now and from a day on, and say what opening and the deposit are', async () => {
    const hall = await aSpace(services, asset, { pence: 1_250 });
    const { values, seen } = await services.spaceEditing.hours.pricesForm(hall.id);
    await services.spaceEditing.hours.changePrices(ann, hall.id, {
      ...values,
      seen,
      prices_audience_2: 'community',
      prices_basis_2: 'hour',
      prices_pounds_2: '£13.50',
      prices_from_2: '2027-04-01',
      prices_audience_3: 'commercial',
      prices_basis_3: 'half_day',
      prices_pounds_3: '1,250',
      opening_cost: '28',
      deposit: '',
    });
    const { tariffs, openingCostPence, depositPence } = await now(hall.id);
    expect(tariffs.map(({ id, ...tariff }) => tariff)).to.have.deep.members([
      anHour(1_250),
      anHour(1_350, { from: '2027-04-01' }),
      { audience: 'commercial', basis: 'half_day', pence: 125_000, from: null },
    ]);
    expect([openingCostPence, depositPence]).to.deep.equal([2_800, 0]);
    const twice = await refusal(
      services.spaceEditing.hours.changePrices(ann, hall.id, {
        seen: 'x',
        prices: [
          { audience: 'community', basis: 'hour', pounds: '1' },
          { audience: 'community', basis: 'hour', pounds: 'lots' },
        ],
      }),
    );
    expect(twice.mistakes?.map((one) => one.field)).to.deep.equal(['prices_pounds_2', 'prices_from_2']);
  });

  it('divide into parts that begin with the facts and hours of the whole, and join again', async () => {
    const hall = await aSpace(services, asset, {
      name: 'Hall',
      has: ['stage'],
      windows: [tuesday('18:00', '21:00')],
      pence: 1_800,
    });
    await services.spaceEditing.parts.divide(ann, hall.id, {
      part: [{ name: 'Half A', capacity: '60' }, { name: 'Half B' }],
    });
    const parts = await partsOf(services, hall);
    expect(parts.map(({ name, capacity, leaves, number }) => [name, capacity, leaves.includes(number)])).to.deep.equal([
      ['Half A', 60, true],
      ['Half B', null, true],
    ]);
    expect(parts[0]).to.deep.include({ facilities: hall.facilities, tariffs: [] });
    expect(parts[0]?.windows).to.have.lengthOf(1);
    expect((await now(hall.id)).leaves).to.have.members(parts.map(({ number }) => number));
    await services.spaceEditing.parts.join(ann, hall.id);
    expect((await now(hall.id)).leaves).to.deep.equal([hall.number]);
    expect((await services.spaces.inAsset(asset.id)).map(({ name }) => name)).to.deep.equal(['Hall']);
    expect((await factsOf(hall.id)).map(({ kind }) => kind)).to.include.members(['space_divided', 'space_joined']);
  });

  it('keep their parts while something is booked in any of them', async () => {
    const hall = await aSpace(services, asset, { name: 'Hall', parts: ['Half A', 'Half B'] });
    await claim(found((await partsOf(services, hall))[0]), 60 * 24 * 10);
    const { parts } = services.spaceEditing;
    for (const work of [
      () => parts.join(ann, hall.id),
      () => parts.divide(ann, hall.id, { part_name_1: 'Half C' }),
      () => parts.retire(ann, hall.id),
    ]) {
      const error = await refusal(work());
      expect([error.status, error.message]).to.satisfy(
        ([status, text]: [number, string]) =>
          status === 409 && text.startsWith('Hall is booked, asked for or closed on one date from 13 March 2027.'),
      );
    }
  });

  it('do not wait for what is past, or for a hold that has run out', async () => {
    const hall = await aSpace(services, asset, { name: 'Hall' });
    await claim(hall, -600);
    await claim(hall, 600, { kind: 'hold', expires: Math.floor(services.clock().getTime() / 60_000) });
    await services.spaceEditing.parts.divide(ann, hall.id, { part_name_1: 'Half A', part_name_2: 'Half B' });
    expect((await now(hall.id)).leaves).to.have.lengthOf(2);
  });

  it('cannot be claimed whole any more by somebody who read them before they were divided', async () => {
    const hall = await aSpace(services, asset, { name: 'Hall' });
    await services.spaceEditing.parts.divide(ann, hall.id, { part_name_1: 'Half A', part_name_2: 'Half B' });
    expect((await refusal(claim(hall, 600))).message).to.match(/claims_taken|has been divided/);
    await claim(await now(hall.id), 600);
  });

  it('are divided or booked, never both, when that happens at the same moment', async () => {
    const { asker, groupId } = await aGroupOf(services, town, 'gita@example.org');
    const outcomes = new Set<string>();
    for (let round = 0; round < 8; round++) {
      const hall = await aSpace(services, await aBuilding(services, town), {
        name: 'Hall',
        windows: [tuesday('18:00', '21:00', { approval: 'instant' })],
      });
      const [divided, booked] = await Promise.allSettled([
        services.spaceEditing.parts.divide(ann, hall.id, { part_name_1: 'Half A', part_name_2: 'Half B' }),
        services.bookings.book(
          asker,
          aWish(hall.id, groupId, {
            recurrence: { kind: 'once', date: `2027-0${4 + (round % 4)}-${round < 4 ? '06' : '20'}` },
          }),
        ),
      ]);
      const claimed: number[] = await services
        .db('claims')
        .whereIn('leaf', [hall.number, ...(await partsOf(services, hall)).map(({ number }) => number)])
        .pluck('leaf');
      const { leaves } = await now(hall.id);
      expect(
        claimed.every((leaf) => leaves.includes(leaf)),
        'claimed what is no longer undivided',
      ).to.equal(true);
      outcomes.add(`${divided.status} ${booked.status}`);
      if (divided.status === 'rejected') expect(String(divided.reason)).to.include('is booked, asked for or closed');
    }
    expect([...outcomes].every((outcome) => outcome.includes('fulfilled'))).to.equal(true);
  });

  it('go out of every list when they are retired, and cannot be changed any more', async () => {
    const hall = await aSpace(services, asset, { name: 'Hall', parts: ['Half A', 'Half B'] });
    await services.spaceEditing.parts.retire(ann, hall.id);
    expect(await services.spaces.inAsset(asset.id)).to.deep.equal([]);
    expect(await now(hall.id)).to.deep.include({ bookable: false, retiredOn: '2027-03-03', leaves: [] });
    expect((await refusal(services.spaceEditing.change(ann, hall.id, form(hall, { name: 'X' })))).status).to.equal(410);
    expect((await refusal(services.spaceEditing.thing(services.newId()))).status).to.equal(404);
  });

  it('follow the terms of their place where it has its own, else those of the area', async () => {
    const [room, other] = [await aRoom(services, town), await aSpace(services, asset)];
    await someTerms(services, town.area.id, [{ name: 'Spring', from: '2027-01-04', to: '2027-03-25' }]);
    await services.spaceEditing.days.changePlaceTerms(ann, asset.id, {
      seen: (await services.spaceEditing.days.termsForm(town.area.id, asset.id)).seen,
      term: [{ name: 'Long spring', from: '2027-01-04', to: '2027-05-01' }],
    });
    expect((await now(room.id)).terms.map(({ name }) => name)).to.deep.equal(['Spring']);
    expect((await now(other.id)).terms.map(({ name }) => name)).to.deep.equal(['Long spring']);
    const twice = await refusal(
      services.spaceEditing.days.changeAreaTerms(ann, town.area.id, {
        seen: 'x',
        term: [
          { name: 'A', from: '2027-01-04', to: '2027-03-25' },
          { name: 'B', from: '2027-03-25', to: '2027-05-01' },
        ],
      }),
    );
    expect(twice.message).to.equal('Change the dates of B or A: they overlap.');
    expect(
      (
        await refusal(
          services.spaceEditing.days.changeAreaTerms(ann, town.area.id, { seen: fingerprint({}), term: [] }),
        )
      ).status,
    ).to.equal(409);
    await services.spaceEditing.days.changePlaceTerms(ann, asset.id, {
      seen: (await services.spaceEditing.days.termsForm(town.area.id, asset.id)).seen,
    });
    expect((await now(other.id)).terms.map(({ name }) => name)).to.deep.equal(['Spring']);
  });

  it('are closed on the days off of their area, which officers add to', async () => {
    const { seen } = await services.spaceEditing.days.daysOffForm(town.area.id);
    await services.spaceEditing.days.changeDaysOff(ann, town.area.id, {
      seen,
      off: [
        { day: '2027-12-29', name: 'Between the years' },
        { day: '2027-12-29', name: 'Twice' },
      ],
    });
    expect((await services.areas.daysOff(town.area.id)).has('2027-12-29')).to.equal(true);
    expect(await services.db('area_days_off').where({ area_id: town.area.id }).select('day', 'name')).to.deep.equal([
      { day: '2027-12-29', name: 'Between the years' },
    ]);
    expect(
      (
        await refusal(
          services.spaceEditing.days.changeDaysOff(ann, town.area.id, {
            seen: 'x',
            off: [{ day: '2027-02-30', name: '' }],
          }),
        )
      ).message,
    ).to.include('Enter the day off as on the calendar');
  });
});
