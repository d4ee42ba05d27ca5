import { expect } from 'chai';
import { statementCsv } from '../../../src/rooms/ledger/statement-rules.ts';
import { inPounds } from '../../../src/rooms/ledger/statement-words.ts';
import type { StatementLine } from '../../../src/rooms/ledger/statement-contract.ts';
import { wordsOf } from '../../groups/groups/a-group.ts';
import { eachDatabase } from '../../support/databases.ts';
import { aTown, type Town } from '../../support/domain.ts';
import { aServer, type TestServer } from '../../support/server.ts';
import { aScene, bookedWithDeposit, comesIn, money, type Scene } from '../hires/a-hire.ts';

describe('A statement as a table', () => {
  it('keeps pence whole, quotes what needs it, and makes no formula of a reason', () => {
    expect([inPounds(5), inPounds(1250), inPounds(100_000_001)]).to.deep.equal(['0.05', '12.50', '1000000.01']);
    const line: StatementLine = {
      id: 'e',
      areaId: 'a',
      bookingId: 'b',
      account: 'deposit',
      kind: 'deducted',
      pence: 1250,
      onDay: '2027-04-01',
      method: null,
      receiptNo: null,
      takenBy: null,
      witness: null,
      reason: '=1+1, "broken"',
      corrects: null,
      dueOn: null,
      submission: 's',
      recordedBy: 'p',
      recordedAt: '',
      group: 'Tuesday friends',
      room: 'Group room, Library',
      caseNumber: 'MB-4K7TC',
    };
    expect(statementCsv({ lines: [line] }).split('\r\n')[1]).to.equal(
      `2027-04-01,Tuesday friends,"Group room, Library",deposit,deducted,12.50,,,,"'=1+1, ""broken""",MB-4K7TC,b,e,`,
    );
  });
});

eachDatabase('Statements of money', (open) => {
  let server: TestServer;
  let town: Town;
  let scene: Scene;
  let bookingId: string;
  before(async () => {
    server = await aServer(await open());
    town = await aTown(server);
    scene = await aScene(server, town, { depositPence: 3000 });
    const made = await bookedWithDeposit(server, scene);
    bookingId = made.booking.id;
    await money(server, made, ['hire', 'paid', 4000], ['hire', 'waived', 2000]);
  });
  after(async () => {
    expect(server.errors).to.deep.equal([]);
    await server.stop();
  });

  it('are for the group, the owner and officers, with the same totals on each', async () => {
    for (const [who, path] of [
      [scene.lead, `/bookings/${bookingId}/statement`],
      [scene.lead, `/groups/${scene.groupId}/statement`],
      [scene.broker, `/groups/${scene.groupId}/statement`],
      [scene.owner, `/owners/${town.owner.id}/statement`],
    ] as const) {
      const page = await wordsOf(who.get(path));
      expect(page, path)
        .to.include('£80 charged, £20 waived, £40 paid')
        .and.include('£30 charged, £30 paid')
        .and.include('Entries');
    }
    expect(await wordsOf(scene.lead.get(`/bookings/${bookingId}/statement`))).to.include(
      'The area allows £50 at most.',
    );
    const stranger = await comesIn(server, 'stranger@example.org', 'Sam Stranger');
    for (const path of [
      `/bookings/${bookingId}/statement`,
      `/groups/${scene.groupId}/statement.csv`,
      `/owners/${town.owner.id}/statement.csv`,
    ])
      expect((await stranger.get(path)).status, path).to.equal(404);
  });

  it('come as tables over some days, with the name that others see and no other', async () => {
    const reply = await scene.owner.get(`/owners/${town.owner.id}/statement.csv?from=2027-03-01&to=2027-03-31`);
    const bytes = Buffer.from(await reply.arrayBuffer());
    expect(bytes.subarray(0, 3).toString('hex'), 'the mark by which spreadsheets know UTF-8').to.equal('efbbbf');
    const text = bytes.toString();
    expect([reply.headers.get('content-type'), text.trim().split('\r\n').length]).to.deep.equal([
      'text/csv; charset=utf-8',
      6,
    ]);
    expect(text).to.include('Tuesday friends').and.not.include('Stroke club');
    expect(
      (await (await scene.lead.get(`/groups/${scene.groupId}/statement.csv?from=2027-02-01&to=2027-02-28`)).text())
        .trim()
        .split('\r\n'),
    ).to.have.length(1);
    expect((await scene.lead.get(`/groups/${scene.groupId}/statement?from=2027-03-31&to=2027-03-01`)).status).to.equal(
      400,
    );
    expect((await scene.lead.get(`/groups/${scene.groupId}/statement?from=rubbish`)).status).to.equal(400);
  });
});
