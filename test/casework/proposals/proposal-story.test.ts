import { expect } from 'chai';
import { importOptionsSchema } from '../../../src/register/imports/import-contract.ts';
import type { ImportReport } from '../../../src/register/imports/import-report-contract.ts';
import { eachDatabase } from '../../support/databases.ts';
import { found } from '../../support/domain.ts';
import { aFile } from '../../support/temp-files.ts';
import {
  aGardenGroup,
  aVerge,
  CASE_A,
  mailsTo,
  onDay,
  proposalIn,
  resultPublished,
  scored,
  sent,
  stored,
  written,
  type Verge,
} from './a-proposal.ts';

const HEADER = 'AssetCode,PropertyName,PostCode,TenureType,TenureDetail,HoldingType';
/** Worked case A2: the junction scheme that is funded leaves the place no use. */
const CASE_A2 = CASE_A.replace('USE4', 'USE0');

eachDatabase('Worked case A: gardeners and a verge', (open) => {
  let verge: Verge;
  beforeEach(async () => (verge = await aVerge(await open())));
  afterEach(() => verge.services.stop());

  it('is granted by default on 14 April 2027, with every date as the reference prints it', async () => {
    const id = await proposalIn(verge, 'assessing');
    expect(await stored(verge, id)).to.include({
      completeOn: '2027-03-01',
      commentsUntil: '2027-03-22',
      dueOn: '2027-03-31',
    });
    await onDay(verge, '2027-03-31');
    await scored(verge, id);
    await resultPublished(verge, id);
    expect(await stored(verge, id)).to.include({ state: 'window', outcome: 'pass', dueOn: '2027-04-14' });
    const result = await verge.services.caseTests.resultOf(verge.services.db, { kind: 'proposal', id });
    expect(result).to.include({ points: 316, possible: 400, outcome: 'pass' });
    expect(await onDay(verge, '2027-04-14')).to.equal(0);
    await onDay(verge, '2027-04-15');
    expect(await stored(verge, id)).to.include({ state: 'granted', grantKind: 'by_default', decidedOn: '2027-04-14' });
    expect(await mailsTo(verge, verge.lead.email ?? '')).to.include.members([
      'proposal_sent_group',
      'proposal_complete_group',
      'proposal_sign_up_group',
      'proposal_comments_ended_group',
      'proposal_passed_group',
      'proposal_granted_by_default_group',
    ]);
    await onDay(verge, '2027-06-01');
    expect(await stored(verge, id)).to.include({ state: 'granted_for_good', dueOn: null, endedOn: '2027-04-21' });
    expect(verge.services.errors).to.deep.equal([]);
  });

  it('A2: without use of the place it is nearly a pass, and is refused when nobody improves it', async () => {
    const id = await proposalIn(verge, 'improving', CASE_A2);
    expect(await stored(verge, id)).to.include({ outcome: 'nearly', improved: true });
    await onDay(verge, '2027-12-01');
    expect(await stored(verge, id)).to.include({ state: 'refused_for_good' });
    expect((await stored(verge, id)).reasons).to.include('R6');
  });

  it('ends without any grant when everybody is silent for ever', async () => {
    const id = await proposalIn(verge, 'received');
    await onDay(verge, '2030-01-01');
    expect(await stored(verge, id)).to.include({ state: 'closed', deemedComplete: true });
  });
});

eachDatabase('A place that is asked for', (open) => {
  let verge: Verge;
  beforeEach(async () => (verge = await aVerge(await open())));
  afterEach(() => verge.services.stop());
  const asset = async () => found(await verge.services.register.record(verge.services.db, verge.verge.id));
  const history = async (): Promise<string> =>
    (await verge.services.assets.history(await verge.services.assets.show(verge.verge.id)))
      .map(({ text }) => text)
      .join(' ');
  const saved = async (change: Record<string, string>) => {
    const { services, broker, verge: place } = verge;
    const { asset: now } = await services.editing.record(place.id);
    const { values, seen } = services.editing.form(now);
    return services.editing.save(
      place.id,
      { ...values, ...change, seen: JSON.stringify(seen) },
      { who: broker, as: 'officer' },
    );
  };

  it('is held from complete to decided, says so in its history, and is what it was when the group takes it back', async () => {
    const id = await proposalIn(verge, 'received');
    expect(await asset()).to.include({ state: 'vacant', heldBy: null });
    await verge.services.proposals.checking.complete(verge.broker, id, { seen: 'received' });
    const { number } = await stored(verge, id);
    expect(await asset()).to.include({ state: 'asked_for', heldBy: number });
    expect(await history()).to.include(`A group has asked for it (${number}).`);
    for (const promise of [
      { state: 'in_use' },
      { state: 'withdrawn', state_note: 'It is to be sold.' },
      { planned_text: 'A car park' },
      { route_not_available: 'yes', route_not_available_reason: 'It is to be sold.' },
    ])
      expect(String(await saved({ ...promise, reason: 'Let to a shop.' }).catch((error: unknown) => error))).to.include(
        number,
      );
    await saved({ description: 'A verge with a bench.' });
    await verge.services.proposals.own.withdraw(verge.lead, id, { seen: 'awaiting_sign', reason: '' });
    expect(await asset()).to.include({ state: 'vacant', heldBy: null, description: 'A verge with a bench.' });
    await saved({ state: 'in_use', reason: 'Let to a shop.' });
    expect(await asset()).to.include({ state: 'in_use' });
  });

  it('stays through the lists of its owner, which come by the same door, until the case ends without a yes', async () => {
    const { services, town } = verge;
    const [vacant, used] = ['Vacant', 'Owner Occupied'].map((detail) => `V1,Verge,ZZ1 1AA,Freehold,${detail},Land`);
    const other = 'O1,Other green,ZZ1 1AA,Freehold,Other,Land';
    const importing = (...rows: (string | undefined)[]): Promise<ImportReport> =>
      services.imports.importFile({
        path: aFile('list.csv', [HEADER, ...rows, ''].join('\n')),
        options: importOptionsSchema.parse({ area: town.area.slug, owner: town.owner.name, apply: true }),
      });
    await importing(vacant, other);
    const [assetId = ''] = await services.db('assets').where({ code: 'V1' }).pluck<string[]>('id');
    const id = await written(verge, { assetId });
    await sent(verge, id);
    await services.proposals.checking.complete(verge.broker, id, { seen: 'received' });
    const record = async () => found(await services.register.record(services.db, assetId));
    const { number } = await stored(verge, id);
    const told = await importing(used, other);
    expect(await record()).to.include({ state: 'asked_for', heldBy: number });
    expect(told.rows.map(({ message }) => message).join()).to.include(number);
    const lost = await importing(other);
    expect(lost.applied).to.equal(true);
    expect(lost.notices.join()).to.include(`V1 (${number})`);
    expect(await record()).to.include({ retiredOn: null, heldBy: number });
    await services.proposals.own.withdraw(verge.lead, id, { seen: 'awaiting_sign', reason: '' });
    expect(await record()).to.include({ state: 'vacant', heldBy: null });
    expect((await importing(other)).counts.gone).to.equal(1);
  });

  it('is asked of nobody else once it is granted for good', async () => {
    const rival = await aGardenGroup(verge.services, verge.town, 'Bee Friends');
    const draft = await written(verge, { groupId: rival.groupId, lead: rival.lead });
    const id = await proposalIn(verge, 'window');
    await onDay(verge, '2027-04-15');
    await onDay(verge, '2027-05-01');
    expect(await stored(verge, id)).to.include({ state: 'granted_for_good' });
    const { number } = await stored(verge, id);
    const begun = verge.services.proposals.writing.lookedAt(verge.verge.id);
    expect(String(await begun.catch((error: unknown) => error))).to.include(`granted to a group (${number})`);
    await verge.services.proposals.writing.saveDates(draft, { starts: '2027-09-01', ends: '2028-08-31' });
    expect(String(await sent(verge, draft, rival.lead).catch((error: unknown) => error))).to.include(number);
    expect(await asset()).to.include({ heldBy: number });
  });
});
