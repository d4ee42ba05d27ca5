import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import sharp from 'sharp';
import { adoptTerms } from '../../rooms/bookings/a-room.ts';
import { aDesk, sendFile } from '../../front/desk/a-desk.ts';
import { aGroup, aPaper, somebody } from '../../groups/groups/a-group.ts';
import { eachDatabase } from '../../support/databases.ts';
import { anAsset, found } from '../../support/domain.ts';
import { cli } from '../../support/processes.ts';
import { aWorld } from './role-examples.ts';
import { aServer, NOW, someServices, type TestServices } from '../../support/server.ts';
import { aSpace } from '../../support/spaces.ts';

const DAY_MS = 24 * 3_600_000;
const ago = (days: number): string => new Date(new Date(NOW).getTime() - days * DAY_MS).toISOString();

/**
 * For each kind a row that was over some days ago. What lies on disk too, or in many tables, has its own story below; notes of calls
 * are tried with the groups who did not come.
 */
const OVER = {
  codes: (days) => ({
    table: 'sign_in_codes',
    row: {
      id: `c${days}`,
      purpose: 'sign_in',
      email: 'a@example.org',
      code_hash: '',
      link_hash: `${days}`,
      tries: 0,
      created_at: ago(days),
      expires_at: ago(days),
    },
  }),
  sessions: (days) => ({
    table: 'sessions',
    row: {
      id_hash: `s${days}`,
      public_id: `s${days}`,
      data: '{}',
      device: '',
      started_at: ago(days),
      seen_at: ago(days),
      expires_at: ago(days),
    },
  }),
  mails: (days) => ({
    table: 'mails',
    row: {
      id: `m${days}`,
      to: 'a@example.org',
      kind: 'x',
      subject: '',
      text: '',
      html: '',
      state: 'sent',
      tries: 0,
      created_at: ago(days),
      due_at: ago(days),
    },
  }),
  limits: (days) => ({ table: 'rate_limits', row: { key: 'x', window: ago(days), count: 1 } }),
  invitations: (days) => ({
    table: 'invitations',
    row: {
      id: `i${days}`,
      token_hash: `${days}`,
      email: 'a@example.org',
      role: 'group_member',
      scope_kind: 'group',
      scope_id: 'g',
      invited_by: 'p',
      created_at: ago(days),
      expires_at: ago(days),
    },
  }),
} satisfies Record<string, (days: number) => { table: string; row: Record<string, unknown> }>;

/** Kinds that have a story of their own. */
const ELSEWHERE = [
  'drafts',
  'papers',
  'uploads',
  'photos',
  'bookings',
  'receipts',
  'calls',
  'money_calls',
  'enquiries',
  'ground_papers',
  'comments',
  'comments_unconfirmed',
  'speakers',
  'speakers_unconfirmed',
  'proposal_followers',
  'partners_unanswered',
  'petition_signers',
  'petition_unconfirmed',
  'interests',
  'viewings',
];

/** For how many days something is kept. */
async function daysOf({ retention }: Pick<TestServices, 'retention'>, wanted: string): Promise<number> {
  return found((await retention.table()).find(({ kind }) => kind === wanted)).days;
}

eachDatabase('What need not stay', (open) => {
  it('goes when its days are over, not a day earlier, and once whatever the number of processes', async () => {
    const url = await open();
    const [one, two] = [await someServices(url), await someServices(url)];
    for (const [kind, make] of Object.entries(OVER)) {
      const days = await daysOf(one, kind);
      for (const age of [days - 0.5, days + 0.5]) {
        const { table, row } = make(age);
        await one.db(table).insert(row);
      }
    }
    const removed = await Promise.all([one.retention.apply(), two.retention.apply()]);
    expect(removed.find((all) => Object.keys(all).length > 0)).to.deep.equal({
      codes: 1,
      sessions: 1,
      mails: 1,
      limits: 1,
      invitations: 1,
    });
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
    const path =
      (
        await sendFile(
          desk.broker,
          '/desk/import?area=testborough',
          'file',
          { name: 'a.csv', content: 'Ref,Name\n1,Yard\n' },
          { owner: desk.town.owner.id },
        )
      ).headers.get('location') ?? '';
    const folder = (name: string): string => join(server.config.dataDir, name);
    const lost = [join(folder('documents'), 'lost.part'), join(folder('imports'), `${server.newId()}.list`)];
    for (const file of lost) {
      writeFileSync(file, 'x');
      utimesSync(file, new Date(0), new Date(0));
    }
    expect(await server.retention.apply(), 'only what a power cut left, while the rest has its time').to.deep.equal({
      papers: 1,
      uploads: 1,
    });
    expect([readdirSync(folder('documents')).length, readdirSync(folder('imports')).length]).to.deep.equal([2, 1]);
    await server
      .db('group_documents')
      .where({ id: old })
      .update({ superseded_at: ago((await daysOf(server, 'papers')) + 1) });
    await server.db('import_screens').update({ changed_at: ago((await daysOf(server, 'uploads')) + 1) });
    expect(await server.retention.apply()).to.deep.equal({ papers: 1, uploads: 1 });
    expect([readdirSync(folder('documents')).length, readdirSync(folder('imports')).length]).to.deep.equal([1, 0]);
    expect((await server.groups.state(groupId)).documents.map(({ id }) => id)).to.deep.equal([current]);
    expect([
      (await lead.get(`/groups/${groupId}/documents/${current}/file`)).status,
      (await lead.get(`/groups/${groupId}/documents/${old}`)).status,
      (await desk.broker.get(path)).status,
    ]).to.deep.equal([200, 404, 404]);
    await server.stop();
  });

  it('takes photos of rooms that are no longer let along, and picture files that nobody owns, but none that is in use', async () => {
    const desk = await aDesk(await open());
    const { server, broker, town } = desk;
    const asset = await anAsset(server, town, { kind: 'building', state: 'in_use' });
    const [room, other] = [
      await aSpace(server, asset, { name: 'Hall' }),
      await aSpace(server, asset, { name: 'Office' }),
    ];
    const content = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#886644' } })
      .jpeg()
      .toBuffer();
    for (const path of [
      `/desk/spaces/${room.id}/photos`,
      `/desk/spaces/${other.id}/photos`,
      `/desk/assets/${asset.id}/photos`,
    ])
      expect(
        (await sendFile(broker, path, 'photo', { name: 'a.jpg', content }, { alt: 'A room with chairs' })).status,
      ).to.equal(303);
    const folder = join(server.config.dataDir, 'photos');
    for (const name of readdirSync(folder)) utimesSync(join(folder, name), new Date(0), new Date(0));
    const lost = join(folder, `${server.newId()}-480.webp.part`);
    writeFileSync(lost, 'x');
    utimesSync(lost, new Date(0), new Date(0));
    await broker.post(`/desk/spaces/${room.id}/retire`);
    expect(await server.retention.apply(), 'only what a power cut left').to.deep.equal({ photos: 1 });
    expect(readdirSync(folder)).to.have.lengthOf(6);
    await server
      .db('spaces')
      .where({ id: room.id })
      .update({ retired_on: ago((await daysOf(server, 'photos')) + 2).slice(0, 10) });
    expect(await server.retention.apply()).to.deep.equal({ photos: 1 });
    expect([readdirSync(folder).length, await server.db('space_photos').pluck('space_id')]).to.deep.equal([
      4,
      [other.id],
    ]);
    await server.stop();
  });

  it('leaves of a booking two years later its dates, its price and what was counted, and of its receipts seven years later the money', async () => {
    const url = await open();
    const one = await someServices(url);
    // Whichever of them does it finds the files.
    const two = await someServices(url, { env: { DATA_DIR: one.config.dataDir } });
    const world = await aWorld(one);
    const { db, newId } = one;
    const { bookingId, requestId, town, optionId } = world;
    const day = (days: number): string => ago(days).slice(0, 10);
    const deduction = newId();
    mkdirSync(join(one.config.dataDir, 'deposit-photos'), { recursive: true });
    writeFileSync(join(one.config.dataDir, 'deposit-photos', `${deduction}-480.webp`), 'x');
    await db('deposit_deductions').insert({
      id: deduction,
      booking_id: bookingId,
      words: 'Ann broke a chair',
      pence: 500,
      has_photo: true,
      submission: newId(),
      created_by: world.someoneId,
      created_at: ago(900),
    });
    await db('deposit_returns').insert({
      booking_id: bookingId,
      due_on: day(900),
      returned_on: day(900),
      returned_pence: 2_500,
      deducted_pence: 500,
      challenge_until: day(890),
      challenged_on: day(895),
      challenge: 'Ann did not',
      answered_on: day(893),
      answer: 'Ann did',
    });
    await db('booking_evaluations').insert({
      booking_id: bookingId,
      area_id: town.area.id,
      suited: 'yes',
      people: '1_10',
      better: 'Ann was cold',
      answered_on: day(890),
      channel: 'online',
    });
    const line = {
      area_id: town.area.id,
      booking_id: bookingId,
      account: 'deposit',
      kind: 'paid',
      pence: 3_000,
      method: 'cash',
      taken_by: 'Ann Officer',
      witness: 'Bob',
      reason: 'Ann is ill',
      recorded_by: world.someoneId,
      recorded_at: ago(900),
    };
    await db('booking_ledger').insert([
      { ...line, id: newId(), on_day: day(900), receipt_no: '1', submission: newId() },
      { ...line, id: newId(), on_day: day(2_560), receipt_no: '2', submission: newId() },
    ]);
    await db('bookings')
      .where({ id: bookingId })
      .update({
        purpose: 'Ann’s group',
        public_label: 'Ann’s group',
        over_on: day(740),
        notice_side: 'group',
        notice_on: day(760),
        notice_last_day: day(740),
        notice_reason: 'Ann is ill',
      });
    const { group_id, space_id } = await db('bookings').where({ id: bookingId }).first();
    const { asset_id } = await db('spaces').where({ id: space_id }).first('asset_id');
    await db('inductions').insert({
      booking_id: bookingId,
      group_id,
      asset_id,
      on_day: day(800),
      signed_by: 'Ann',
      shown_by: 'Ann',
    });
    await db('room_agreements').insert({
      booking_id: bookingId,
      lines: '["Ann signs."]',
      sha256: '0',
      signed_by: world.someoneId,
      signed_on: day(800),
    });
    await db('occurrences').where({ booking_id: bookingId }).update({ note: 'Ann rang' });
    await db('room_options').where({ id: optionId }).update({ note: 'Ann may not', answered_by: world.someoneId });
    await db('room_requests').where({ id: requestId }).update({ reason: 'Ann is ill' });
    const kept = async () => [
      await db('bookings').where({ id: bookingId }).first('group_id', 'price', 'recurrence', 'state', 'space_id'),
      await db('occurrences').where({ booking_id: bookingId }).orderBy('id').select('date', 'state', 'starts', 'ends'),
      await db('booking_ledger').orderBy('receipt_no').select('id', 'pence', 'receipt_no', 'on_day', 'kind'),
      await db('deposit_deductions').select('pence'),
      await db('booking_evaluations').select('suited', 'people'),
      await db('facts').whereNot({ kind: 'retention_applied' }).orderBy('seq').select('hash'),
    ];
    const before = await kept();
    expect(await one.retention.apply(), 'only the older receipt is seven years old').to.deep.equal({ receipts: 1 });
    const days = await daysOf(one, 'bookings');
    for (const age of [days - 1, days + 2]) {
      await db('bookings')
        .where({ id: bookingId })
        .update({ ends_on: day(age) });
      await db('room_requests')
        .where({ id: requestId })
        .update({ ends_on: day(age) });
      await db('waiting_places').update({ last_on: day(age) });
      // More than are taken at once, so that it goes on to the end.
      const waiting = await db('waiting_places').first();
      if (age > days)
        await db.batchInsert(
          'waiting_places',
          Array.from({ length: 250 }, () => ({ ...waiting, id: newId(), submission: newId() })),
          50,
        );
      const removed = await Promise.all([one.retention.apply(), two.retention.apply()]);
      expect(
        removed.filter((all) => Object.keys(all).length > 0),
        String(age),
      ).to.deep.equal(age > days ? [{ bookings: 253 }] : []);
    }
    expect(await kept()).to.deep.equal(before);
    expect(await db('inductions').pluck('on_day'), 'the day stays').to.deep.equal([day(800)]);
    const written = [
      'bookings',
      'occurrences',
      'room_requests',
      'room_options',
      'waiting_places',
      'deposit_deductions',
      'deposit_returns',
      'booking_evaluations',
      'inductions',
      'room_agreements',
    ];
    for (const table of written)
      expect(JSON.stringify(await db(table)), table)
        .to.not.include('Ann')
        .and.not.include(world.someoneId);
    expect(
      (await db('booking_ledger').orderBy('receipt_no').select('taken_by', 'witness', 'reason', 'recorded_by')).map(
        (row) => Object.values(row),
      ),
    ).to.deep.equal([
      ['Ann Officer', 'Bob', 'Ann is ill', world.someoneId],
      [null, null, null, ''],
    ]);
    expect(existsSync(join(one.config.dataDir, 'deposit-photos', `${deduction}-480.webp`))).to.equal(false);
    for (const wrong of [
      { pence: 1 },
      { taken_by: 'Eve' },
      { taken_by: null, witness: null, reason: null, recorded_by: '', pence: 1 },
    ])
      expect(
        String(
          await db('booking_ledger')
            .update(wrong)
            .catch((error: Error) => error.message),
        ),
      ).to.include('never changed');
    expect(await one.retention.apply()).to.deep.equal({});
    expect(
      [(await one.bookings.state(bookingId)).booking.purpose, (await one.hires.state(bookingId)).induction],
      'what is left can still be read',
    ).to.deep.equal(['', { on: day(800), signedBy: '', shownBy: '' }]);
    await Promise.all([one.stop(), two.stop()]);
  });

  it('goes with a tick of the command line', async () => {
    const url = await open();
    const { output, code } = await cli(url, 'tick');
    expect(code).to.equal(0);
    expect(output).to.include('Removed because their time was over: nothing.').and.include('Mails sent: 0.');
  }).timeout(120_000);

  it('goes sooner or later where an area has adopted other days, and the page about privacy says so', async () => {
    const server = await aServer(await open());
    const world = await aWorld(server);
    await adoptTerms(server, world.town, { bookings_kept_days: 100 });
    const old = ago(110).slice(0, 10);
    await server.db('bookings').where({ id: world.bookingId }).update({ ends_on: old, purpose: 'Ann’s group' });
    expect(await server.retention.apply()).to.deep.equal({ bookings: 1 });
    expect(await server.db('bookings').where({ id: world.bookingId }).first('purpose')).to.deep.equal({ purpose: '' });
    const page = (await server.get('/privacy')).text.replace(/<!--.*?-->/g, '');
    expect(page).to.include('730 days; in Testborough 100 days').and.include('2,557 days</td>');
    await server.stop();
  });

  it('is told on the page about privacy, from the same table', async () => {
    const server = await aServer(await open());
    const page = (await server.get('/privacy')).text;
    const table = await server.retention.table();
    expect(table.map(({ kind }) => kind)).to.have.members([...Object.keys(OVER), ...ELSEWHERE]);
    for (const { what, days } of table)
      expect(page)
        .to.include(what)
        .and.include(`${days.toLocaleString('en-GB')} day`);
    await server.stop();
  });
});
