import { expect } from 'chai';
import { readHolidays } from '../../../src/ground/areas/holiday-reading.ts';
import { holidayService } from '../../../src/ground/areas/holiday-service.ts';
import { Problem } from '../../../src/kernel/problem.ts';
import { eachDatabase } from '../../support/databases.ts';
import { aTown, type Town } from '../../support/domain.ts';
import { someServices, type TestServices } from '../../support/server.ts';
import { aFile } from '../../support/temp-files.ts';

const NOW = '2027-03-26T12:00:00Z';
const published = (...dates: string[]) => ({
  'england-and-wales': {
    division: 'england-and-wales',
    events: dates.map((date) => ({ title: 'A day', date, notes: '', bunting: true })),
  },
});
const USUAL = [
  '2027-01-01',
  '2027-03-26',
  '2027-03-29',
  '2027-05-03',
  '2027-05-31',
  '2027-08-30',
  '2027-12-27',
  '2027-12-28',
];

eachDatabase('Bank holidays from a published file', (open) => {
  let services: TestServices;
  let town: Town;
  before(async () => {
    services = await someServices(await open());
    town = await aTown(services);
  });
  after(() => services.stop());

  const take = async (...dates: string[]) => {
    const file = aFile('bank-holidays.json', JSON.stringify(published(...dates)));
    const [taken] = await holidayService({ ...services, clock: () => new Date(NOW) }).take(await readHolidays(file));
    return taken;
  };
  const facts = () => services.db('facts').where({ kind: 'bank_holidays_changed' }).count({ all: '*' }).first();

  it('adds a day that was announced late and a further year, once, and says so on the record', async () => {
    expect(await take(...USUAL, '2027-06-07', '2029-01-01')).to.deep.include({
      added: ['2027-06-07', '2029-01-01'],
      removed: [],
      areas: 1,
    });
    expect(await services.areas.bankHolidays(town.area.id)).to.include('2027-06-07');
    expect(await take(...USUAL, '2027-06-07', '2029-01-01')).to.deep.include({ added: [], removed: [] });
    expect(Number((await facts())?.all)).to.equal(1);
  });

  it('takes a day away that is still to come, and never touches one that has passed or a year of which it says nothing', async () => {
    expect(await take('2027-02-01', '2027-05-31', '2027-08-30', '2027-12-27', '2027-12-28')).to.deep.include({
      added: [],
      removed: ['2027-03-29', '2027-05-03', '2027-06-07'],
    });
    const days = [...(await services.areas.bankHolidays(town.area.id))];
    expect(days)
      .to.include.members(['2027-01-01', '2027-03-26', '2028-01-03', '2029-01-01'])
      .and.to.not.include('2027-02-01');
    await take(...USUAL);
  });

  it('leaves the calendars of others alone', async () => {
    const scotland = await services.db('bank_holidays').where({ calendar: 'scotland' }).pluck('day');
    await take(...USUAL);
    expect(await services.db('bank_holidays').where({ calendar: 'scotland' }).pluck('day')).to.deep.equal(scotland);
  });

  it('refuses what is no such file, and stores nothing', async () => {
    for (const text of [
      '{"england-and-wales": {"events": []}}',
      '[]',
      '{"x": {"events": [{"date": "2027-02-30"}]}}',
      'no',
    ]) {
      const error: unknown = await readHolidays(aFile('wrong.json', text)).catch((reason: unknown) => reason);
      expect(error, text).to.be.instanceOf(Problem);
    }
  });
});
