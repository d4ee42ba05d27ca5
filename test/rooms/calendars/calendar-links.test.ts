import { expect } from 'chai';
import ICAL from 'ical.js';
import { aDesk, someoneWith, words, type Desk } from '../../front/desk/a-desk.ts';
import { aVisitor, type Visitor } from '../../ground/people/visitor.ts';
import { anAsset, inTown } from '../../support/domain.ts';
import { eachDatabase } from '../../support/databases.ts';
import { aRoom, aSpace, tuesday } from '../../support/spaces.ts';
import type { BookableSpace } from '../../../src/rooms/spaces/space-contract.ts';

eachDatabase('Calendar addresses', (open) => {
  let desk: Desk;
  let caretaker: Visitor;
  let room: BookableSpace;
  before(async () => {
    desk = await aDesk(await open());
    room = await aRoom(desk.server, desk.town, { name: 'Group room', windows: [tuesday('18:00', '21:00')] });
    caretaker = await someoneWith(
      desk.server,
      'caretaker@example.org',
      [['caretaker', 'asset', room.assetId]],
      'Cara Taker',
    );
  });
  after(() => desk.server.stop());

  const make = async (who: Visitor, what: string): Promise<string> => {
    const reply = await who.post('/calendars', { what }, { json: true });
    expect(reply.status).to.equal(201);
    return new URL(((await reply.json()) as { url: string }).url).pathname;
  };
  const stranger = () => aVisitor(desk.server.url);

  it('are made on a page, shown once, and read by programs that are not signed in', async () => {
    expect((await caretaker.post('/calendars', { what: `building:${room.assetId}` })).status).to.equal(303);
    const shown = await (await caretaker.get('/calendars')).text();
    const path = new URL(/value="(https?:[^"]+\.ics)"/.exec(shown)?.[1] ?? 'http://none').pathname;
    expect(await (await caretaker.get('/calendars')).text()).not.to.include(path);
    const file = await stranger().get(path);
    expect([file.status, file.headers.get('content-type'), file.headers.get('cache-control')]).to.deep.equal([
      200,
      'text/calendar; charset=utf-8',
      'private, no-store',
    ]);
    expect(ICAL.parse(await file.text())).to.have.nested.property('[0]', 'vcalendar');
    expect(await words(await caretaker.get('/calendars'))).to.include('last read on 3 March 2027');
  });

  it('stop at once when they are ended, and only their own person can end them', async () => {
    const path = await make(caretaker, 'mine');
    const [{ id }] = (await desk.server
      .db('calendar_links')
      .whereNull('ended_at')
      .orderBy('created_at', 'desc')
      .limit(1)) as [{ id: string }];
    expect((await desk.broker.post(`/calendars/${id}/end`)).status).to.equal(404);
    expect((await stranger().get(path)).status).to.equal(200);
    expect((await caretaker.post(`/calendars/${id}/end`)).status).to.equal(303);
    expect((await stranger().get(path)).status).to.equal(404);
  });

  it('stop when the right behind them ends', async () => {
    const other = await anAsset(desk.server, desk.town, { kind: 'building', name: 'Other hall' });
    const helper = await someoneWith(desk.server, 'helper@example.org', [['caretaker', 'asset', other.id]]);
    const path = await make(helper, `building:${other.id}`);
    await desk.server
      .db('rights')
      .where({ scope_id: other.id, role: 'caretaker' })
      .update({ ended_at: '2027-03-01T00:00:00.000Z' });
    expect((await stranger().get(path)).status).to.equal(404);
  });

  it('are refused for what somebody may not see, and for nonsense, with the page and its choices', async () => {
    const outsider = await someoneWith(desk.server, 'outsider@example.org', []);
    for (const what of [
      `building:${room.assetId}`,
      `space:${room.id}`,
      'mine',
      'building:x',
      '',
      'group:01a1fc0e-289b-747f-8987-06d659259c1c',
    ]) {
      const reply = await outsider.post('/calendars', { what });
      expect([what, reply.status]).to.deep.equal([what, 400]);
      expect(await words(reply)).to.match(/Choose (whose dates you want|one of your groups)/);
    }
    expect((await stranger().get('/calendars')).status).to.equal(303);
    expect((await stranger().get(`/calendars/${'x'.repeat(43)}.ics`)).status).to.equal(404);
  });

  it('of a room are public without a secret, but not where its building is hidden', async () => {
    expect((await stranger().get(`/spaces/${room.id}/calendar.ics`)).status).to.equal(200);
    const hidden = await anAsset(desk.server, desk.town, {
      kind: 'building',
      state: 'vacant',
      name: 'Empty school',
      point: inTown(0.5, 0.5),
    });
    const inside = await aSpace(desk.server, hidden, { name: 'Hall' });
    expect((await stranger().get(`/spaces/${inside.id}/calendar.ics`)).status).to.equal(404);
  });

  it('keep only a hash of what is secret', async () => {
    const path = await make(caretaker, 'mine');
    const token = path.replace(/^\/calendars\/|\.ics$/g, '');
    expect(JSON.stringify(await desk.server.db('calendar_links'))).not.to.include(token);
    expect(JSON.stringify(await desk.server.db('facts'))).not.to.include(token);
  });
});
