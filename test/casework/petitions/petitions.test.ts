import { expect } from 'chai';
import { signaturesOn } from '../../../src/casework/petitions/signature-store.ts';
import { sheetsOn } from '../../../src/casework/petitions/sheet-store.ts';
import { eachDatabase } from '../../support/databases.ts';
import { anAsset, found } from '../../support/domain.ts';
import { refusalOf } from '../decisions/a-decision.ts';
import { aVerge, mailsTo, nextDay } from '../proposals/a-proposal.ts';
import {
  aLine,
  aSigning,
  begun,
  closesNow,
  counted,
  linkTo,
  onPetitionDay,
  onSheets,
  opened,
  petitionOf,
  signed,
  typed,
  withBuilding,
  WORDING,
  type Closed,
} from './a-petition.ts';

eachDatabase('A petition for a building', (open) => {
  let closed: Closed;
  beforeEach(async () => (closed = await withBuilding(await aVerge(await open(), { day: '2026-06-01' }))));
  afterEach(async () => {
    expect(closed.services.errors).to.deep.equal([]);
    await closed.services.stop();
  });
  const tally = (id: string) => closed.services.petitions.pages.counts(id);
  const state = async (id: string) => (await petitionOf(closed, id)).state;

  it('has its wording checked in three working days; turned back it is put right; nobody’s silence keeps it', async () => {
    const { services, clerk, lead } = closed;
    const id = await begun(closed);
    expect(await petitionOf(closed, id)).to.include({ state: 'checking', dueOn: '2026-06-04', threshold: null });
    expect(await mailsTo(closed, clerk.email ?? '')).to.include('petition_begun_counters');
    expect((await refusalOf(begun(closed))).status).to.equal(409);
    await services.petitions.checking.turnBack(clerk, id, {
      seen: 'checking',
      reason: 'unclear',
      because: 'Say for how long.',
    });
    expect(await mailsTo(closed, lead.email ?? '')).to.include('petition_turned_back_group');
    await services.petitions.own.sendAgain(lead, id, { seen: 'turned_back', wording: `${WORDING} For a year.` });
    expect(await petitionOf(closed, id)).to.include({ state: 'checking', dueOn: '2026-06-04', turnedBackFor: null });
    await onPetitionDay(closed, '2026-06-08');
    // Open for all its days, though the clock was late; the town has four wards that touch, and nobody knows how many live there.
    expect(await petitionOf(closed, id)).to.include({
      state: 'open',
      openedOn: '2026-06-08',
      closesOn: '2026-07-06',
      threshold: 100,
      residents: null,
    });
    expect(await mailsTo(closed, lead.email ?? '')).to.include('petition_opened_by_silence_group');
    expect(await mailsTo(closed, found(closed.councillors[0].email))).to.include(
      'petition_opened_by_silence_councillors',
    );
    const left = await opened({ ...closed, groupId: closed.groupId, building: (await withOther()).building });
    await services.petitions.own.withdraw(lead, left, { seen: 'open' });
    expect(await state(left)).to.equal('withdrawn');
  });
  it('needs a share of the residents of the wards that the area’s file says live there', async () => {
    const { services, town } = closed;
    const wards = (await services.areas.wards(town.area.id)).map(({ code, name, shape, centre }) => ({
      ...{ code, name, shape, centre },
      residents: 1_003,
    }));
    await services.inOneTransaction((unit) =>
      services.areas.setup.changeIn(unit, town.area, {}, { wards }, services.register),
    );
    const id = await opened(closed);
    expect(await petitionOf(closed, id)).to.include({ residents: 4_012, threshold: 41 });
  });
  const withOther = async () => {
    const asset = await anAsset(closed.services, closed.town, { kind: 'building', name: 'Old Bank', state: 'vacant' });
    return { building: asset.id };
  };

  it('counts whoever presses the button: once, two to an address, none from elsewhere, and is silent about the rest', async () => {
    const { services } = closed;
    const { signing } = services.petitions;
    const id = await opened(closed);
    const shared = 'family@example.org';
    await signing.sign(id, aSigning(1, { email: shared }), 'home');
    expect(await tally(id)).to.include({ valid: 0, all: 0 });
    const key = await linkTo(closed, shared);
    await signing.confirm(key);
    await signing.confirm(key);
    expect((await tally(id)).valid).to.equal(1);
    // The same person again, and one behind a plus sign: the same link, and one signature.
    await signing.sign(id, aSigning(1, { email: 'family+2@example.org' }), 'home');
    await signed(closed, id, 2, { email: shared });
    const before = (await services.mails.latest(500)).length;
    await signing.sign(id, aSigning(3, { email: shared }), 'home');
    expect((await services.mails.latest(500)).length).to.equal(before);
    expect(await tally(id)).to.deep.include({ valid: 2, byChannel: { online: 2, paper: 0, phone: 0 } });
    const elsewhere = await refusalOf(signing.sign(id, aSigning(4, { postcode: 'M1 1AA' }), 'net'));
    expect(elsewhere).to.deep.include({ status: 400, fields: ['postcode'] });
    for (let n = 0; n < 6; n++) await signing.sign(id, aSigning(5), 'net');
    expect(await mailsTo(closed, aSigning(5).email)).to.have.length(4);
    // Taken back by the link: it is gone, and so is who it was.
    expect(await signing.takeBack(key)).to.equal(true);
    expect(await tally(id)).to.deep.include({ valid: 1, all: 2 });
    expect(JSON.stringify(await services.db('petition_signatures').where({ standing: 'withdrawn' }))).not.to.include(
      shared,
    );
    await onPetitionDay(closed, found((await petitionOf(closed, id)).closesOn));
    await signing.sign(id, aSigning(6), 'net');
    const late = await linkTo(closed, aSigning(6).email);
    await closesNow(closed, id);
    expect((await refusalOf(signing.confirm(late))).status).to.equal(409);
    expect((await refusalOf(signing.sign(id, aSigning(7), 'net'))).status).to.equal(409);
  });

  it('B: counts 347 lines as 312, with 20 out of area, 9 duplicate and 6 unreadable, and tells each signer once', async () => {
    const { services, lead, clerk } = closed;
    const id = await opened(closed);
    const codes = [
      ...Array.from({ length: 20 }, () => 'out_of_area' as const),
      ...Array.from({ length: 9 }, () => 'duplicate' as const),
      ...Array.from({ length: 6 }, () => 'unreadable' as const),
    ];
    await onSheets(closed, id, 310, codes);
    await signed(closed, id, 1, { age: 'young' });
    await services.petitions.signing.byTelephone(clerk, id, {
      ...aSigning(2),
      read_back: 'aloud',
      submission: undefined,
    });
    expect(await tally(id)).to.deep.include({ valid: 312, all: 347, byChannel: { online: 1, paper: 310, phone: 1 } });
    const petition = await counted(closed, id);
    expect(petition).to.include({ state: 'verified', valid: 312, basis: 'signatures', unlooked: false });
    expect((await tally(id)).refused).to.include({ out_of_area: 20, duplicate: 9, unreadable: 6, withdrawn: 0 });
    expect(await mailsTo(closed, found(lead.email))).to.include('petition_verified_group');
    expect(await services.petitions.tellDue()).to.equal(1);
    expect(await services.petitions.tellDue()).to.equal(0);
    expect(await mailsTo(closed, aSigning(1).email)).to.deep.equal([
      'petition_confirm_link',
      'petition_signers_counted',
    ]);
    // Under 18: told, and forgotten; the count stays.
    expect(await signaturesOn(services.db).ofEmail(aSigning(1).email)).to.deep.equal([]);
    expect((await tally(id)).valid).to.equal(312);
    // No proposal comes: the signatures lapse, and a year later everything about who signed is gone.
    await onPetitionDay(closed, nextDay(found(petition.dueOn)));
    expect(await petitionOf(closed, id)).to.include({ state: 'lapsed', tells: 'lapsed' });
    await services.petitions.tellDue();
    await onPetitionDay(closed, '2027-12-01');
    await services.retention.apply();
    expect(await services.db('petition_signatures').count({ n: '*' }).first()).to.deep.include({ n: await none() });
    expect(await services.db('petition_lines').first()).to.equal(undefined);
    expect((await tally(id)).valid).to.equal(312);
  });
  const none = async (): Promise<unknown> =>
    (await closed.services.db('petition_signatures').where({ id: 'x' }).count({ n: '*' }).first())?.n;

  it('finds what a first clerk typed wrong by a second who did not see it, and lets a third decide', async () => {
    const { services, clerks } = closed;
    const { sheets, sheetPages, checking } = services.petitions;
    const id = await opened(closed);
    const { openedOn } = await petitionOf(closed, id);
    const right = Array.from({ length: 110 }, (_, n) => aLine((n % 10) + 1, n));
    // Twelve postcodes typed wrong: 98 are valid, so near to 100 that every sheet is typed again.
    const wrong = right.map((line, n) => (n % 9 === 0 && n < 108 ? { ...line, postcode: 'M1 1AA' } : line));
    for (let from = 0; from < 110; from += 10)
      await typed(closed, clerks[0], id, wrong.slice(from, from + 10), found(openedOn));
    expect(await tally(id)).to.deep.include({ valid: 98 });
    await closesNow(closed, id);
    const early = await refusalOf(checking.verify(clerks[0], id, { seen: 'verifying' }));
    expect(early.words).to.include('typed a second time: 11');
    const own = await sheetPages.rows(id, clerks[0].personId);
    expect(new Set(own.map(({ task }) => task))).to.deep.equal(new Set(['own']));
    for (const [at, { id: sheet, task }] of (await sheetPages.rows(id, clerks[1].personId)).entries()) {
      expect(task).to.equal('second');
      expect(JSON.stringify(await sheetPages.one(id, sheet, clerks[1].personId))).not.to.include('ZZ1');
      expect((await refusalOf(sheets.again(clerks[0], id, sheet, []))).status).to.equal(409);
      await sheets.again(clerks[1], id, sheet, right.slice(at * 10, at * 10 + 10));
    }
    // Nothing changes before a third person has looked.
    expect((await tally(id)).valid).to.equal(98);
    for (const { id: sheet, state: stands } of await sheetsOn(services.db).of(id)) {
      if (stands !== 'differs') continue;
      expect((await refusalOf(sheets.settle(clerks[1], id, sheet, () => 'second'))).status).to.equal(409);
      expect((await refusalOf(sheets.settle(clerks[2], id, sheet, () => null))).status).to.equal(400);
      await sheets.settle(clerks[2], id, sheet, () => 'second');
    }
    expect((await tally(id)).valid).to.equal(110);
    expect(await checking.verify(clerks[0], id, { seen: 'verifying' })).to.include({ valid: 110, basis: 'signatures' });
    const { typedTwice } = (await services.petitions.pages.publicly(id)).tally;
    expect(typedTwice).to.deep.equal({ checked: 110, wrong: 12 });
  });

  it('asks a person whether two of one name and postcode are the same, and counts both until then', async () => {
    const { services, clerk } = closed;
    const { judging, checking } = services.petitions;
    const id = await opened(closed);
    await signed(closed, id, 1);
    await signed(closed, id, 1, { email: 'again@example.org' });
    await signed(closed, id, 2);
    await services.petitions.signing.byTelephone(clerk, id, {
      ...aSigning(2),
      read_back: 'aloud',
      submission: undefined,
    });
    expect((await tally(id)).valid).to.equal(4);
    await closesNow(closed, id);
    expect((await refusalOf(checking.verify(clerk, id, { seen: 'verifying' }))).words).to.include('signed already: 2');
    const [first, second] = await judging.doubles(id);
    await judging.judge(clerk, id, found(first).one.id, 'same');
    await judging.judge(clerk, id, found(second).one.id, 'different');
    expect(await tally(id)).to.deep.include({ valid: 3, all: 4 });
    expect(await checking.verify(clerk, id, { seen: 'verifying' })).to.include({
      state: 'short',
      valid: 3,
      basis: null,
    });
  });

  it('strikes a pattern as it was shown, takes that back and does it again, with every count right; nobody looks: the count stands', async () => {
    const { services, clerk } = closed;
    const { judging } = services.petitions;
    const id = await opened(closed);
    for (let n = 0; n < 6; n++) await signed(closed, id, n);
    for (let n = 100; n < 125; n++)
      await signed(closed, id, n, { email: `reader${n}@many.example`, postcode: 'ZZ2 1AA' });
    const [pattern] = await judging.patterns(id);
    expect(pattern).to.include({ kind: 'numbered_addresses' });
    const { key } = found(pattern);
    expect((await refusalOf(judging.strike(clerk, id, { pattern: key, count: 24 }))).status).to.equal(409);
    const strike = await judging.strike(clerk, id, { pattern: key, count: 25 });
    const counts = async () => {
      const { valid, all, refused, byWard } = await tally(id);
      return [valid, all, refused.pattern, byWard.filter(({ n }) => n > 0).length];
    };
    expect(await counts()).to.deep.equal([6, 31, 25, 1]);
    await judging.setStrike(clerk, id, strike.id, false);
    await judging.setStrike(clerk, id, strike.id, false);
    expect(await counts()).to.deep.equal([31, 31, 0, 2]);
    await judging.setStrike(clerk, id, strike.id, true);
    expect(await counts()).to.deep.equal([6, 31, 25, 1]);
    await closesNow(closed, id);
    await onPetitionDay(closed, nextDay(found((await petitionOf(closed, id)).dueOn)));
    expect(await petitionOf(closed, id)).to.include({ state: 'short', valid: 6, unlooked: true });
    expect((await refusalOf(judging.setStrike(clerk, id, strike.id, false))).status).to.equal(409);
  });
});
