import { expect } from 'chai';
import type { Database } from '../../src/kernel/database.ts';
import { agreementsOn } from '../../src/rooms/requests/agreement-store.ts';
import { bookingsOn } from '../../src/rooms/bookings/booking-store.ts';
import { inductionsOn } from '../../src/rooms/hires/induction-store.ts';
import { eachDatabase } from '../support/databases.ts';
import { migrate } from '../../db/migrate.ts';
import { addRow, anOldTown, databaseBefore } from './old-database.ts';

/** As the product before this migration wrote them, letter by letter. */
const OLD: Record<string, string> = {
  bare: '{}',
  asked: '{"requestId":"request-1"}',
  signed: `{"requestId":"request-2","agreement":{"lines":["Gita Gardener signs.","Ten pounds."],"sha256":"${'a'.repeat(64)}","signedBy":"person-1","on":"2027-03-01"},"conditions":[{"kind":"insurance","due":"2027-03-09","expires":null}],"bookedAt":"2027-03-01T09:00:00.000Z","startToldOn":"2027-03-02"}`,
  shown:
    '{"induction":{"on":"2027-03-05","signedBy":"Gita O’Gardener","shownBy":"Carl \\"Keys\\" Taker"},"renewalToldFor":"2027-03-30"}',
  noticed:
    '{"notice":{"side":"owner","on":"2027-03-03","lastDay":"2027-03-31","reason":"The roof leaks:\\nnew one."},"overOn":"2027-03-03"}',
  forgotten: '{"overOn":"2024-03-30","requestId":"request-3","evaluationFrom":"2024-04-02"}',
};

eachDatabase('A database from before what casework kept had columns', (open) => {
  let db: Database;
  before(async () => {
    db = await databaseBefore('0027', await open('empty'));
    const booking = await anOldTown(db);
    for (const [id, details] of Object.entries(OLD))
      await addRow(db, 'bookings', { ...booking, id, submission: id, details });
    await migrate(db);
  });
  after(() => db.destroy());

  const kept = async (id: string) => {
    const booking = await bookingsOn(db).byId(id);
    return (
      booking && {
        requestId: booking.requestId,
        bookedAt: booking.bookedAt,
        notice: booking.notice,
        told: [booking.startToldOn, booking.renewalToldFor],
        over: [booking.overOn, booking.evaluationFrom],
      }
    );
  };
  const nothing = { requestId: null, bookedAt: null, notice: null, told: [null, null], over: [null, null] };

  it('keeps which request a booking came from, since when it is certain, and who was told what', async () => {
    expect(await kept('bare')).to.deep.equal(nothing);
    expect(await kept('asked')).to.deep.equal({ ...nothing, requestId: 'request-1' });
    expect(await kept('signed')).to.deep.equal({
      ...nothing,
      requestId: 'request-2',
      bookedAt: '2027-03-01T09:00:00.000Z',
      told: ['2027-03-02', null],
    });
    expect((await kept('shown'))?.told).to.deep.equal([null, '2027-03-30']);
  });

  it('keeps notice and the days from which money and questions count, also of what was forgotten', async () => {
    expect(await kept('noticed')).to.deep.equal({
      ...nothing,
      notice: { side: 'owner', on: '2027-03-03', lastDay: '2027-03-31', reason: 'The roof leaks:\nnew one.' },
      over: ['2027-03-03', null],
    });
    expect(await kept('forgotten')).to.deep.equal({
      ...nothing,
      requestId: 'request-3',
      over: ['2024-03-30', '2024-04-02'],
    });
  });

  it('keeps what was signed word for word, and who was shown round which building', async () => {
    expect(await agreementsOn(db).of('signed')).to.deep.equal({
      lines: ['Gita Gardener signs.', 'Ten pounds.'],
      sha256: 'a'.repeat(64),
      signedBy: 'person-1',
      on: '2027-03-01',
    });
    expect((await inductionsOn(db).ofAll(['shown'])).get('shown')).to.deep.equal({
      on: '2027-03-05',
      signedBy: 'Gita O’Gardener',
      shownBy: 'Carl "Keys" Taker',
    });
    expect(await db('inductions').select('booking_id', 'group_id', 'asset_id')).to.deep.equal([
      { booking_id: 'shown', group_id: 'group', asset_id: 'asset' },
    ]);
    expect(await db('room_agreements').pluck('booking_id')).to.deep.equal(['signed']);
  });
});
