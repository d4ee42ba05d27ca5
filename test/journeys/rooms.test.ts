import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { REASON } from '../groups/benefit-test/a-test.ts';
import { newestMail } from '../ground/people/visitor.ts';
import { aPage, axeFindings, screenshot, scrollsSideways } from '../support/browser.ts';
import { eachDatabase } from '../support/databases.ts';
import { anOwner, aTown, found, inTown, type Town } from '../support/domain.ts';
import { cliWith } from '../support/processes.ts';
import { aServer, someServices, type TestServer } from '../support/server.ts';
import { aBuilding, anHour, aSpace, everyDay, tuesday } from '../support/spaces.ts';
import { aFolder } from '../support/temp-files.ts';

const MARKS = { NEED: 4, BEN: 4, INC: 3, USE: 4, DEL: 3 };
const ANSWERS = [
  'The stroke nurse has a waiting list. We met at a member’s home for two years until it was too small.',
  'Up to twelve people talk, do their exercises and eat together every Tuesday evening.',
  'It costs nothing, and families are welcome.',
  'Tuesdays from 18:00 to 20:00, when the room is dark.',
  'Four of us take turns. If one is ill, another does it.',
];

/** The worked case of a stroke self-help group, by the screens alone; the days pass by starting the site again on a later one. */
eachDatabase('From a first visit to a weekly room and its deposit back', (open) => {
  let url: string;
  let env: Record<string, string>;
  let server: TestServer;
  let town: Town;

  before(async () => {
    url = await open();
    env = { DATA_DIR: aFolder('data') };
    const services = await someServices(url, { now: '2026-12-14T09:00:00Z' });
    town = await aTown(services);
    const [nhs, school] = [
      await anOwner(services, town.area, 'Testborough Health'),
      await anOwner(services, town.area, 'Millfield School'),
    ];
    const near = (metresEast: number) => ({
      lon: inTown(0.125, 0.125).lon + metresEast / 66_300,
      lat: inTown(0.125, 0.125).lat,
    });
    const has = ['step_free', 'accessible_toilet', 'parking', 'ground_floor'] as const;
    await aSpace(
      services,
      await aBuilding(services, { ...town, owner: nhs }, { name: 'Bridge Street Health Centre', point: near(400) }),
      {
        name: 'Group room',
        capacity: 18,
        windows: [tuesday('17:00', '21:00')],
        pence: 0,
        has,
        hirersLiability: { available: true, cost: { kind: 'free' }, exclusions: null },
        depositPence: 3_000,
        closedOnBankHolidays: true,
      },
    );
    await aSpace(services, await aBuilding(services, town, { name: 'Millfield Library', point: near(900) }), {
      name: 'Meeting room',
      capacity: 20,
      windows: everyDay('09:00', '21:00'),
      tariffs: [anHour(1_250)],
      has,
      hirersLiability: { available: true, cost: { kind: 'percent', percent: 12, minimumPence: 500 }, exclusions: null },
    });
    await aSpace(
      services,
      await aBuilding(services, { ...town, owner: school }, { name: 'Millfield School', point: near(700) }),
      {
        name: 'School hall',
        capacity: 200,
        windows: everyDay('17:00', '22:00'),
        tariffs: [anHour(1_800)],
        has: ['accessible_toilet', 'parking'],
        facilities: {
          step_free: { value: 'no', note: 'Six steps to the door', hours: null },
          accessible_toilet: { value: 'yes', note: null, hours: null },
          parking: { value: 'yes', note: null, hours: null },
          ground_floor: { value: 'yes', note: null, hours: null },
        },
      },
    );
    await services.compact.record(
      town.area,
      {
        owner: nhs.id,
        minute_ref: 'Trust board, item 9',
        officer: 'Director of Estates',
        from: '2026-07-01',
        until: undefined,
      },
      'test',
    );
    for (const [email, name, role, scope, scopeId] of [
      ['bina@example.org', 'Bina Broker', 'broker', 'area', town.area.id],
      ['one@example.org', 'Olu One', 'scorer', 'area', town.area.id],
      ['two@example.org', 'Tia Two', 'scorer', 'area', town.area.id],
      ['estates@example.org', 'Esi Estates', 'owner_representative', 'owner', nhs.id],
    ] as const) {
      await services.inOneTransaction(async (unit) => {
        const person = await services.people.personWith(unit, email, name, 'test');
        await services.people.grant(
          unit,
          person.id,
          { role, scope, scopeId, areaId: town.area.id, endsOn: null },
          'test',
        );
      });
    }
    await services.stop();
  });
  afterEach(async () => {
    expect(server.errors).to.deep.equal([]);
    await server.stop();
  });

  const day = async (now: string): Promise<void> => void (server = await aServer(url, { now, env }));
  const nightUntil = async (now: string): Promise<void> =>
    void expect(await cliWith({ ...env, MEANTIME_NOW: now }, url, 'tick')).to.deep.include({ code: 0 });
  const fine = async (page: Page, name: string): Promise<void> => {
    expect([name, await axeFindings(page), await scrollsSideways(page)]).to.deep.equal([name, [], false]);
    await screenshot(page, `rooms-${name}`);
  };

  /** Somebody at a screen of their own, signed in with the code from the mail. */
  async function at(email: string, path: string, settings: Parameters<typeof aPage>[0] = {}): Promise<Page> {
    const page = await aPage(settings);
    await server.db('rate_limits').delete();
    await page.goto(`${server.url}/sign-in`);
    await page.getByLabel('E-mail address').fill(email);
    await page.getByRole('button', { name: 'Send me a code' }).click();
    await page.waitForURL(/\/sign-in\/code/);
    await page.getByLabel('Code').fill((await newestMail(server, email)).code);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL((to) => !to.pathname.startsWith('/sign-in'));
    if (page.url().includes('/account/name')) {
      await page.getByLabel('Your name').fill(email === 'stan@example.org' ? 'Stan Stroke' : 'Dee Deputy');
      await page.getByRole('button', { name: 'Save' }).click();
    }
    await page.goto(server.url + path);
    return page;
  }

  it('a group of two answers five questions, and two people find 360 of 400 points in them', async () => {
    await day('2026-12-14T09:00:00Z');
    const lead = await at('stan@example.org', '/groups/new');
    await lead.getByLabel('What is the group called?').fill('Stroke survivors of Millfield');
    await lead.getByLabel('Another name for others to see').fill('Tuesday friends');
    await lead.getByLabel('Not set up formally').check();
    await lead.getByLabel('What does it do?').fill('We meet, talk and eat together.');
    await lead.getByLabel('Who is it for?').fill('People who had a stroke');
    await lead.getByLabel('10 to 30 people').check();
    await lead.getByLabel('I am 18 or over.').check();
    await lead.getByLabel('I agree to lead the group').check();
    await lead.getByRole('button', { name: 'Make the group' }).click();
    await lead.getByText('Your group is made.').waitFor();
    const group = new URL(lead.url()).pathname;
    await lead.goto(`${server.url}${group}/invite?role=group_deputy`);
    await lead.getByLabel('Their e-mail address').fill('dee@example.org');
    await lead.getByRole('button', { name: 'Send the invitation' }).click();
    await lead.getByText('We have sent an invitation').waitFor();
    const deputy = await at('dee@example.org', '/my');
    const invitation = found(
      (await server.mails.latest(50)).find(({ to, kind }) => to === 'dee@example.org' && kind === 'group_invitation'),
    );
    await deputy.goto(
      server.url + new URL(found(/https?:\/\/\S+\/groups\/join\/\S+/.exec(invitation.text)?.[0])).pathname,
    );
    await deputy.getByLabel('I am 18 or over.').check();
    await deputy.getByRole('button', { name: 'Accept' }).click();
    await deputy.getByText('You are in Stroke survivors of Millfield.').waitFor();

    await lead.goto(`${server.url}${group}/passport`);
    await lead.getByRole('link', { name: 'Answer the five questions' }).click();
    const boxes = lead.locator('main textarea');
    for (const [index, answer] of [...ANSWERS, 'Adults come, and families with them.', 'no'].entries())
      if (index < (await boxes.count())) await boxes.nth(index).fill(answer);
    await lead.getByRole('button', { name: 'Send the answers' }).click();
    await lead.getByText('Your answers are sent.').waitFor();
    for (const scorer of ['one@example.org', 'two@example.org']) {
      const sheet = await at(scorer, '/desk/tests?area=testborough');
      await sheet
        .getByRole('link', { name: /Tuesday friends/ })
        .first()
        .click();
      await sheet.locator('input[name=interest][value=no]').check();
      for (const [id, mark] of Object.entries(MARKS)) {
        await sheet.locator(`input[name=mark_${id}]`).nth(mark).check();
        await sheet.locator(`textarea[name=reason_${id}]`).fill(REASON);
        await sheet.locator(`input[name=evidence_${id}][value=none]`).check();
      }
      await sheet.getByRole('button', { name: 'Hand in' }).click();
      await sheet.getByText('Your marks are in.').waitFor();
      await sheet.context().close();
    }
    const broker = await at('bina@example.org', '/desk/tests?area=testborough&show=decide');
    await broker
      .getByRole('link', { name: /Tuesday friends/ })
      .first()
      .click();
    for (const gate of ['G6', 'G7', 'G10']) await broker.locator(`#field-gate_${gate} input`).first().check();
    await broker.getByRole('button', { name: 'Save the answers' }).click();
    await broker.getByRole('button', { name: 'Publish the result and tell the group' }).click();
    await broker.locator('.done').waitFor();
    await lead.goto(`${server.url}${group}/passport`);
    expect(await lead.locator('main').innerText())
      .to.include('Passed')
      .and.to.include('360')
      .and.to.include('90.0%');
    await fine(lead, 'passed');
    for (const page of [lead, deputy, broker]) await page.context().close();
  }).timeout(120_000);

  it('finds three rooms, is told why the school is none, and asks for two on Tuesday 22 December', async () => {
    await day('2026-12-22T10:00:00Z');
    const page = await at('stan@example.org', '/spaces', { width: 360, height: 740 });
    await page.getByLabel('Near', { exact: true }).fill('ZZ1 1AA');
    await page.getByLabel('Tuesday').check();
    await page.getByLabel('First day').fill('2027-01-05');
    await page.getByLabel('Last day').fill('2027-11-30');
    await page.getByLabel('Earliest start').fill('18:00');
    await page.getByLabel('Latest end').fill('20:00');
    await page.getByLabel('How many people', { exact: true }).fill('12');
    for (const need of ['Step-free way in', 'Accessible toilet', 'On the ground floor', 'Parking'])
      await page.getByLabel(need, { exact: true }).check();
    await page.getByRole('button', { name: 'Find rooms' }).click();
    await page.getByRole('heading', { name: 'Rooms that fit' }).waitFor();
    const said = await page.locator('main').innerText();
    expect(said.indexOf('Bridge Street Health Centre')).to.be.within(0, said.indexOf('Millfield Library'));
    expect(said).to.include('Free of charge').and.to.include('£1,344').and.to.include('48 dates');
    expect(said).to.match(/School hall[\s\S]*[Ss]tep/);
    await fine(page, 'found');

    await page.getByRole('link', { name: 'Ask for Group room' }).click();
    await page.getByLabel('What do you need the room for?').fill('A weekly evening of talking, exercises and food.');
    await page.locator('input[name=vulnerable][value=no]').check();
    await page.locator('input[name=which][value=free]').check();
    await page.locator('input[name=insured][value=no]').check();
    await fine(page, 'asking');
    await page.getByRole('button', { name: 'See all dates and the price' }).click();
    await page.getByRole('heading', { name: 'Check and send' }).waitFor();
    expect(await page.locator('main').innerText())
      .to.include('48 dates')
      .and.to.include('Community group')
      .and.to.include('£30');
    await page.getByRole('button', { name: /^Add Meeting room/ }).click();
    await page.getByRole('heading', { name: 'Check and send' }).waitFor();
    await fine(page, 'checked');
    await page.getByRole('button', { name: 'Send the request' }).click();
    await page.getByText('Thursday 31 December 2026').first().waitFor();
    await fine(page, 'sent');
    const mail = await newestMail(server, 'estates@example.org');
    expect(mail.subject).to.include('Group room');
    expect(mail.text)
      .to.include('31 December')
      .and.not.to.match(/stroke/i);
    await page.context().close();
  }).timeout(120_000);

  it('is offered the room by the owner’s silence on Thursday 31 December, and signs', async () => {
    await nightUntil('2026-12-30T08:00:00Z');
    await nightUntil('2026-12-31T18:00:00Z');
    await day('2027-01-02T10:00:00Z');
    expect((await server.mails.latest(100)).filter(({ to }) => to === 'estates@example.org').length).to.be.at.least(2);
    const page = await at('stan@example.org', '/my', { width: 360, height: 740 });
    await page
      .getByRole('link', { name: /Group room/ })
      .first()
      .click();
    const said = await page.locator('main').innerText();
    expect(said).to.include('31 December 2026');
    await fine(page, 'offered');
    await page.getByLabel(/I have read this, and I, Stan Stroke, sign for it/).check();
    await page.getByRole('button', { name: 'Take the room' }).click();
    await page.locator('.done').waitFor();
    await page.context().close();
  }).timeout(120_000);

  it('pays £30 in cash with a receipt, and has every date confirmed; others read nothing about health', async () => {
    await day('2027-01-04T10:00:00Z');
    const broker = await at('bina@example.org', '/desk/requests?area=testborough');
    await broker.getByRole('link', { name: /With groups/ }).click();
    await broker
      .getByRole('link', { name: /Group room/ })
      .first()
      .click();
    await broker.getByRole('link', { name: 'Write down money' }).click();
    await broker.getByLabel('Who saw it?').fill('Esi Estates');
    await fine(broker, 'money');
    await broker.getByRole('button', { name: 'Write it down as paid' }).click();
    await broker
      .getByText(/confirmed|Confirmed|booked|Booked/)
      .first()
      .waitFor();
    await broker.context().close();
    const mail = await newestMail(server, 'stan@example.org');
    expect(mail.text).to.include('5 January 2027').and.to.include('30 November 2027');
    const { id } = await server.db('spaces').where({ name: 'Group room' }).first('id');
    const anybody = await aPage();
    await anybody.goto(`${server.url}/spaces/${id}?from=2027-01-05`);
    const shown = await anybody.locator('body').innerText();
    expect(shown)
      .not.to.match(/stroke|survivor/i)
      .and.not.to.include('Tuesday friends')
      .and.not.to.include('Stan');
    const calendar = await (await fetch(`${server.url}/spaces/${id}/calendar.ics`)).text();
    expect(calendar)
      .to.include('RRULE:FREQ=WEEKLY')
      .and.to.include('Community group')
      .and.not.to.match(/stroke|survivor|friends/i);
    await anybody.context().close();
  }).timeout(120_000);

  it('gets the deposit back when the year is over, and says how it went', async () => {
    await nightUntil('2027-12-02T08:00:00Z');
    await day('2027-12-02T10:00:00Z');
    const { id } = await server.db('bookings').first('id');
    const broker = await at('bina@example.org', `/bookings/${id}/course`);
    await broker.getByRole('heading', { name: 'Money that comes back' }).waitFor();
    const back = broker.locator('form[action$="/deposit-return"]');
    await back.locator('input[name=method][value=cash]').check();
    await back.locator('input[name=given_to]').fill('Stan Stroke');
    await back.locator('input[name=witness]').fill('Esi Estates');
    await broker.getByRole('button', { name: 'Give it all back' }).click();
    await broker.locator('.done').waitFor();
    await fine(broker, 'returned');
    await broker.context().close();
    const lead = await at('stan@example.org', `/bookings/${id}/course#evaluation`, { width: 360, height: 740 });
    await lead.locator('input[name=suited]').first().check();
    await lead.locator('input[name=people]').first().check();
    await lead.getByRole('button', { name: 'Send', exact: true }).click();
    await lead.locator('.done').waitFor();
    await fine(lead, 'evaluated');
    expect((await server.db('bookings').first('state')).state).to.be.oneOf(['evaluated', 'closed']);
    await lead.context().close();
  }).timeout(120_000);
});
