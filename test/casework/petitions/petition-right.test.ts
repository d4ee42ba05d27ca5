import { expect } from 'chai';
import { eachDatabase } from '../../support/databases.ts';
import { found } from '../../support/domain.ts';
import { refusalOf } from '../decisions/a-decision.ts';
import { called, CASE_B, held, marked } from '../hearings/a-hearing.ts';
import { aVerge, mailsTo, nextDay, onDay, sent, stored, written } from '../proposals/a-proposal.ts';
import { counted, onPetitionDay, onSheets, opened, petitionOf, withBuilding, type Closed } from './a-petition.ts';

/** Worked case B, with what neighbours signed before. */
eachDatabase('What signatures do to the owner’s silence', (open) => {
  let closed: Closed;
  beforeEach(async () => (closed = await withBuilding(await aVerge(await open(), { day: '2026-07-20' }))));
  afterEach(async () => {
    expect(closed.services.errors).to.deep.equal([]);
    await closed.services.stop();
  });

  async function petition(valid: number): Promise<string> {
    const id = await opened(closed, 28);
    await onSheets(closed, id, valid);
    await counted(closed, id);
    return id;
  }
  const sponsor = async (id: string) =>
    closed.services.petitions.checking.sponsor(closed.councillors[0], id, {
      seen: (await petitionOf(closed, id)).state,
      words: 'The quarter needs a place to meet.',
    });

  /** A proposal that is complete on 7 September, as in worked case B. */
  async function complete(): Promise<string> {
    await onDay(closed, '2026-09-07');
    const id = await written(closed, { assetId: closed.building, starts: '2026-12-16', ends: '2027-12-15' });
    await sent(closed, id);
    await closed.services.proposals.checking.complete(closed.broker, id, { seen: 'received' });
    return id;
  }
  async function heard(id: string): Promise<void> {
    await onDay(closed, '2026-10-06');
    await marked(closed, id, CASE_B);
    await onDay(closed, '2026-10-21');
    await called(closed, id);
    await onDay(closed, '2026-11-05');
    await held(closed, id);
    await onDay(closed, '2026-11-12');
    await closed.services.hearings.conclude(closed.chair, id, { seen: 'hearing_held' });
  }
  const page = (id: string) => closed.services.proposals.pages.publicly(id);

  it('100 valid: granted by default on 30 November, with warnings before, and the petition ends with the case', async () => {
    const { services, lead } = closed;
    const petitionId = await petition(100);
    const id = await complete();
    expect(await petitionOf(closed, petitionId)).to.include({ state: 'lodged', basis: 'signatures' });
    expect(await stored(closed, id)).to.include({ silenceGrants: true });
    await heard(id);
    expect(await stored(closed, id)).to.include({ state: 'window', dueOn: '2026-11-30' });
    expect((await page(id)).standing.steps[0].how).to.include('the answer is yes');
    await onDay(closed, '2026-12-01');
    expect(await stored(closed, id)).to.include({ state: 'granted', grantKind: 'by_default', decidedOn: '2026-11-30' });
    await onDay(closed, '2026-12-20');
    expect(await stored(closed, id)).to.include({ state: 'granted_for_good' });
    expect(await petitionOf(closed, petitionId)).to.include({
      state: 'ended',
      endedOn: (await stored(closed, id)).endedOn,
    });
    expect(await mailsTo(closed, found(lead.email))).not.to.include('proposal_signed_for_group');
    expect((await services.petitions.pages.publicly(petitionId)).outcome).to.include('granted');
  });

  it('B10: 97 valid and no sponsor is no default right, and everybody is told what can still be done', async () => {
    const { services, lead, councillors, broker } = closed;
    const petitionId = await petition(97);
    expect(await petitionOf(closed, petitionId)).to.include({ state: 'short', valid: 97, basis: null });
    const told = async (to: string | null) =>
      (await services.mails.latest(500)).find((mail) => mail.to === to && mail.kind.startsWith('petition_short'));
    for (const who of [lead, councillors[0], broker])
      expect(found(await told(who.email)).text)
        .to.include('A councillor can still sponsor')
        .and.to.include('a decision officer says yes or no');
    const id = await complete();
    expect(await stored(closed, id)).to.include({ silenceGrants: false });
    await heard(id);
    expect((await page(id)).standing.steps[0].how).to.include('Too few neighbours have signed');
    // From here on the owner plans with what it knows.
    expect((await refusalOf(sponsor(petitionId))).status).to.equal(409);
    await onDay(closed, '2026-12-01');
    expect(await stored(closed, id)).to.include({ state: 'deciding', grantKind: null });
  });

  it('50 valid with a sponsor is the same right as 100, also where the councillor’s word comes after the proposal', async () => {
    const { owner, lead } = closed;
    const petitionId = await petition(50);
    const id = await complete();
    expect(await petitionOf(closed, petitionId)).to.include({ state: 'lodged', basis: null });
    await onDay(closed, '2026-10-06');
    await sponsor(petitionId);
    expect((await refusalOf(sponsor(petitionId))).status).to.equal(409);
    expect(await petitionOf(closed, petitionId)).to.include({ state: 'lodged', basis: 'sponsor' });
    expect(await stored(closed, id)).to.include({ silenceGrants: true });
    expect(await mailsTo(closed, found(owner.email))).to.include('proposal_signed_for_owner');
    expect(await mailsTo(closed, found(lead.email)))
      .to.include('proposal_signed_for_group')
      .and.to.include('petition_sponsored_group');
    expect((await page(id)).history[0]?.text).to.include('Enough neighbours have signed');
    await heard(id);
    await onDay(closed, '2026-12-01');
    expect(await stored(closed, id)).to.include({ state: 'granted', grantKind: 'by_default' });
  });

  it('signatures that are counted while the case runs still count; those that lapse give a draft no right', async () => {
    const petitionId = await petition(100);
    const draft = await written(closed, { assetId: closed.building, starts: '2026-12-16', ends: '2027-12-15' });
    expect(await stored(closed, draft)).to.include({ silenceGrants: true });
    await onPetitionDay(closed, nextDay(found((await petitionOf(closed, petitionId)).dueOn)));
    expect(await petitionOf(closed, petitionId)).to.include({ state: 'lapsed' });
    expect(await stored(closed, draft)).to.include({ silenceGrants: false });
    const again = await opened(closed, 28);
    await sent(closed, draft);
    await onSheets(closed, again, 120);
    await counted(closed, again);
    expect(await petitionOf(closed, again)).to.include({ state: 'lodged', basis: 'signatures' });
    expect(await stored(closed, draft)).to.include({ silenceGrants: true });
  });
});
