import { expect } from 'chai';
import { aPage, axeFindings, screenshot, scrollsSideways } from '../../support/browser.ts';
import { aDatabase } from '../../support/databases.ts';
import { aTown } from '../../support/domain.ts';
import { aServer, type TestServer } from '../../support/server.ts';

const PAGE = '/how-decisions-are-made/dates';

describe('How dates are worked out, for everybody', () => {
  let server: TestServer;
  before(async () => {
    server = await aServer(await aDatabase('SQLite'));
    await aTown(server);
  });
  after(() => server.stop());

  const dates = async (query: string): Promise<{ due: string | null; days: { day: string; role: string }[] }> =>
    (await (await fetch(`${server.url}/api/dates?${query}`)).json()) as never;
  const page = async (query: string): Promise<{ status: number; text: string }> => {
    const reply = await fetch(`${server.url}${PAGE}?${query}`);
    return { status: reply.status, text: (await reply.text()).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ') };
  };

  it('are counted by the rules that decide, for people and for programs', async () => {
    const { due, days } = await dates('from=2027-03-01&count=30');
    expect(due).to.equal('2027-04-14');
    expect(days.filter(({ role }) => role === 'holiday').map(({ day }) => day)).to.deep.equal([
      '2027-03-26',
      '2027-03-29',
    ]);
    expect((await page('from=2027-03-01&count=30&unit=working_days')).text)
      .to.include('Wednesday 14 April 2027 30 working days from Monday 1 March 2027')
      .and.to.include('Friday 26 March 2027 Bank holiday: not counted');
    expect((await dates('from=2027-03-01&count=5&paused=2027-03-03&resumed=2027-03-10')).due).to.equal('2027-03-15');
    expect((await page('from=2027-03-01&count=5&paused=2027-03-03')).text).to.include('No last day yet');
  });

  it('say what is wrong with what was asked, and keep it', async () => {
    const { status, text } = await page('from=2027-02-30&count=many');
    expect(status).to.equal(400);
    expect(text).to.include('There is no such date').and.to.include('Give the number of days as a whole number.');
    expect((await fetch(`${server.url}/api/dates?from=2027-03-01&count=9999`)).status).to.equal(400);
    expect((await page('area=nowhere')).status).to.equal(404);
    expect((await page('from=2027-03-10&count=3&paused=2027-03-09&resumed=2027-03-01')).text).to.include(
      'a last day that is not before it',
    );
  });

  it('read well on a phone and on a desk, without scripts', async () => {
    for (const width of [360, 1280]) {
      const shown = await aPage({ width, height: 900, javaScript: false });
      await shown.goto(`${server.url}/how-decisions-are-made?path=land`);
      await shown.getByRole('link', { name: 'Work out a date day by day' }).click();
      await shown.getByLabel('Day on which it begins').fill('2027-03-22');
      await shown.getByLabel('How many days').fill('5');
      await shown.getByRole('button', { name: 'Work it out' }).click();
      expect(await shown.getByRole('heading', { level: 2, name: 'Wednesday 31 March 2027' }).count()).to.equal(1);
      await screenshot(shown, `dates-${width}`);
      expect(await scrollsSideways(shown)).to.equal(false);
      await shown.context().close();
    }
    const read = await aPage({ width: 1280, height: 900 });
    await read.goto(`${server.url}${PAGE}?from=2027-03-22&count=5`);
    expect(await axeFindings(read)).to.deep.equal([]);
    await read.context().close();
  });
});
