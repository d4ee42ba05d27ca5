import { expect } from 'chai';
import { aPaper } from '../../groups/groups/a-group.ts';
import { eachDatabase } from '../../support/databases.ts';
import { aTown } from '../../support/domain.ts';
import { aServer, type TestServer } from '../../support/server.ts';
import { adoptTerms, aRoom } from '../bookings/a-room.ts';
import { aScene, booked, type Scene } from './a-hire.ts';

eachDatabase('A look at what is due', (open) => {
  let server: TestServer;
  let scene: Scene;
  before(async () => {
    server = await aServer(await open());
    const town = await aTown(server);
    await adoptTerms(server, town, { dates_a_week: 500 });
    scene = await aScene(server, town);
    for (let made = 0; made < 24; made++) {
      const room = await aRoom(server, town, { assetId: scene.assetId, name: `Room ${made}` });
      await booked(server, { ...scene, roomId: room.id });
    }
  });
  after(async () => {
    expect(server.errors).to.deep.equal([]);
    await server.stop();
  });

  /** What was sent to the database meanwhile. */
  async function sentBy(work: () => Promise<unknown>): Promise<string[]> {
    const sent: string[] = [];
    const note = ({ sql }: { sql: string }): void => void sent.push(sql);
    server.db.on('query', note);
    await work();
    server.db.removeListener('query', note);
    return sent;
  }
  const transactions = (sent: readonly string[]): number => sent.filter((sql) => /^begin/i.test(sql)).length;

  it('opens no transaction for bookings to which nothing is to happen, and next time does not look at them at all', async () => {
    // What is missing for their dates in six days is told: that is 24 times something to do.
    await server.hires.runDue();
    const look = await sentBy(() => server.hires.runDue());
    expect([transactions(look), look.length < 40]).to.deep.equal([0, true]);
    const idle = await sentBy(() => server.hires.runDue());
    expect([transactions(idle), idle.length <= 4]).to.deep.equal([0, true]);
    expect(await server.db('bookings').where('look_on', '<=', '2027-03-03').pluck('id')).to.deep.equal([]);
  });

  it('finds a booking again at once when it is changed, and when a paper of its group is', async () => {
    const { booking } = await booked(
      server,
      {
        ...scene,
        roomId: (await server.db('spaces').where({ name: 'Room 3' }).first('id')).id,
      },
      { recurrence: { kind: 'once', date: '2027-06-01' } },
    );
    const lookOn = async (): Promise<string> => (await server.db('bookings').where({ id: booking.id }).first()).look_on;
    expect(await lookOn()).to.equal('');
    await server.hires.runDue();
    expect(await lookOn(), 'seven days before').to.equal('2027-05-25');
    await aPaper(scene.lead, scene.groupId);
    expect(await lookOn()).to.equal('');
  });

  it('takes as many queries to list what is due of twenty bookings as of two', async () => {
    const groups = await server.db('bookings').orderBy('id').limit(2).pluck('space_id');
    const few = await sentBy(() => server.hires.dueForKeepers({ assetIds: [scene.assetId] }));
    const none = await sentBy(() => server.hires.dueForKeepers({ assetIds: groups }));
    expect((await server.hires.dueForKeepers({ assetIds: [scene.assetId] })).length).to.be.greaterThan(20);
    expect(few.length).to.be.lessThan(30);
    expect(none.length).to.be.lessThan(5);
  });
});
