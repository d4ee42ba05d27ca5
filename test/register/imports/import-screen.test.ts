import { existsSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { aDesk, type Desk, filledIn, sendFile, someoneWith, words } from '../../front/desk/a-desk.ts';
import type { Visitor } from '../../ground/people/visitor.ts';
import { anArea, anOwner, found, inTown, type Town } from '../../support/domain.ts';
import { eachDatabase } from '../../support/databases.ts';
import { aServer, type TestServer } from '../../support/server.ts';

const { lon, lat } = inTown(0.3, 0.3);
/** Columns that nobody knows, a contact, Windows letters, a ragged row, the same row twice, a place on the moon. */
const DIRTY = Buffer.from(
  [
    'Kennung;Was;Wo;Ansprechpartner email;East;North;Stand',
    `B1;Café;Mill Lane;ann@example.org;${lon};${lat};03/04/2026`,
    `B2;"Old ""Depot""";Mill Lane;bob@example.org;${lon};${lat};05/06/2026`,
    `B2;"Old ""Depot""";Mill Lane;bob@example.org;${lon};${lat};05/06/2026`,
    `B3;Yard;;;0;89;07/08/2026;extra`,
    ';Nameless;;;;;',
    '',
    '',
  ].join('\r\n'),
  'latin1',
);
const MAPPED = {
  column_1: 'code',
  column_2: 'name',
  column_3: 'street',
  column_5: 'longitude',
  column_6: 'latitude',
  column_7: 'effective_on',
};

eachDatabase('The import screen', (open) => {
  let desk: Desk;
  let url: string;
  let rep: Visitor;
  before(async () => {
    desk = await aDesk((url = await open()));
    rep = await someoneWith(desk.server, 'rep@example.org', [['owner_representative', 'owner', desk.town.owner.id]]);
  });
  after(async () => {
    await desk.server.importing.idle();
    await desk.server.stop();
  });

  const upload = async (
    content: Buffer | string = DIRTY,
    fields: Record<string, string> = {},
    who = desk.broker,
    address = '/desk/import?area=testborough',
  ): Promise<Response> =>
    sendFile(who, address, 'file', { name: 'our list.csv', content }, { owner: desk.town.owner.id, ...fields });
  const started = async (content: Buffer | string = DIRTY, fields: Record<string, string> = {}): Promise<string> =>
    found((await upload(content, fields)).headers.get('location'));
  const idle = (): Promise<void> => desk.server.importing.idle();
  const check = async (path: string, typed: Record<string, string>, who = desk.broker): Promise<string> => {
    const reply = await who.post(`${path}/check`, filledIn(await (await who.get(path)).text(), typed, `${path}/check`));
    if (reply.status !== 303) return words(reply);
    await idle();
    return words(await who.get(path));
  };
  const applied = async (): Promise<number> => (await desk.server.db('imports').select('id')).length;
  const codes = async (town: Pick<Town, 'owner'> = desk.town): Promise<string[]> =>
    desk.server.db('assets').where({ owner_id: town.owner.id }).whereNull('retired_on').orderBy('code').pluck('code');
  const stateOf = async (path: string): Promise<{ state: string; stopped: boolean }> =>
    (await desk.broker.get(`/api/imports/${path.split('/').at(-1)}/progress`)).json() as Promise<{
      state: string;
      stopped: boolean;
    }>;

  it('goes from a dirty file to the register: columns by hand, questions, report, apply', async () => {
    const path = await started();
    const mapping = await words(await desk.broker.get(path));
    expect(mapping)
      .to.include('Windows (Western European)')
      .and.to.include('Kennung')
      .and.to.include('Café')
      .and.to.include('about people: never stored');
    expect(await check(path, {}))
      .to.include('Which column holds the reference?')
      .and.to.include('Land or buildings?');
    const asked = await check(path, { ...MAPPED, kind: 'land' });
    expect(asked).to.include('Day or month first?').and.to.not.include('Yes, change the register like this');
    const report = await check(path, { dates: 'dmy' });
    expect(report)
      .to.include('Yes, change the register like this')
      .and.to.include('Rows to look at')
      .and.to.match(/Rejected:<\/strong> 1 row/);
    expect(
      ((await (await desk.broker.get(`${path}/report.json`)).json()) as { counts: object }).counts,
    ).to.deep.include({ read: 5, added: 3, rejected: 1, skipped: 1 });
    expect(await codes()).to.deep.equal([]);
    expect((await desk.broker.post(`${path}/apply`, {})).status).to.equal(400);
    expect((await desk.broker.post(`${path}/apply`, { confirm: 'yes' })).status).to.equal(303);
    await idle();
    expect(await words(await desk.broker.get(path))).to.include('Done: the register now has this list.');
    expect(await codes()).to.deep.equal(['B1', 'B2', 'B3']);
    expect(await desk.server.db('assets').where({ code: 'B1' }).first('name', 'effective_on')).to.deep.equal({
      name: 'Café',
      effective_on: '2026-04-03',
    });
    expect(JSON.stringify(await desk.server.db('assets').select())).to.not.include('ann@example.org');
    expect(existsSync(join(desk.server.config.dataDir, 'imports', `${path.split('/').at(-1)}.list`))).to.equal(false);
    const [fact] = await desk.server.db('facts').where({ kind: 'list_imported' });
    expect(fact).to.deep.include({ subject_kind: 'owner', subject_id: desk.town.owner.id });
    expect((await desk.server.people.byId(fact.actor))?.email).to.equal('broker@example.org');
  });

  it('remembers the columns for the owner’s next list', async () => {
    const path = await started();
    expect(await words(await desk.broker.get(path))).to.include('remembered from last time');
    expect(await check(path, {})).to.include('there is nothing to apply');
  });

  it('names the columns that could be the reference, and takes a coordinate system for a list that seems to lie elsewhere', async () => {
    const named = await started('Was;Stelle;Ost;Nord\r\nOld Depot;Mill Lane;1;1\r\nYard;Mill Lane;2;2\r\n', {
      owner: '',
      owner_name: 'Elsewhere Trust',
    });
    const asked = await check(named, { column_1: 'name', column_3: 'x', column_4: 'y', kind: 'land' });
    expect(asked)
      .to.include('<li>Was</li>')
      .and.include('Choose “Reference” for one of them below')
      .and.not.include('<li>Stelle</li>');
    const far = await check(named, { column_1: 'code,name' });
    expect(far).to.include('Is it the right area?').and.include('name="crs_other"');
    expect(await check(named, { crs_other: 'EPSG:27700' }))
      .to.include('Is it the right area?')
      .and.include('Go ahead all the same');
    expect(await check(named, { accept_other_area: 'yes' })).to.include('Yes, change the register like this');
  });

  it('applies once, however often it is pressed and by however many processes', async () => {
    const path = await started(
      `Kennung;Was;Wo;x;East;North;Stand\r\nC1;One;;;${lon};${lat};\r\nC2;Two;;;${lon};${lat};\r\n`,
      {
        owner: '',
        owner_name: 'Pressed Trust',
      },
    );
    await check(path, { ...MAPPED, kind: 'land' });
    const second: TestServer = await aServer(url, { env: { DATA_DIR: desk.server.config.dataDir } });
    const before = await applied();
    const press = (base: string): Promise<Response> =>
      fetch(`${base}${path}/apply`, {
        method: 'POST',
        redirect: 'manual',
        headers: { Cookie: desk.broker.cookie(), 'Content-Type': 'application/x-www-form-urlencoded' },
        body: 'confirm=yes',
      });
    const replies = await Promise.all([
      press(desk.server.url),
      press(second.url),
      press(desk.server.url),
      press(second.url),
    ]);
    expect(replies.map(({ status }) => status)).to.deep.equal([303, 303, 303, 303]);
    await Promise.all([idle(), second.importing.idle()]);
    expect([(await stateOf(path)).state, (await applied()) - before]).to.deep.equal(['applied', 1]);
    await second.stop();
  });

  it('tells that the work was stopped when its process is gone, and starts it again', async () => {
    const path = await started(`ref;name;postcode\nD1;One;ZZ1 1AA\n`, { owner: '', owner_name: 'Stopped Trust' });
    const id = found(path.split('/').at(-1));
    await check(path, { kind: 'land' });
    // As a killed process leaves it: at work, and its last sign of life long ago.
    await desk.server.db('import_screens').where({ id }).update({ state: 'applying', run: 'of a dead process' });
    const beat = join(desk.server.config.dataDir, 'imports', `${id}.progress`);
    writeFileSync(beat, 'null');
    expect(await stateOf(path)).to.deep.include({ state: 'applying', stopped: false });
    utimesSync(beat, new Date(Date.now() - 60_000), new Date(Date.now() - 60_000));
    expect(await stateOf(path)).to.deep.include({ state: 'applying', stopped: true });
    expect(await words(await desk.broker.get(path)))
      .to.include('It was stopped')
      .and.to.include('Start again');
    const before = await applied();
    await Promise.all([desk.broker.post(`${path}/resume`), desk.broker.post(`${path}/resume`)]);
    await idle();
    expect([(await stateOf(path)).state, (await applied()) - before]).to.deep.equal(['applied', 1]);
  });

  it('undoes the work of a run that was taken over', async () => {
    const path = await started(`ref;name;postcode\nE1;One;ZZ1 1AA\n`, { owner: '', owner_name: 'Overtaken Trust' });
    const id = found(path.split('/').at(-1));
    await check(path, { kind: 'land' });
    const screen = await desk.server.importScreens.byId(id);
    const before = await applied();
    await desk.server.importing.start(screen, 'applying', { states: ['checked'] });
    await desk.server.db('import_screens').where({ id, state: 'applying' }).update({ run: 'another run' });
    await idle();
    const { state } = await stateOf(path);
    // Either it was done before the other took over, or nothing of it is there.
    expect((await applied()) - before).to.equal(state === 'applied' ? 1 : 0);
  });

  it('can be thrown away until it is applied', async () => {
    const path = await started();
    expect((await desk.broker.post(`${path}/discard`)).status).to.equal(303);
    expect((await desk.broker.get(path)).status).to.equal(404);
    expect(existsSync(join(desk.server.config.dataDir, 'imports', `${path.split('/').at(-1)}.list`))).to.equal(false);
  });

  const refused: [title: string, content: string, says: string][] = [
    ['a PDF', '%PDF-1.7 hello', 'This is a PDF'],
    ['nothing', '', 'Choose the file to import'],
    ['a picture', '\x89PNG\r\n\x1a\n', 'This is a picture'],
    ['blank lines', '\n\n\n', 'only blank lines'],
  ];
  for (const [title, content, says] of refused) {
    it(`says what is wrong with ${title}`, async () => {
      const reply = await upload(Buffer.from(content, 'latin1'));
      expect([reply.status >= 400 && reply.status < 500, (await words(reply)).includes(says)]).to.deep.equal([
        true,
        true,
      ]);
    });
  }

  it('refuses two columns for one thing, and shows what was chosen', async () => {
    const page = await check(await started(), { ...MAPPED, column_3: 'name' });
    expect(page)
      .to.include('Two columns are said to hold “Name”')
      .and.to.match(/<option value="name" selected/);
  });

  it('is for an owner’s representatives with their own owner only', async () => {
    const other = await anOwner(desk.server, desk.town.area, 'Other Trust');
    const far = await anArea(desk.server, {
      slug: 'farborough',
      name: 'Farborough',
      southWestCorner: { lon: -1.5, lat: 53.1 },
    });
    const own = await upload(
      DIRTY,
      { owner: other.id, owner_name: 'Anything' },
      rep,
      `/desk/import?owner=${desk.town.owner.id}`,
    );
    const path = found(own.headers.get('location'));
    expect(
      await desk.server
        .db('import_screens')
        .where({ id: path.split('/').at(-1) })
        .first('owner_id', 'owner_name'),
    ).to.deep.equal({ owner_id: desk.town.owner.id, owner_name: desk.town.owner.name });
    expect((await rep.get(path)).status).to.equal(200);
    for (const address of [
      '/desk/import?area=testborough',
      `/desk/import?owner=${other.id}`,
      '/desk/import?area=farborough',
    ])
      expect([address, (await upload(DIRTY, {}, rep, address)).status]).to.deep.equal([address, 404]);
    expect((await upload(DIRTY, { owner: (await anOwner(desk.server, far)).id })).status).to.equal(400);
    const others = await started(DIRTY, { owner: other.id });
    for (const act of ['', '/report.json']) expect((await rep.get(`${others}${act}`)).status).to.equal(404);
    for (const act of ['check', 'apply', 'resume', 'discard'])
      expect((await rep.post(`${others}/${act}`, { confirm: 'yes' })).status).to.equal(404);
  });
});
