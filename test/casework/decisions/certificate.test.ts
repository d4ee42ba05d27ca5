import { expect } from 'chai';
import { certificatesOn } from '../../../src/casework/decisions/certificate-store.ts';
import { warningsBefore } from '../../../src/casework/decisions/warning-rules.ts';
import { USUAL_CASE_TERMS } from '../../../src/casework/terms/case-term-contract.ts';
import { warningsOn } from '../../../src/casework/decisions/warning-store.ts';
import type { Certificate } from '../../../src/casework/decisions/certificate-store.ts';
import { eachDatabase } from '../../support/databases.ts';
import { found } from '../../support/domain.ts';
import {
  aVerge,
  mailsTo,
  nextDay,
  onDay,
  proposalIn,
  resultPublished,
  scored,
  stored,
  type Verge,
} from '../proposals/a-proposal.ts';
import { A_RECORD, aFiling, aPaper, decides, files, groundsOf, refusalOf } from './a-decision.ts';

describe('The days on which an owner is warned', () => {
  const days = (offices: string[], today: string, dueOn = '2027-04-14') =>
    warningsBefore(dueOn, USUAL_CASE_TERMS, new Set(['2027-03-26', '2027-03-29', ...offices]), today).map(
      ({ nth, warnOn }) => `${nth}: ${warnOn}`,
    );
  it('lie ten, five and one working days before', () =>
    expect(days([], '2027-03-20')).to.deep.equal(['1: 2027-03-31', '2: 2027-04-07', '3: 2027-04-13']));
  it('come forward where the offices are shut by their own choice', () =>
    expect(days(['2027-04-13', '2027-04-12'], '2027-03-20')).to.deep.equal([
      '1: 2027-03-25',
      '2: 2027-04-05',
      '3: 2027-04-09',
    ]));
  it('are today and those to come, where some have passed', () =>
    expect(days([], '2027-04-09')).to.deep.equal(['2: 2027-04-09', '3: 2027-04-13']));
  it('are none once the day has passed', () => expect(days([], '2027-04-15')).to.deep.equal([]));
});

eachDatabase('What silence comes to', (open) => {
  let verge: Verge;
  beforeEach(async () => (verge = await aVerge(await open())));
  afterEach(async () => {
    expect(verge.services.errors).to.deep.equal([]);
    await verge.services.stop();
  });

  /** Scored on the last day for it, so that silence grants on 14 April 2027. */
  async function inWindow(): Promise<string> {
    const id = await proposalIn(verge, 'assessing');
    await onDay(verge, '2027-03-31');
    await scored(verge, id);
    await resultPublished(verge, id);
    expect(await stored(verge, id)).to.include({ state: 'window', dueOn: '2027-04-14' });
    return id;
  }
  const warned = () => verge.services.decisions.warnings.runDue();
  const certificateOf = async (id: string): Promise<Certificate> =>
    found(await certificatesOn(verge.services.db).ofProposal(id));
  const ownersWarnings = async () =>
    (await mailsTo(verge, verge.owner.email ?? '')).filter((kind) => kind === 'proposal_warned_owner').length;

  it('warns owner and decision officer ten, five and one working days before, each once', async () => {
    const id = await inWindow();
    const given: [string, number][] = [];
    for (let day = '2027-03-31'; day <= '2027-04-14'; day = nextDay(day)) {
      await onDay(verge, day);
      const now = await warned();
      if (now > 0) given.push([day, now]);
      expect(await warned()).to.equal(0);
    }
    expect(given).to.deep.equal([
      ['2027-03-31', 1],
      ['2027-04-07', 1],
      ['2027-04-13', 1],
    ]);
    expect(await ownersWarnings()).to.equal(3);
    expect(await mailsTo(verge, verge.decider.email ?? '')).to.include('proposal_warned_decision_officers');
    const told = (await verge.services.decisions.pages.told(id)).warnings;
    expect(told.map(({ mails }) => mails.map(({ toRole, waiting }) => [toRole, waiting]))).to.deep.equal(
      Array.from({ length: 3 }, () => [
        ['owner_representative', true],
        ['decision_officer', true],
      ]),
    );
  });

  it('warns again once an extension has moved the day', async () => {
    const id = await inWindow();
    await warned();
    await verge.services.decisions.owner.extend(verge.owner, id, {
      seen: 'window',
      days: 30,
      reason: 'A meeting in May.',
    });
    const { dueOn } = await stored(verge, id);
    expect(dueOn).to.equal('2027-05-27');
    const planned = (await warningsOn(verge.services.db).of(id)).filter(({ state }) => state === 'planned');
    expect(planned.map(({ warnOn }) => warnOn)).to.deep.equal(['2027-05-13', '2027-05-20', '2027-05-26']);
    await onDay(verge, '2027-04-13');
    expect(await warned()).to.equal(0);
    await onDay(verge, '2027-05-13');
    expect(await warned()).to.equal(1);
    expect(await ownersWarnings()).to.equal(2);
  });

  it('warns once, with the days that are left, where the server did not run for a while', async () => {
    const id = await inWindow();
    await onDay(verge, '2027-04-09');
    expect(await warned()).to.equal(1);
    const states = (await warningsOn(verge.services.db).of(id)).map(({ state }) => state);
    expect(states).to.deep.equal(['missed', 'sent', 'planned']);
    expect(await ownersWarnings()).to.equal(1);
  });

  it('warns nobody of a grant while a ground is looked at, nor once it is decided', async () => {
    const id = await inWindow();
    await files(verge, id);
    await onDay(verge, '2027-04-01');
    expect(await warned()).to.equal(0);
    await decides(verge, id, 'yes');
    await onDay(verge, '2027-04-13');
    expect(await warned()).to.equal(0);
  });

  it('makes one certificate with all that led to it, which bears the due day also when it is made late', async () => {
    const id = await inWindow();
    await warned();
    await files(verge, id);
    await decides(verge, id, 'no');
    await onDay(verge, '2027-04-20');
    await verge.services.proposals.runDue();
    const { facts, code, dueOn } = await certificateOf(id);
    expect(dueOn).to.equal('2027-04-14');
    expect(facts).to.deep.include({
      dueOn: '2027-04-14',
      completeOn: '2027-03-01',
      outcomePoints: 316,
      outcomePossible: 400,
      percentWords: '79.0',
      madeAt: '2027-04-20T08:00:00.000Z',
      finalOn: '2027-04-22',
    });
    expect(facts.warnings.map(({ on, to }) => [on, to])).to.deep.equal([
      ['2027-03-31', 'Owner representative'],
      ['2027-03-31', 'Decision officer'],
    ]);
    expect(facts.grounds).to.have.length(1);
    expect(facts.grounds[0]?.why).to.include('does not hold').and.to.include('The deed says so.');
    expect(await verge.services.db('proposal_certificates')).to.have.length(1);
    // As anybody types it.
    const typed = ` ${code.slice(0, 4)}-${code.slice(4).toLowerCase()} `;
    expect(await verge.services.decisions.certificates.find(typed)).to.include({ stands: true });
    expect(await verge.services.decisions.certificates.find(`${code.slice(0, 11)}0`)).to.equal(null);
  });

  it('says whether the mail server took a warning', async () => {
    const id = await inWindow();
    await warned();
    const { db } = verge.services;
    await verge.services.inOneTransaction(({ trx }) => verge.services.mails.layAside(trx));
    await onDay(verge, '2027-04-15');
    expect((await certificateOf(id)).facts.warnings.map(({ taken }) => taken)).to.deep.equal([true, true]);
    expect(await db('proposal_certificates')).to.have.length(1);
  });

  it('lets an owner show for three working days that a ground had been filed in time', async () => {
    const { filing } = verge.services.decisions;
    const id = await inWindow();
    await onDay(verge, '2027-04-15');
    const proof = { seen: 'granted', received_on: '2027-04-12' };
    expect(
      await refusalOf(filing.proveFiled(verge.owner, id, aFiling({ ...proof, received_on: '2027-04-15' }), aPaper())),
    ).to.deep.include({ status: 400, fields: ['received_on'] });
    await filing.proveFiled(verge.broker, id, aFiling(proof), aPaper());
    expect(await stored(verge, id)).to.include({ state: 'filed', grantKind: null });
    expect((await groundsOf(verge, id))[0]).to.include({ proven: true, filedOn: '2027-04-12' });
    const { code } = await certificateOf(id);
    expect(await verge.services.decisions.certificates.byCode(code)).to.include({ stands: false });
    // It does not hold: silence grants it anew, with the same certificate.
    await decides(verge, id, 'no');
    await onDay(verge, '2027-04-16');
    expect(await stored(verge, id)).to.include({ state: 'granted', grantKind: 'by_default' });
    expect(await verge.services.decisions.certificates.byCode(code)).to.include({ stands: true });
  });

  it('takes no such proof after the third working day, nor of a grant that somebody said', async () => {
    const { filing } = verge.services.decisions;
    const id = await inWindow();
    await onDay(verge, '2027-04-15');
    const proof = aFiling({ seen: 'granted', received_on: '2027-04-12' });
    await onDay(verge, '2027-04-21');
    expect(await refusalOf(filing.proveFiled(verge.owner, id, proof, aPaper()))).to.include({ status: 409 });
    await verge.services.stop();
    verge = await aVerge(await open());
    const other = await proposalIn(verge, 'received');
    await verge.services.decisions.owner.agree(verge.owner, other, { seen: 'received' });
    expect(await refusalOf(verge.services.decisions.filing.proveFiled(verge.owner, other, proof, aPaper()))).to.include(
      {
        status: 409,
      },
    );
  });

  it('says of a certificate whose grant has fallen that it does not hold', async () => {
    const { callingIn, certificates } = verge.services.decisions;
    const id = await inWindow();
    await onDay(verge, '2027-04-15');
    for (const one of verge.councillors) await callingIn.callIn(one, id, { seen: 'granted', reason: 'The sightline.' });
    await callingIn.hear(verge.chair, id, { ...A_RECORD, seen: 'called_in', stands: 'no', ground: 'R3' });
    expect(await certificates.byCode((await certificateOf(id)).code)).to.include({ stands: false, stage: 'Refused' });
  });

  it('certifies nothing for an owner outside the compact', async () => {
    await verge.services.stop();
    verge = await aVerge(await open(), { joined: false });
    const id = await inWindow();
    expect(await warned()).to.equal(0);
    await onDay(verge, '2027-04-15');
    expect(await stored(verge, id)).to.include({ state: 'advised' });
    expect(await certificatesOn(verge.services.db).ofProposal(id)).to.equal(null);
  });
});
