import { readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import sharp from 'sharp';
import { RETENTION, RETENTION_KINDS, type RetentionKind } from '../../src/retention/retention-contract.ts';
import { aDesk, sendFile } from '../desk/a-desk.ts';
import { aGroup, aPaper, somebody } from '../groups/a-group.ts';
import { eachDatabase } from '../support/databases.ts';
import { anAsset } from '../support/domain.ts';
import { cli } from '../support/processes.ts';
import { aServer, NOW, someServices } from '../support/server.ts';
import { aSpace } from '../support/spaces.ts';

const DAY_MS = 24 * 3_600_000;
const ago = (days: number): string => new Date(new Date(NOW).getTime() - days * DAY_MS).toISOString();

/** What lies on disk too has its own story below. */
type WithFiles = 'papers' | 'uploads' | 'photos';
/** For each kind a row that was over some days ago. Notes of calls are tried with the groups who did not come. */
const OVER: Record<Exclude<RetentionKind, 'drafts' | 'calls' | WithFiles>, (days: number) => { table: string; row: Record<string, unknown> }> = {
  codes: (days) => ({ table: 'sign_in_codes', row: { id: `c${days}`, purpose: 'sign_in', email: 'a@example.org', code_hash: '', link_hash: `${days}`, tries: 0, created_at: ago(days), expires_at: ago(days) } }),
  sessions: (days) => ({ table: 'sessions', row: { id_hash: `s${days}`, public_id: `s${days}`, data: '{}', device: '', started_at: ago(days), seen_at: ago(days), expires_at: ago(days) } }),
  mails: (days) => ({ table: 'mails', row: { id: `m${days}`, to: 'a@example.org', kind: 'x', subject: '', text: '', html: '', state: 'sent', tries: 0, created_at: ago(days), due_at: ago(days) } }),
  limits: (days) => ({ table: 'rate_limits', row: { key: 'x', window: ago(days), count: 1 } }),
  invitations: (days) => ({ table: 'invitations', row: { id: `i${days}`, token_hash: `${days}`, email: 'a@example.org', role: 'group_member', scope_kind: 'group', scope_id: 'g', invited_by: 'p', created_at: ago(days), expires_at: ago(days) } }),
};

eachDatabase('What need not stay', (open) => {
  it('goes when its days are over, not a day earlier, and once whatever the number of processes', async () => {
    const url = await open();
    const [one, two] = [await someServices(url), await someServices(url)];
    for (const [kind, make] of Object.entries(OVER)) {
      const { days } = RETENTION[kind as RetentionKind];
      for (const age of [days - 0.5, days + 0.5]) {
        const { table, row } = make(age);
        await one.db(table).insert(row);
      }
    }
    const removed = await Promise.all([one.retention.apply(), two.retention.apply()]);
    expect(removed.find((all) => Object.keys(all).length > 0)).to.deep.equal({ codes: 1, sessions: 1, mails: 1, limits: 1, invitations: 1 });
    expect(await one.retention.apply()).to.deep.equal({});
    for (const make of Object.values(OVER)) expect(await one.db(make(0).table), make(0).table).to.have.lengthOf(1);
    const facts = await one.db('facts').where({ kind: 'retention_applied' });
    expect(facts).to.have.lengthOf(1);
    await Promise.all([one.stop(), two.stop()]);
  });

  it('keeps a mail that still waits, however old', async () => {
    const services = await someServices(await open());
    await services.db('mails').insert({ ...OVER.mails(400).row, state: 'waiting' });
    await services.retention.apply();
    expect(await services.db('mails')).to.have.lengthOf(1);
    await services.stop();
  });

  it('takes its files along: papers that were replaced, uploads that nobody finished, and what a power cut left behind', async () => {
    const desk = await aDesk(await open());
    const { server } = desk;
    const lead = await somebody(server);
    const groupId = await aGroup(lead);
    const old = await aPaper(lead, groupId);
    const current = await aPaper(lead, groupId);
    const path = (await sendFile(desk.broker, '/desk/import?area=testborough', 'file', { name: 'a.csv', content: 'Ref,Name\n1,Yard\n' }, { owner: desk.town.owner.id })).headers.get('location') ?? '';
    const folder = (name: string): string => join(server.config.dataDir, name);
    const lost = [join(folder('documents'), 'lost.part'), join(folder('imports'), `${server.newId()}.list`)];
    for (const file of lost) {
      writeFileSync(file, 'x');
      utimesSync(file, new Date(0), new Date(0));
    }
    expect(await server.retention.apply(), 'only what a power cut left, while the rest has its time').to.deep.equal({ papers: 1, uploads: 1 });
    expect([readdirSync(folder('documents')).length, readdirSync(folder('imports')).length]).to.deep.equal([2, 1]);
    await server.db('group_documents').where({ id: old }).update({ superseded_at: ago(RETENTION.papers.days + 1) });
    await server.db('import_screens').update({ changed_at: ago(RETENTION.uploads.days + 1) });
    expect(await server.retention.apply()).to.deep.equal({ papers: 1, uploads: 1 });
    expect([readdirSync(folder('documents')).length, readdirSync(folder('imports')).length]).to.deep.equal([1, 0]);
    expect((await server.groups.state(groupId)).documents.map(({ id }) => id)).to.deep.equal([current]);
    expect([(await lead.get(`/groups/${groupId}/documents/${current}/file`)).status, (await lead.get(`/groups/${groupId}/documents/${old}`)).status, (await desk.broker.get(path)).status]).to.deep.equal([200, 404, 404]);
    await server.stop();
  });

  it('takes photos of rooms that are no longer let along, and picture files that nobody owns, but none that is in use', async () => {
    const desk = await aDesk(await open());
    const { server, broker, town } = desk;
    const asset = await anAsset(server, town, { kind: 'building', state: 'in_use' });
    const [room, other] = [await aSpace(server, asset, { name: 'Hall' }), await aSpace(server, asset, { name: 'Office' })];
    const content = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#886644' } }).jpeg().toBuffer();
    for (const path of [`/desk/spaces/${room.id}/photos`, `/desk/spaces/${other.id}/photos`, `/desk/assets/${asset.id}/photos`]) expect((await sendFile(broker, path, 'photo', { name: 'a.jpg', content }, { alt: 'A room with chairs' })).status).to.equal(303);
    const folder = join(server.config.dataDir, 'photos');
    for (const name of readdirSync(folder)) utimesSync(join(folder, name), new Date(0), new Date(0));
    const lost = join(folder, `${server.newId()}-480.webp.part`);
    writeFileSync(lost, 'x');
    utimesSync(lost, new Date(0), new Date(0));
    await broker.post(`/desk/spaces/${room.id}/retire`);
    expect(await server.retention.apply(), 'only what a power cut left').to.deep.equal({ photos: 1 });
    expect(readdirSync(folder)).to.have.lengthOf(6);
    await server.db('spaces').where({ id: room.id }).update({ retired_on: ago(RETENTION.photos.days + 2).slice(0, 10) });
    expect(await server.retention.apply()).to.deep.equal({ photos: 1 });
    expect([readdirSync(folder).length, (await server.db('space_photos').pluck('space_id'))]).to.deep.equal([4, [other.id]]);
    await server.stop();
  });

  it('goes with a tick of the command line', async () => {
    const url = await open();
    const { output, code } = await cli(url, 'tick');
    expect(code).to.equal(0);
    expect(output).to.include('Removed because their time was over: nothing.').and.include('Mails sent: 0.');
  }).timeout(60_000);

  it('is told on the page about privacy, from the same table', async () => {
    const server = await aServer(await open());
    const page = (await server.get('/privacy')).text;
    for (const kind of RETENTION_KINDS) expect(page).to.include(RETENTION[kind].what).and.include(`${RETENTION[kind].days} day`);
    await server.stop();
  });
});
