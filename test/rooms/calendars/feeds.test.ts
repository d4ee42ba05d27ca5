import { expect } from 'chai';
import ICAL from 'ical.js';
import { aVisitor, type Visitor } from '../../ground/people/visitor.ts';
import { eachDatabase } from '../../support/databases.ts';
import { aRoom } from '../bookings/a-room.ts';
import { aHouse, booked, type House } from '../running/a-house.ts';
import { datesInFeed } from './feed-reading.ts';

const minute = (instant: string): number => Date.parse(instant) / 60_000;
const at = (day: string): [number, number] => [minute(`${day}T10:00:00Z`), minute(`${day}T12:00:00Z`)];
const onceOn = (date: string) => ({ recurrence: { kind: 'once', date }, from: '10:00', to: '12:00' });

/** What calendar programs are told that ask again and again. */
eachDatabase('A calendar that is subscribed to', (open) => {
  let house: House;
  before(async () => {
    house = await aHouse(await open());
  });
  after(() => house.server.stop());
  beforeEach(async () => {
    for (const table of ['claims', 'occurrences', 'closures']) await house.server.db(table).delete();
  });

  const ofRoom = async (id: string): Promise<string> =>
    (await aVisitor(house.server.url).get(`/spaces/${id}/calendar.ics`)).text();
  const secret = async (what: string, by: Visitor = house.caretaker): Promise<string> => {
    const { url } = (await (await by.post('/calendars', { what }, { json: true })).json()) as { url: string };
    return (await aVisitor(house.server.url).get(new URL(url).pathname)).text();
  };
  const close = (spaceId: string | null, publicText: string | null): Promise<unknown> =>
    house.server.bookings.closures.close('test', {
      assetId: house.assetId,
      spaceId,
      reason: 'emergency',
      publicText,
      starts: minute('2027-03-10T10:00:00Z'),
      ends: minute('2027-03-10T12:00:00Z'),
      submission: house.server.newId(),
    });
  const said = (text: string, name: string): string[] =>
    new ICAL.Component(ICAL.parse(text))
      .getAllSubcomponents('vevent')
      .map((event) => String(event.getFirstPropertyValue(name)));

  it('of a half says when the hall is taken, and of the hall when a half is; the other half stays free', async () => {
    await booked(house, house.hall, onceOn('2027-03-08'));
    await booked(house, house.left, onceOn('2027-03-09'));
    expect(datesInFeed(await ofRoom(house.left))).to.deep.equal([at('2027-03-08'), at('2027-03-09')]);
    expect(datesInFeed(await ofRoom(house.hall))).to.deep.equal([at('2027-03-08'), at('2027-03-09')]);
    expect(datesInFeed(await ofRoom(house.right))).to.deep.equal([at('2027-03-08')]);
    expect(datesInFeed(await ofRoom(house.room))).to.deep.equal([]);
    expect(said(await ofRoom(house.right), 'location')).to.deep.equal(['Hall, Mill Street Library']);
    expect(datesInFeed(await secret(`building:${house.assetId}`)), 'each once').to.have.lengthOf(2);
  });

  it('tells strangers no more of a hall than its own page does', async () => {
    await booked(house, house.hall, onceOn('2027-03-08'));
    await close(null, null);
    const text = await ofRoom(house.left);
    expect(said(text, 'summary')).to.deep.equal(['Community group – meeting', 'Closed']);
    for (const private_ of ['Tuesday friends', 'Stroke club', 'Gita', '/bookings/', 'mergency'])
      expect(text, private_).to.not.include(private_);
  });

  it('has what the owner has closed, for everybody and for those who run the building', async () => {
    await close(null, 'Heating off');
    for (const text of [await ofRoom(house.room), await ofRoom(house.left), await secret('mine')]) {
      expect(datesInFeed(text)).to.deep.equal([at('2027-03-10')]);
      expect(said(text, 'summary')).to.deep.equal(['Closed: Heating off']);
      expect(said(text, 'location')).to.deep.equal(['Mill Street Library']);
    }
    await house.server.db('closures').delete();
    await house.server.db('claims').delete();
    await close(house.left, null);
    expect(said(await secret(`building:${house.assetId}`), 'summary')).to.deep.equal(['Closed: Emergency']);
    expect(datesInFeed(await ofRoom(house.hall)), 'a part that is closed').to.deep.equal([at('2027-03-10')]);
    expect(datesInFeed(await ofRoom(house.right)), 'the other part').to.deep.equal([]);
  });

  it('has the bank holidays on which a room stays closed, as its page does; of a building that closes whole each once', async () => {
    const { server, town, owner } = house;
    const details = { name: 'Office', closedOnBankHolidays: true, daysAhead: 40 };
    const office = await aRoom(server, town, { ...details, windows: [{ from: 9 * 60, to: 17 * 60 }] });
    const easter = [
      [minute('2027-03-26T00:00Z'), minute('2027-03-27T00:00Z')],
      [minute('2027-03-28T23:00Z'), minute('2027-03-29T23:00Z')],
    ];
    const [once, again] = [await ofRoom(office.id), await ofRoom(office.id)];
    expect([datesInFeed(once), said(once, 'summary')]).to.deep.equal([
      easter,
      ['Closed: Bank holiday', 'Closed: Bank holiday'],
    ]);
    expect(said(again, 'uid'), 'told again under the same name').to.deep.equal(said(once, 'uid'));
    const { assetId } = office;
    const places = async (): Promise<string[]> => said(await secret(`building:${assetId}`, owner), 'location');
    expect(await places()).to.deep.equal(['Office, Library', 'Office, Library']);
    await aRoom(server, town, { ...details, assetId, name: 'Cellar' });
    expect(await places(), 'all that there is').to.deep.equal(['Library', 'Library']);
    await aRoom(server, town, { ...details, assetId, name: 'Loft', closedOnBankHolidays: false });
    expect(await places(), 'two of three').to.have.members([
      'Office, Library',
      'Cellar, Library',
      'Office, Library',
      'Cellar, Library',
    ]);
  });

  it('goes as far ahead as rooms may be booked', async () => {
    const { assetId } = house;
    const room = await aRoom(house.server, house.town, { assetId, name: 'Far room', daysAhead: 800, tariffs: [] });
    await booked(house, room.id, onceOn('2029-01-23'));
    expect(datesInFeed(await ofRoom(room.id))).to.deep.equal([at('2029-01-23')]);
    const [mailed] = await house.server.db('mails').whereNotNull('calendar').orderBy('id', 'desc').pluck('calendar');
    expect(datesInFeed(mailed)).to.deep.equal([at('2029-01-23')]);
  });

  it('marks for those who had it what was given up, and forgets it for strangers', async () => {
    const { booking } = await booked(house, house.room, onceOn('2027-03-12'));
    const before = await secret(`building:${house.assetId}`);
    await house.server.bookings.cancel.byGroup(house.group.asker, booking.id, {
      version: booking.version,
      which: 'all',
    });
    const after = await secret(`building:${house.assetId}`);
    expect([said(after, 'uid'), said(after, 'status')]).to.deep.equal([said(before, 'uid'), ['CANCELLED']]);
    expect(datesInFeed(after)).to.deep.equal([]);
    expect(after).to.include('METHOD:PUBLISH');
    expect(said(await ofRoom(house.room), 'uid')).to.deep.equal([]);
  });
});
