import { expect } from 'chai';
import type { Entry } from '../../../src/rooms/ledger/ledger-contract.ts';
import { inParts } from '../../../src/rooms/requests/instalment-rules.ts';
import { paymentSchema, waiverSchema } from '../../../src/rooms/requests/money-contract.ts';
import { balanceOf, instalmentsLeft, isPaid } from '../../../src/rooms/ledger/balance-contract.ts';

let made = 0;
const entry = (kind: Entry['kind'], pence: number, more: Partial<Entry> = {}): Entry => ({
  id: String(++made),
  areaId: '',
  bookingId: '',
  account: 'deposit',
  kind,
  pence,
  onDay: '2027-01-04',
  method: null,
  receiptNo: null,
  takenBy: null,
  witness: null,
  reason: null,
  corrects: null,
  dueOn: null,
  submission: '',
  recordedBy: '',
  recordedAt: '2027-01-04T10:00:00.000Z',
  ...more,
});
const owed = (...entries: Entry[]): [owed: number, settled: boolean] => {
  const balance = balanceOf(entries, 'deposit');
  return [balance.owed, isPaid(balance)];
};

describe('The ledger of a booking', () => {
  it('says what is owed after what was charged, paid and waived', () => {
    expect(owed(entry('charged', 3_000))).to.deep.equal([3_000, false]);
    expect(owed(entry('charged', 3_000), entry('paid', 1_000))).to.deep.equal([2_000, false]);
    expect(
      owed(entry('charged', 3_000), entry('paid', 1_000), entry('waived', 2_000)),
      'part paid, part waived',
    ).to.deep.equal([0, true]);
    expect(owed(entry('charged', 3_000), entry('waived', 3_000)), 'C5').to.deep.equal([0, true]);
    expect(owed(), 'no deposit').to.deep.equal([0, true]);
  });
  it('keeps the deposit and the hire apart', () => {
    expect(owed(entry('charged', 3_000), entry('paid', 3_000, { account: 'hire' }))).to.deep.equal([3_000, false]);
  });
  it('counts an entry that was taken back as if it were not there', () => {
    const wrong = entry('paid', 3_000);
    expect(owed(entry('charged', 3_000), wrong, entry('corrected', 3_000, { corrects: wrong.id }))).to.deep.equal([
      3_000,
      false,
    ]);
  });

  const plan = (pence: number, dueOn: string, recordedAt = '2027-01-04T10:00:00.000Z'): Entry =>
    entry('instalment', pence, { dueOn, recordedAt });
  const three = [plan(1_000, '2027-01-11'), plan(1_000, '2027-02-11'), plan(1_000, '2027-03-11')];
  it('is settled when the rest may be paid in parts, and still says what is owed', () =>
    expect(owed(entry('charged', 3_000), ...three)).to.deep.equal([3_000, true]));
  it('takes what comes in for the earliest parts', () => {
    expect(instalmentsLeft([entry('charged', 3_000), ...three, entry('paid', 1_500)], 'deposit')).to.deep.equal([
      { dueOn: '2027-02-11', pence: 500 },
      { dueOn: '2027-03-11', pence: 1_000 },
    ]);
    expect(instalmentsLeft([entry('charged', 3_000), ...three, entry('paid', 3_000)], 'deposit')).to.deep.equal([]);
  });
  it('goes by the newest plan', () => {
    const newer = [
      plan(1_500, '2027-06-01', '2027-02-01T10:00:00.000Z'),
      plan(1_500, '2027-07-01', '2027-02-01T10:00:00.000Z'),
    ];
    expect(
      instalmentsLeft([entry('charged', 3_000), ...three, ...newer], 'deposit').map(({ dueOn }) => dueOn),
    ).to.deep.equal(['2027-06-01', '2027-07-01']);
  });
  it('divides what is owed without losing a penny', () => {
    const parts = inParts(1_000, {
      account: 'deposit',
      submission: undefined,
      count: 3,
      first_on: '2027-01-31',
      every_weeks: 4,
    });
    expect(parts).to.deep.equal([
      { dueOn: '2027-01-31', pence: 334 },
      { dueOn: '2027-02-28', pence: 333 },
      { dueOn: '2027-03-28', pence: 333 },
    ]);
  });

  const said = (schema: typeof paymentSchema | typeof waiverSchema, given: Record<string, string>): string =>
    schema
      .safeParse(given)
      .error?.issues.map(({ message }) => message)
      .join(' ') ?? 'fine';
  const cash = { method: 'cash', pounds: '30', on_day: '2027-01-04', taken_by: 'Bina Broker', witness: 'Olu Officer' };
  it('takes cash with a witness who is somebody else than who took it', () => {
    expect(said(paymentSchema, cash)).to.equal('fine');
    expect(said(paymentSchema, { ...cash, witness: '' })).to.equal('Name somebody who saw the cash change hands.');
    expect(said(paymentSchema, { ...cash, witness: 'bina broker' })).to.include('somebody else as witness');
    expect(said(paymentSchema, { ...cash, method: 'transfer', witness: '' })).to.equal('fine');
  });
  for (const pounds of ['', '0', '-1', '1e3', '12.345', 'thirty', '999999'])
    it(`does not take “${pounds}” for an amount`, () =>
      expect(said(paymentSchema, { ...cash, pounds })).to.match(/Enter an amount/));
  it('wants a reason for waiving', () =>
    expect(said(waiverSchema, { pounds: '30', reason: ' ' })).to.equal(
      'Say why it is waived. One sentence is enough.',
    ));
});
