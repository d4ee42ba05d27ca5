import { expect } from 'chai';
import { certificatesOn } from '../../../src/casework/decisions/certificate-store.ts';
import { sendSchema } from '../../../src/casework/proposals/proposal-contract.ts';
import { eachDatabase } from '../../support/databases.ts';
import { anAsset, found } from '../../support/domain.ts';
import {
  aVerge,
  mailsTo,
  nextDay,
  onDay,
  proposalIn,
  resultPublished,
  scored,
  sent,
  signGoesUp,
  stored,
  written,
  type Verge,
} from './a-proposal.ts';

eachDatabase('Variants of worked case A', (open) => {
  let verge: Verge;
  beforeEach(async () => (verge = await aVerge(await open())));
  afterEach(async () => {
    expect(verge.services.errors).to.deep.equal([]);
    await verge.services.stop();
  });

  it('A4: food needs a look at the soil or raised beds before the start, which keeps no yes back', async () => {
    const id = await proposalIn(verge, 'assessing');
    const soil = 'A test of the soil, or raised beds.';
    await scored(verge, id);
    await resultPublished(verge, id, { gate_G4: 'not_yet', note_G4: soil });
    expect(await stored(verge, id)).to.include({ state: 'window', outcome: 'pass' });
    const result = await verge.services.caseTests.resultOf(verge.services.db, { kind: 'proposal', id });
    expect(found(result?.gates.find(({ id: gate }) => gate === 'G4'))).to.include({ answer: 'not_yet', note: soil });
    await onDay(verge, nextDay(found((await stored(verge, id)).dueOn)));
    const { facts } = found(await certificatesOn(verge.services.db).ofProposal(id));
    expect(facts.conditions.filter((one) => one.includes('soil'))).to.deep.equal([
      `To be shown before the start: Safe enough to use as planned? Utilities, sightlines, soil if anything is eaten. ${soil}`,
    ]);
  });

  it('A5: land that is nobody’s on record is looked for, rests, and is never granted', async () => {
    const { services } = verge;
    const nobodys = await anAsset(services, verge.town, { name: 'Corner of Marsh Road', ownership: 'unknown' });
    const id = await written(verge, { assetId: nobodys.id });
    await sent(verge, id);
    const { state, enquiryId, ownerId } = await stored(verge, id);
    expect([state, ownerId]).to.deep.equal(['finding_owner', null]);
    expect(await services.proposals.pages.publicly(id).then(({ enquiry }) => enquiry?.id)).to.equal(enquiryId);
    const { finding } = services.enquiries;
    await finding.acknowledge(verge.broker, found(enquiryId), { seen: 'asked' });
    await finding.park(verge.broker, found(enquiryId), { seen: 'looking', outcome: 'No record names anybody.' });
    // It is looked at again four times, then closed; with it ends what waited for it.
    for (let day = '2027-04-01'; day < '2029-06-01'; day = nextMonth(day)) {
      await onDay(verge, day);
      await services.enquiries.runDue();
    }
    expect(await stored(verge, id)).to.include({ state: 'no_owner', ownerId: null, completeOn: null, grantKind: null });
    expect(await mailsTo(verge, verge.lead.email ?? '')).to.include('proposal_owner_missing_group');
    const kinds = await services.db('facts').where({ subject_id: id }).pluck('kind');
    expect(kinds.filter((kind) => /grant|complete|passed/.test(String(kind)))).to.deep.equal([]);
  });

  it('A6: by telephone it has the dates that it would have had online on the day of the call', async () => {
    const { services, broker, lead } = verge;
    const id = await written(verge);
    // Rang on Monday; typed in on Thursday.
    await onDay(verge, '2027-03-04');
    const typed = sendSchema.parse({
      seen: 'draft',
      declares: 'yes',
      channel: 'phone',
      received_on: '2027-03-01',
      read_back: 'aloud',
      consent: 'yes',
    });
    await services.proposals.sending.send(broker, id, typed);
    const told = await stored(verge, id);
    expect(told).to.include({ receivedOn: '2027-03-01', dueOn: '2027-03-15', channel: 'phone' });
    expect([told.enteredBy, told.onBehalfOf]).to.deep.equal([broker.personId, lead.personId]);
    // Nobody looks: it is complete on the day on which it would have been online.
    await onDay(verge, '2027-03-16');
    await signGoesUp(verge, id);
    expect(await stored(verge, id)).to.include({ state: 'commenting', completeOn: '2027-03-15', deemedComplete: true });
    expect(await mailsTo(verge, lead.email ?? '')).to.include('proposal_sent_group');
  });

  it('A7: a second site begins with what was written for the first, its result as evidence, and gates of its own', async () => {
    const { services, lead, broker, clock } = verge;
    const first = await proposalIn(verge, 'window');
    const second = await anAsset(services, verge.town, { name: 'Old allotments at Green Lane' });
    const { draft, begun } = await services.proposals.writing.another(lead, first, { asset: second.id });
    expect(begun).to.equal(true);
    const again = await services.proposals.writing.another(lead, first, { asset: second.id });
    expect([again.begun, again.draft.id]).to.deep.equal([false, draft.id]);
    const earlier = await stored(verge, first);
    expect(draft).to.include({ state: 'draft', use: earlier.use, starts: null, ends: null });
    expect([draft.number, draft.testId]).not.to.include.members([earlier.number, earlier.testId]);
    const { missing, asked, evidence } = await services.caseTests.drafted(services.db, draft.testId);
    expect([missing, asked.every(({ answer }) => answer !== '')]).to.deep.equal([[], true]);
    expect(evidence.map(({ criterion, words }) => `${criterion} ${words}`).join()).to.match(
      /^DEL An earlier case of this group: passed .* with 316 of 400 points \(79\.0%\)/,
    );

    // Its own way, from its own day on: what an officer said of the first place counts for that alone.
    clock.goTo('2027-04-05T09:00:00Z');
    await services.proposals.writing.saveDates(draft.id, { starts: '2027-07-01', ends: '2028-06-30' });
    await sent(verge, draft.id);
    await services.proposals.checking.complete(broker, draft.id, { seen: 'received' });
    await signGoesUp(verge, draft.id);
    await onDay(verge, nextDay(found((await stored(verge, draft.id)).commentsUntil)));
    await scored(verge, draft.id);
    const rights = { score: false, settle: false, check: true };
    const { gates } = await services.benefitTests.tests.page(broker, draft.testId, rights);
    const answered = gates.filter(({ read, answer }) => !read && answer !== null);
    expect(answered).to.deep.equal([]);
    await resultPublished(verge, draft.id);
    expect(await stored(verge, draft.id)).to.include({ state: 'window', completeOn: '2027-04-05' });
    expect((await stored(verge, first)).state).to.equal('granted');
  });
});

function nextMonth(day: string): string {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
}
