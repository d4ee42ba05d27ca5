import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { aDesk, type Desk, filledIn, sendFile, someoneWith, words } from '../../front/desk/a-desk.ts';
import type { Visitor } from '../../ground/people/visitor.ts';
import { aPage, axeFindings, screenshot, scrollsSideways } from '../../support/browser.ts';
import { aDatabase, eachDatabase } from '../../support/databases.ts';
import { found } from '../../support/domain.ts';

const LIST =
  'Venue,Post code,Room,Capacity,Rate,When\nOld Hall,ZZ1 2AA,Main hall,60,12.50,Evenings\nOld Hall,ZZ1 2AA,Back room,,,By arrangement\nOld Hall,ZZ1 2AA,Main hall,9,1,\n';
const START = '/desk/import-rooms?area=testborough';

eachDatabase('Importing rooms on screen', (open) => {
  let desk: Desk;
  let owner: Visitor;
  before(async () => {
    desk = await aDesk(await open());
    owner = await someoneWith(
      desk.server,
      'owner@example.org',
      [['owner_representative', 'owner', desk.town.owner.id]],
      'Olga Owner',
    );
  });
  after(async () => {
    expect(desk.server.errors).to.deep.equal([]);
    await desk.server.stop();
  });

  const upload = async (
    visitor = desk.broker,
    content: string | Buffer = LIST,
    path = START,
    fields: Record<string, string> = { owner: desk.town.owner.id },
  ): Promise<Response> => sendFile(visitor, path, 'file', { name: 'halls.csv', content }, fields);
  const pathOf = (reply: Response): string => found(reply.headers.get('location'));
  const idle = (): Promise<void> => desk.server.roomImports.work.idle();
  const rooms = async (): Promise<string[]> => desk.server.db('spaces').orderBy('name').pluck('name');

  it('goes from upload over a look at what would happen to the register, once', async () => {
    const reply = await upload();
    const path = pathOf(reply);
    expect(reply.status).to.equal(303);
    const form = filledIn(
      await words(await desk.broker.get(path)),
      {
        column_1: 'building',
        column_2: 'postcode',
        column_5: 'hour_community',
        column_6: 'availability',
        open: 'Mon-Fri 18:00-21:00',
      },
      `${path}/check`,
    );
    expect(form).to.include({ column_3: 'room', column_4: 'capacity' });
    expect((await desk.broker.post(`${path}/check`, form)).status).to.equal(303);
    await idle();
    const checked = await words(await desk.broker.get(path));
    for (const said of [
      'What would happen',
      'Line 4, not taken:',
      '2 new rooms, 0 changed rooms, 1 new building.',
      'Main hall',
    ])
      expect(checked, said).to.include(said);
    expect(await rooms()).to.deep.equal([]);
    expect((await desk.broker.post(`${path}/apply`, {})).status).to.equal(400);
    const both = await Promise.all([
      desk.broker.post(`${path}/apply`, { confirm: 'yes' }),
      desk.broker.post(`${path}/apply`, { confirm: 'yes' }),
    ]);
    expect(both.map(({ status }) => status).toSorted()[0]).to.equal(303);
    await idle();
    expect(await rooms()).to.deep.equal(['Back room', 'Main hall']);
    expect(await words(await desk.broker.get(path))).to.include('Done: the rooms are in the register.');
    expect(
      (
        await desk.server
          .db('room_imports')
          .where({ id: path.split('/').at(-1) })
          .first('content')
      ).content,
    ).to.equal(null);
    expect(readdirSync(join(desk.server.config.dataDir, 'room-imports'))).to.deep.equal([]);
    expect((await desk.broker.post(`${path}/check`, form)).status, 'done already').to.equal(409);
  });

  it('says how far it is, keeps what a killed process left behind, and brings it in once when it is started again', async () => {
    const path = pathOf(await upload(desk.broker, LIST.replaceAll('Old Hall', 'Far Hall')));
    const id = found(path.split('/').at(-1));
    const row = { column_1: 'building', column_2: 'postcode', column_3: 'room' };
    await desk.broker.post(`${path}/check`, row);
    await idle();
    expect((await words(await desk.broker.get(path))).includes('Show what would happen')).to.equal(true);
    await desk.server.db('room_imports').where({ id }).update({ state: 'applying', run: desk.server.newId() });
    const left = await words(await desk.broker.get(path));
    for (const said of ['It was stopped', 'Nothing of the list is in the register', 'Start again'])
      expect(left).to.include(said);
    expect(await (await desk.broker.get(`/api/room-imports/${id}/progress`)).json()).to.deep.equal({
      state: 'applying',
      stopped: true,
      stage: null,
      percent: 0,
    });
    const again = await Promise.all([
      desk.broker.post(`${path}/apply`, { confirm: 'yes' }),
      desk.broker.post(`${path}/apply`, { confirm: 'yes' }),
    ]);
    expect(again.map(({ status }) => status)).to.deep.equal([303, 303]);
    await idle();
    expect((await rooms()).filter((name) => name === 'Main hall')).to.have.lengthOf(2);
    expect(await words(await desk.broker.get(path))).to.include('Done: the rooms are in the register.');
  });

  it('says which rooms groups cannot ask for, and why', async () => {
    const path = pathOf(
      await upload(
        desk.broker,
        'Venue,Room,Access type\nOak Gym,Studio,Registered Membership use\nOak Hall,Hall,Pay and Play\n',
      ),
    );
    const form = filledIn(await words(await desk.broker.get(path)), {}, `${path}/check`);
    expect(form).to.include({ column_3: 'who_may_use' });
    await desk.broker.post(`${path}/check`, form);
    await idle();
    const page = await words(await desk.broker.get(path));
    for (const said of [
      'Groups cannot ask for 1 room:',
      'It is for registered members only: the owner’s list says “Registered Membership use”.',
      '<strong>1 room has no opening hours.</strong>',
    ])
      expect(page, said).to.include(said);
    expect((await desk.broker.post(`${path}/discard`)).status).to.equal(303);
  });

  it('says what went wrong behind the screen, and lets the list be mapped anew', async () => {
    const path = pathOf(
      await upload(
        desk.broker,
        `Venue,Room\n${Array.from({ length: 201 }, (_, index) => `Full Hall,R${index}`).join('\n')}`,
      ),
    );
    await desk.broker.post(`${path}/check`, { column_1: 'building', column_2: 'room' });
    await idle();
    const page = await words(await desk.broker.get(path));
    for (const said of [
      'It did not work',
      'would have more than 200 spaces',
      'What the columns hold',
      'Throw this list away',
    ])
      expect(page).to.include(said);
    expect((await desk.broker.post(`${path}/apply`, { confirm: 'yes' })).status).to.equal(409);
    expect((await desk.broker.post(`${path}/discard`)).status).to.equal(303);
  });

  it('shows what is wrong with the columns and keeps what was chosen', async () => {
    const path = pathOf(await upload());
    const twice = await desk.broker.post(`${path}/check`, { column_1: 'building', column_2: 'building' });
    expect([
      twice.status,
      (await words(twice)).includes('Choose something else for “Post code”: another column holds that already.'),
    ]).to.deep.equal([400, true]);
    const hours = await desk.broker.post(`${path}/check`, { column_1: 'building', column_3: 'room', open: 'often' });
    const page = await words(hours);
    expect([hours.status, page.includes('is no opening time'), page.includes('value="often"')]).to.deep.equal([
      422,
      true,
      true,
    ]);
    expect((await desk.broker.post(`${path}/check`, { column_3: 'room' })).status).to.equal(400);
    expect((await desk.broker.post(`${path}/apply`, { confirm: 'yes' })).status, 'not looked at yet').to.equal(409);
    expect((await desk.broker.post(`${path}/discard`)).status).to.equal(303);
    expect((await desk.broker.get(path)).status).to.equal(404);
  });

  it('refuses what is no list, in words', async () => {
    const none = await upload(desk.broker, '');
    expect([none.status, (await words(none)).includes('Choose the file to import.')]).to.deep.equal([400, true]);
    for (const content of [
      '{"type":"FeatureCollection"}',
      Buffer.from('PK\u0003\u0004rubbish'),
      '\u0000\u0001\u0002',
      'one\ntwo\n',
    ])
      expect((await upload(desk.broker, content)).status).to.be.within(400, 422);
    expect((await upload(desk.broker, LIST, START, {})).status).to.equal(400);
    expect((await upload(desk.broker, LIST, START, { owner: 'nobody' })).status).to.equal(400);
  });

  it('lets representatives bring in rooms of their own owner, and nobody else’s', async () => {
    const path = pathOf(await upload(owner, LIST, `/desk/import-rooms?owner=${desk.town.owner.id}`, {}));
    expect((await owner.get(path)).status).to.equal(200);
    expect((await upload(owner)).status).to.equal(404);
    const stranger = await someoneWith(desk.server, 'stranger@example.org', []);
    expect((await stranger.get(path)).status).to.equal(404);
    await desk.server.roomImports.screens.forget(new Date('2030-01-01'));
    expect((await owner.get(path)).status, 'forgotten after its time').to.equal(404);
  });
});

describe('Importing rooms in the browser', function () {
  this.timeout(120_000);
  it('is sound at each step', async () => {
    const desk = await aDesk(await aDatabase('SQLite'));
    const page = await aPage();
    const [name = '', value = ''] = desk.broker.cookie().split('=');
    await page.context().addCookies([{ name, value, url: desk.server.url }]);
    const sound = async (step: string): Promise<void> => {
      expect(await axeFindings(page), step).to.deep.equal([]);
      await screenshot(page, `room-import-${step}`);
      await page.setViewportSize({ width: 360, height: 800 });
      expect(await scrollsSideways(page), step).to.equal(false);
      await screenshot(page, `room-import-${step}-360`);
      await page.setViewportSize({ width: 1280, height: 900 });
    };
    await page.goto(`${desk.server.url}/desk/import?area=testborough`);
    await page.getByRole('link', { name: 'Import rooms' }).click();
    await page.getByLabel('Whose rooms are they?').selectOption({ label: desk.town.owner.name });
    await sound('start');
    await page.getByLabel('File').setInputFiles({ name: 'halls.csv', mimeType: 'text/csv', buffer: Buffer.from(LIST) });
    await page.getByRole('button', { name: 'Upload' }).click();
    await page.getByRole('heading', { name: 'What the columns hold' }).waitFor();
    await page.getByLabel('Post code', { exact: true }).selectOption({ label: 'Postcode' });
    await sound('columns');
    await page.getByRole('button', { name: 'Show what would happen' }).press('Enter');
    await page.getByLabel('Yes, change the register like this').check();
    await sound('checked');
    await page.getByRole('button', { name: 'Bring it in' }).click();
    await page.getByText('Done: the rooms are in the register.').waitFor();
    await sound('done');
    await page.context().close();
    await desk.server.stop();
  });
});
