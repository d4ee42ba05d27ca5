import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { adoptTerms } from '../bookings/a-room.ts';
import type { Visitor } from '../../ground/people/visitor.ts';
import { aPage, axeFindings, focused, screenshot, scrollsSideways, tabTo } from '../../support/browser.ts';
import { aDatabase } from '../../support/databases.ts';
import { aFolder } from '../../support/temp-files.ts';
import { TODAY } from '../../support/server.ts';
import { someoneWith } from '../../front/desk/a-desk.ts';
import { aHouse, askedFor, booked, underWay, type House } from './a-house.ts';

const NIGHT = '2027-03-19';
const PHONE = { width: 360, height: 740 };
const DESK = { width: 1280, height: 900 };

describe('Running a building, in the browser', function () {
  this.timeout(120_000);
  let house: House;
  before(async () => {
    house = await aHouse(await aDatabase('SQLite'));
    await adoptTerms(house.server, house.town, { dates_a_week: 20 });
    await booked(house, house.hall, { layout: 'boardroom' });
    await booked(house, house.room, { from: '19:00', to: '21:30', people: 24, layout: 'theatre' });
    const gone = await booked(house, house.room, { from: '16:00', to: '17:00' });
    await house.server.bookings.cancel.byGroup(house.group.asker, gone.booking.id, {
      version: gone.booking.version,
      which: 'one',
      date: TODAY,
    });
    await booked(house, house.left, { recurrence: { kind: 'once', date: '2027-03-30' } });
    await askedFor(house, house.room, { recurrence: { kind: 'once', date: '2027-03-05' }, from: '10:00', to: '12:00' });
    await house.server.db('occurrences').where({ space_id: house.hall }).update({ staffed: false });
  });
  after(() => house.server.stop());

  /** A browser in which somebody is signed in. */
  const opened = async (who: Visitor, settings: Parameters<typeof aPage>[0]): Promise<Page> => {
    const page = await aPage(settings);
    const [name = '', value = ''] = who.cookie().split('=');
    await page.context().addCookies([{ name, value, url: house.server.url }]);
    return page;
  };
  const at = (path: string): string => `${house.server.url}${path}`;
  const fine = async (page: Page, name: string): Promise<void> => {
    expect([name, await axeFindings(page), await scrollsSideways(page)]).to.deep.equal([name, [], false]);
    await screenshot(page, `running-${name}`);
  };

  it('a caretaker sees tonight on a phone, says who came, and takes it back', async () => {
    await underWay(house, house.left);
    const page = await opened(house.caretaker, PHONE);
    await page.goto(at('/tonight'));
    await fine(page, 'tonight-360');
    expect((await page.locator('.site-header').boundingBox())?.height, 'two lines on a phone').to.be.below(110);
    expect(await page.getByRole('link', { name: '01632 960 123' }).first().getAttribute('href')).to.equal(
      'tel:01632960123',
    );
    const date = page.getByRole('listitem').filter({ hasText: 'Left half' });
    await date.getByRole('button', { name: 'Nobody came' }).click();
    await date.getByText('Nobody came').first().waitFor();
    await date.getByRole('button', { name: 'Take back' }).click();
    await date.getByRole('button', { name: 'They came' }).click();
    await date.getByText('They came').first().waitFor();
    await fine(page, 'tonight-told-360');
    await page.context().close();
  });

  it('a night fits the list after it and the calendar of both of its days, on a phone and on a desk', async () => {
    await booked(house, house.room, { from: '22:00', to: '02:00', recurrence: { kind: 'once', date: NIGHT } });
    for (const size of [PHONE, DESK]) {
      const page = await opened(house.caretaker, size);
      await page.goto(at('/tonight?day=2027-03-20'));
      await page.getByText('Until 02:00, since 22:00 the day before').waitFor();
      await fine(page, `night-after-${size.width}`);
      await page.goto(at(`/desk/buildings/${house.assetId}/calendar?day=${NIGHT}`));
      await fine(page, `night-week-${size.width}`);
      const outside = await page
        .locator('.entry')
        .evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.textContent));
      expect(outside, 'words that run out of their box').to.deep.equal([]);
      await page.context().close();
    }
  });

  it('the list is there without a connection, says as of when, and is gone after signing out', async () => {
    const page = await opened(await someoneWith(house.server, 'kit@example.org', []), PHONE);
    await page.goto(at('/tonight'));
    await page.locator('html[data-kept]').waitFor();
    await page.context().setOffline(true);
    await page.reload();
    await page.getByText('No connection.').waitFor();
    expect(await page.locator('.offline-note').innerText()).to.match(
      /This is the list as it was at 09:\d\d on Wednesday 3 March 2027/,
    );
    expect(await page.locator('h1').innerText()).to.include('Tonight');
    expect(await page.getByRole('listitem').filter({ hasText: 'Hall' }).first().isVisible()).to.equal(true);
    expect(
      await page.getByRole('button', { name: 'They came' }).count(),
      'what cannot be saved cannot be pressed',
    ).to.equal(0);
    expect(
      await page.evaluate(() => getComputedStyle(document.querySelector('.date') ?? document.body).borderLeftWidth),
      'with its styles',
    ).to.equal('8px');
    await fine(page, 'tonight-offline-360');
    await page.getByRole('link', { name: 'Tomorrow' }).click();
    await page.getByRole('heading', { name: 'Tomorrow' }).waitFor();
    await page.goto(at('/my')).then(
      () => expect.fail('other pages are not kept'),
      () => undefined,
    );
    await page.context().setOffline(false);
    await page.goto(at('/my'));
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL(at('/'));
    expect(
      await page.evaluate(async () => (await caches.keys()).filter((name) => name === 'tonight-lists')),
    ).to.deep.equal([]);
    await page.context().close();
  });

  it('a press that cannot be sent says so and loses the list not', async () => {
    await house.server.db('occurrences').where({ space_id: house.left, date: TODAY }).update({ state: 'planned' });
    const page = await opened(house.caretaker, PHONE);
    await page.goto(at('/tonight'));
    await page.locator('html[data-kept]').waitFor();
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'They came' }).first().click();
    await page.getByText('What you pressed was not saved.').waitFor();
    await page.context().close();
  });

  it('is one sheet of paper, without keys and alarm', async () => {
    await house.owner.post(`/desk/buildings/${house.assetId}/arrival`, {
      building: 'ALARM-4711',
      seen:
        /name="seen" value="([^"]*)"/.exec(
          await (await house.owner.get(`/desk/buildings/${house.assetId}/arrival`)).text(),
        )?.[1] ?? '',
    });
    const page = await opened(house.caretaker, DESK);
    await page.goto(at('/tonight'));
    await page.getByText('How to get in').click();
    await fine(page, 'tonight-1280');
    const pdf = await page.pdf({
      format: 'A4',
      margin: { top: '1.5cm', bottom: '1.5cm', left: '1.5cm', right: '1.5cm' },
    });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)).to.have.lengthOf(1);
    writeFileSync(join(process.env['SCREENSHOTS'] === '1' ? 'data/screenshots' : aFolder('paper'), 'tonight.pdf'), pdf);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByText('ALARM-4711').isVisible()).to.equal(false);
    await screenshot(page, 'running-tonight-print');
    await page.context().close();
  });

  it('the owner closes days with the keyboard alone, after a look at what is in the way', async () => {
    const page = await opened(house.owner, DESK);
    await page.goto(at(`/owners/${house.town.owner.id}`));
    await tabTo(page, 'Closed days');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: /^Closed days/ }).waitFor();
    await fine(page, 'closures-1280');
    await tabTo(page, 'One day');
    await page.keyboard.press('ArrowDown');
    for (const [label, typed] of [
      ['First day', '03292027'],
      ['Last day', '04012027'],
    ] as const) {
      // The parts of a date stand as this browser was built, month first.
      await page.getByLabel(label).focus();
      await page.keyboard.type(typed);
    }
    await page.getByLabel('Why?').focus();
    await page.keyboard.type('Repairs');
    await tabTo(page, 'See what is in the way');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'What is in the way?' }).waitFor();
    expect(await page.getByText('You can take it back until 16 March 2027').count()).to.equal(1);
    await fine(page, 'closure-preview-1280');
    await tabTo(page, 'Close the 3 days that are free');
    await page.keyboard.press('Enter');
    await page.getByText('3 days are closed. 1 day stays open').waitFor();
    await tabTo(page, 'Open again');
    expect(
      await page.getByRole('button', { name: /Open again ?: The whole building, Monday 29 March 2027/ }).count(),
    ).to.equal(1);
    await fine(page, 'closures-some-1280');
    await page.context().close();
  });

  it('works without scripts: the calendar in all its shapes, a closure, last year’s days, keys, caretakers', async () => {
    await house.server.db('closures').insert({
      id: house.server.newId(),
      area_id: house.town.area.id,
      asset_id: house.assetId,
      space_id: null,
      reason: 'election',
      public_text: 'Polling',
      starts: Date.parse('2026-05-07T06:00:00Z') / 60_000,
      ends: Date.parse('2026-05-07T21:00:00Z') / 60_000,
      submission: 'x',
      created_by: 'test',
      created_at: '',
      removed_at: null,
    });
    for (const [size, settings] of [
      ['360', PHONE],
      ['1280', DESK],
    ] as const) {
      const page = await opened(house.owner, { ...settings, javaScript: true });
      for (const [name, path] of [
        ['week', 'calendar'],
        ['month', 'calendar?view=month'],
        ['list', 'calendar?as=list'],
        ['closures', 'closures'],
        ['copy', 'closures/copy'],
        ['arrival', 'arrival'],
        ['keepers', 'keepers'],
      ] as const) {
        await page.goto(at(`/desk/buildings/${house.assetId}/${path}`));
        await fine(page, `${name}-${size}`);
      }
      await page.goto(at(`/owners/${house.town.owner.id}`));
      await fine(page, `owner-${size}`);
      await page.context().close();
    }
    const page = await opened(house.owner, { ...PHONE, javaScript: false });
    await page.goto(at(`/desk/buildings/${house.assetId}/calendar`));
    await page.getByRole('link', { name: 'List', exact: true }).click();
    await page.getByText('Asked for').first().waitFor();
    await page.getByRole('link', { name: 'Next week' }).click();
    await page.getByText('8 March 2027 to 14 March 2027').waitFor();
    await page.getByRole('link', { name: 'Closed days' }).click();
    await page.getByLabel('The day', { exact: true }).fill('2027-06-01');
    await page.getByLabel('Why?').selectOption({ label: 'No staff' });
    await page.getByRole('button', { name: 'See what is in the way' }).click();
    await page.getByText('Nothing is in the way.').waitFor();
    await page.getByRole('button', { name: 'Close 1 day' }).click();
    await page.getByText('1 day is closed.').waitFor();
    await page.getByRole('link', { name: 'Copy last year’s closed days' }).click();
    await page.getByRole('button', { name: 'Look again' }).click();
    await page.getByRole('button', { name: 'Close the ticked days' }).click();
    await page.getByText('1 day is closed.').waitFor();
    await page.getByText('Thursday 6 May 2027, 07:00 to 22:00', { exact: true }).waitFor();
    await page.getByRole('link', { name: 'Caretakers' }).click();
    await page.getByLabel('E-mail address').fill('nobody');
    await page.getByRole('button', { name: 'Add them' }).click();
    await page.getByText('Please check this').waitFor();
    await page.context().close();
  });

  it('says what is wrong where it is wrong, and shows an officer whom to ring', async () => {
    const page = await opened(house.owner, PHONE);
    await page.goto(
      at(
        `/desk/buildings/${house.assetId}/closures/preview?where=building&when=range&from=2027-05-02&until=2027-05-01`,
      ),
    );
    await fine(page, 'closures-wrong-360');
    await page.getByRole('link', { name: 'Enter a last day that is not before the first.' }).click();
    expect(await focused(page)).to.include('Last day');
    await page.context().close();
    for (const [index, { id }] of (await house.server.db('occurrences').where({ state: 'planned' }).limit(2)).entries())
      await house.server
        .db('occurrences')
        .where({ id })
        .update({ state: 'no_show', date: `2027-03-0${index + 1}` });
    const broker = await someoneWith(
      house.server,
      'bina@example.org',
      [['broker', 'area', house.town.area.id]],
      'Bina Broker',
    );
    const desk = await opened(broker, PHONE);
    await desk.goto(at('/desk'));
    await desk.getByRole('link', { name: 'Groups to ring' }).click();
    await fine(desk, 'calls-360');
    await desk.getByLabel('What came of it?').fill('Nobody had told them of the new key.');
    await desk.getByRole('button', { name: 'I have rung them' }).click();
    await desk.getByText('Noted.').waitFor();
    await desk.context().close();
  });
});
