import { expect } from 'chai';
import { eachDatabase } from '../../support/databases.ts';
import { found } from '../../support/domain.ts';
import { anAssistedForm, joins } from '../../groups/groups/a-group.ts';
import { aRoom } from '../bookings/a-room.ts';
import { ledgerOn } from '../../../src/rooms/ledger/ledger-store.ts';
import { aResult, FOR_LONG } from '../requests/a-result.ts';
import { books, changes, goTo, moneyIs, owedOf, someDebts, type Debts } from './a-debt.ts';

/** Four Tuesdays from 9 March 2027 on, two hours each at £10: £80, due 14 days after the first date. */
const DAYS = { soon: '2027-03-20', due: '2027-03-23', late: '2027-03-24', again: '2027-04-06', ring: '2027-04-20' };

eachDatabase('Reminders of money', (open) => {
  let debts: Debts;
  beforeEach(async () => void (debts = await someDebts(await open())));
  afterEach(async () => {
    expect(debts.server.errors).to.deep.equal([]);
    await debts.server.stop();
  });

  /** What was said of a booking to whoever leads the group, the oldest first: kind and amount. */
  const told = async (bookingId: string, to = debts.scene.lead.email): Promise<string[]> =>
    (await debts.server.db('mails').where({ to }).whereLike('kind', 'booking_money_%').orderBy('id'))
      .filter(({ text }) => text.includes(`/bookings/${bookingId}/`))
      .map(({ kind, text }) => `${kind.replace('booking_money_', '')} ${/£[\d.]+\d/.exec(text)?.[0]}`);
  const runOn = async (day: string): Promise<void> => {
    await goTo(debts, day);
    await debts.server.hires.reminders.remindDue();
  };
  const expectKept = async (id: string, ...owed: string[]): Promise<void> => {
    expect(await owedOf(debts, id)).to.deep.equal({ kept: owed, ledger: owed });
  };
  const anotherRoom = async (): Promise<{ space_id: string }> => ({
    space_id: (await aRoom(debts.server, debts.town, { assetId: debts.scene.assetId, name: debts.server.newId() })).id,
  });

  it('come before the day, on the day after and once more, to lead and deputy, each once', async () => {
    const { server, scene } = debts;
    const deputy = await joins(server, scene.lead, scene.groupId, 'group_deputy');
    const id = await books(debts);
    await expectKept(id, `hire 8000 by ${DAYS.due}`);
    await runOn('2027-03-19');
    expect(await told(id)).to.deep.equal([]);
    for (const [day, said] of [
      [DAYS.soon, ['soon £80']],
      [DAYS.due, ['soon £80']],
      [DAYS.late, ['soon £80', 'late £80']],
      ['2027-04-05', ['soon £80', 'late £80']],
      [DAYS.again, ['soon £80', 'late £80', 'again £80']],
      ['2027-06-30', ['soon £80', 'late £80', 'again £80']],
    ] as const) {
      await runOn(day);
      await Promise.all([server.hires.reminders.remindDue(), server.hires.reminders.remindDue()]);
      expect(await told(id), day).to.deep.equal(said);
      expect(await told(id, deputy.email), `deputy, ${day}`).to.deep.equal(said);
    }
    const [mail] = await server.db('mails').where({ kind: 'booking_money_late', to: scene.lead.email });
    expect(mail.text.replace(/\s+/g, ' '))
      .to.include('Your group’s turn: pay £80 of hire, by Tuesday 23 March 2027.')
      .and.include('Nothing is cancelled because of it.');
    expect(await server.db('open_money').whereNotNull('remind_on')).to.deep.equal([]);
    expect(found(await server.db('bookings').where({ id }).first()).state).to.not.equal('cancelled');
  });

  it('are not sent for what is paid or waived, and speak of what is left', async () => {
    const [paid, waived, part] = [
      await books(debts),
      await books(debts, await anotherRoom()),
      await books(debts, await anotherRoom()),
    ];
    await moneyIs(debts, paid, 'pay', { pounds: '80' });
    await expectKept(paid);
    await runOn(DAYS.soon);
    expect([await told(paid), await told(waived), await told(part)]).to.deep.equal([[], ['soon £80'], ['soon £80']]);
    await moneyIs(debts, waived, 'waive', { pounds: '80', reason: 'Hardship.' });
    await moneyIs(debts, part, 'pay', { pounds: '50' });
    await expectKept(part, `hire 3000 by ${DAYS.due}`);
    await runOn('2027-03-21');
    await runOn(DAYS.late);
    expect([await told(paid), await told(waived), await told(part)]).to.deep.equal([
      [],
      ['soon £80'],
      ['soon £80', 'late £30'],
    ]);
  });

  it('are not sent again for a day when a payment is taken back', async () => {
    const id = await books(debts);
    await runOn(DAYS.late);
    await moneyIs(debts, id, 'pay', { pounds: '80' });
    await expectKept(id);
    const entry = found((await ledgerOn(debts.server.db).of(id)).find(({ kind }) => kind === 'paid')).id;
    await moneyIs(debts, id, 'correct', { entry, reason: 'Another group’s.' });
    await expectKept(id, `hire 8000 by ${DAYS.due}`);
    await runOn('2027-03-25');
    expect(await told(id)).to.deep.equal(['late £80']);
    await runOn(DAYS.again);
    expect(await told(id)).to.deep.equal(['late £80', 'again £80']);
  });

  it('go by the new day and the new sum when more is charged after one', async () => {
    const id = await books(debts);
    await runOn(DAYS.soon);
    await changes(debts, id, 'change', { what: 'add', new_date: '2027-05-04', from: '18:00', to: '20:00' });
    await expectKept(id, 'hire 10000 by 2027-04-03');
    await runOn(DAYS.late);
    expect(await told(id)).to.deep.equal(['soon £80']);
    await runOn('2027-03-31');
    await runOn('2027-04-04');
    expect(await told(id)).to.deep.equal(['soon £80', 'soon £100', 'late £100']);
  });

  it('follow a first date that is moved, and stop when all is cancelled in time', async () => {
    const [moved, gone] = [await books(debts), await books(debts, await anotherRoom())];
    await changes(debts, moved, 'change', { what: 'one', date: '2027-03-09', new_date: '2027-03-12' });
    await expectKept(moved, 'hire 8000 by 2027-03-26');
    await changes(debts, gone, 'cancel', { which: 'all' });
    await expectKept(gone);
    await runOn(DAYS.late);
    expect([await told(moved), await told(gone)]).to.deep.equal([['soon £80'], []]);
  });

  it('go on for what was given up too late to be free', async () => {
    const id = await books(debts, { recurrence: { kind: 'once', date: '2027-03-09' } });
    await goTo(debts, '2027-03-08');
    await changes(debts, id, 'cancel', { which: 'all' });
    await expectKept(id, `hire 2000 by ${DAYS.due}`);
    await runOn(DAYS.late);
    expect(await told(id)).to.deep.equal(['late £20']);
    await moneyIs(debts, id, 'pay', { pounds: '20' });
    await expectKept(id);
  });

  it('go part by part where parts were agreed', async () => {
    const id = await books(debts);
    await moneyIs(debts, id, 'instalments', { count: '2', first_on: '2027-03-15', every_weeks: '4' });
    await expectKept(id, 'hire 4000 by 2027-03-15', 'hire 4000 by 2027-04-12');
    await runOn('2027-03-12');
    await runOn('2027-03-16');
    await moneyIs(debts, id, 'pay', { pounds: '40' });
    await runOn(DAYS.late);
    expect(await told(id)).to.deep.equal(['soon £40', 'late £40']);
    await runOn('2027-04-09');
    expect(await told(id)).to.deep.equal(['soon £40', 'late £40', 'soon £40']);
  });

  it('are letters for whoever has no e-mail', async () => {
    const { server, scene, town } = debts;
    const form = anAssistedForm({ name: 'Letter friends' });
    const { id: groupId } = (await (
      await scene.broker.post('/desk/groups?area=testborough', form, { json: true })
    ).json()) as { id: string };
    await aResult(server, town, groupId, FOR_LONG);
    const brought = { channel: 'phone', received_on: '2027-03-03', read_back: 'aloud', consent: 'yes' };
    const id = await books(debts, { group_id: groupId, ...brought }, scene.broker);
    await runOn(DAYS.soon);
    await runOn(DAYS.late);
    await server.hires.reminders.remindDue();
    const letters = await server
      .db('letters')
      .where({ group_id: groupId })
      .whereLike('kind', 'booking_money_%')
      .orderBy('id');
    expect(letters.map(({ kind }) => kind)).to.deep.equal(['booking_money_soon', 'booking_money_late']);
    expect(letters[1].text).to.include('pay £80 of hire, by Tuesday 23 March 2027.').and.not.include('http');
    expect(await told(id)).to.deep.equal([]);
  });

  it('are one after a pause, and none that is long past', async () => {
    const id = await books(debts);
    await runOn('2027-04-01');
    expect(await told(id)).to.deep.equal(['late £80']);
    const other = await books(debts, { ...(await anotherRoom()), recurrence: { kind: 'once', date: '2027-04-08' } });
    await runOn('2027-06-20');
    expect([await told(id), await told(other)]).to.deep.equal([['late £80'], []]);
  });

  it('cost an index’s look when nothing is due', async () => {
    await books(debts);
    const sent: string[] = [];
    const note = ({ sql }: { sql: string }): void => void sent.push(sql);
    debts.server.db.on('query', note);
    await debts.server.hires.reminders.remindDue();
    debts.server.db.removeListener('query', note);
    expect(
      sent.filter((sql) => sql.includes('open_money')),
      sent.join('\n'),
    ).to.have.length(1);
    expect(sent.filter((sql) => /^begin/i.test(sql))).to.deep.equal([]);
  });
});
