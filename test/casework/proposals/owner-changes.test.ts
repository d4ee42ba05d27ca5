import { expect } from 'chai';
import { warningsOn } from '../../../src/casework/decisions/warning-store.ts';
import { enquiriesOn } from '../../../src/casework/enquiries/enquiry-store.ts';
import type { Owner } from '../../../src/ground/areas/area-contract.ts';
import type { Who } from '../../../src/ground/people/role-contract.ts';
import { eachDatabase } from '../../support/databases.ts';
import { anOwner, found } from '../../support/domain.ts';
import { aPerson, aVerge, mailsTo, nextDay, onDay, proposalIn, stored, type Verge } from './a-proposal.ts';

const OUTCOME = 'The deed says so.';

eachDatabase('Whose a place is, once it has been asked for', (open) => {
  let verge: Verge;
  let enquiryId: string;
  let heirs: Owner;
  let heir: Who;
  beforeEach(async () => {
    verge = await aVerge(await open());
    const { services, town, verge: place, lead, groupId, broker } = verge;
    heirs = await anOwner(services, town.area, 'County Council');
    heir = await aPerson(services, 'heir@example.org', [['owner_representative', 'owner', heirs.id]]);
    enquiryId = await services.inOneTransaction(
      async (unit) =>
        (
          await services.enquiries.beginFor(unit, place.id, {
            ...{ askerId: lead.personId, groupId, groupName: '', idea: '', submission: place.id, brought: null },
          })
        ).enquiry.id,
    );
    await services.enquiries.finding.acknowledge(broker, enquiryId, { seen: 'asked' });
    await services.enquiries.finding.note(broker, enquiryId, {
      ...{ source: 'title_register', outcome: 'body', owner: town.owner.id, words: '', checked_on: '2027-03-01' },
      submission: undefined,
    });
  });
  afterEach(async () => {
    expect(verge.services.errors).to.deep.equal([]);
    await verge.services.stop();
  });
  const adopts = () =>
    verge.services.compact.record(
      verge.town.area,
      { owner: heirs.id, minute_ref: 'Cabinet, minute 3', officer: 'Head of Land', from: '2027-01-01' },
      verge.broker.personId,
    );
  const answer = async (owner: string) => {
    await verge.services.enquiries.runDue();
    const { state } = found(await enquiriesOn(verge.services.db).byId(enquiryId));
    const given = {
      seen: state,
      owner,
      outside_kind: 'company',
      outside_owner: '',
      outcome: OUTCOME,
      name: '',
    } as const;
    await verge.services.enquiries.finding.answer(verge.broker, enquiryId, { ...given, there: 'unknown' });
  };
  const shown = (id: string) => verge.services.proposals.pages.publicly(id);
  const warned = async (id: string) =>
    (await warningsOn(verge.services.db).of(id)).filter(({ state }) => state === 'planned').length;

  it('binds another owner that is found, if it has joined the compact, with all of the owner’s time', async () => {
    const { services, town } = verge;
    await adopts();
    const id = await proposalIn(verge, 'window');
    await onDay(verge, '2027-04-09');
    await answer(heirs.id);
    // Ten working days from Friday 9 April.
    expect(await stored(verge, id)).to.include({ state: 'window', ownerId: heirs.id, dueOn: '2027-04-23' });
    expect((await shown(id)).history.map(({ text }) => text).join()).to.include(
      'It is known now that the place is County Council’s, which has joined the compact and is bound by it.',
    );
    for (const email of [found(heir.email), found(verge.lead.email)])
      expect((await mailsTo(verge, email)).at(-1), email).to.match(/^proposal_owner_changed_/);
    expect(await warned(id)).to.be.greaterThan(0);
    const { desk } = services.proposals;
    const listed = await desk.page(town.area, { turn: 'owner', show: 'silence', sort: 'due' }, null);
    expect(listed.lines.map((line) => [line.id, line.ownerId])).to.deep.equal([[id, heirs.id]]);
    await onDay(verge, nextDay('2027-04-23'));
    expect((await stored(verge, id)).state).to.equal('granted');
  });

  it('makes the result advice where the other has not joined', async () => {
    const id = await proposalIn(verge, 'window');
    await answer(heirs.id);
    expect((await shown(id)).owner).to.include({ name: 'County Council', joined: false });
    expect(await warned(id)).to.equal(0);
    await onDay(verge, nextDay(found((await stored(verge, id)).dueOn)));
    expect((await stored(verge, id)).state).to.equal('advised');
  });

  it('leaves an owner that has shown that it is none, waits for who is, and ends with advice where nobody is found', async () => {
    const { services, broker, owner, town } = verge;
    const id = await proposalIn(verge, 'window');
    await services.decisions.owner.extend(owner, id, { seen: 'window', days: 30, reason: 'We look at the deeds.' });
    for (const day of ['2027-03-31', '2027-04-16']) {
      verge.clock.goTo(`${day}T08:00:00Z`);
      await services.enquiries.runDue();
    }
    await services.enquiries.finding.disprove(owner, enquiryId, { seen: 'presumed', outcome: 'It is the county’s.' });
    expect(await stored(verge, id)).to.include({ state: 'window', ownerId: null, within: 'ownerless', enquiryId });
    const { standing, owner: none } = await shown(id);
    expect([standing.steps[0].turn, none, await warned(id)]).to.deep.equal(['broker', null, 0]);
    const { byTurn } = await services.proposals.desk.counts(town.area);
    expect(byTurn).to.deep.equal([{ turn: 'broker', count: 1 }]);
    const { dueOn } = await stored(verge, id);
    await onDay(verge, nextDay(found(dueOn)));
    const waits = await stored(verge, id);
    expect(waits.state).to.equal('window');
    expect(found(waits.dueOn) > found(dueOn)).to.equal(true);
    await services.enquiries.runDue();
    const { state } = found(await enquiriesOn(services.db).byId(enquiryId));
    await services.enquiries.finding.close(broker, enquiryId, { seen: state, outcome: 'Nobody is on record.' });
    await onDay(verge, nextDay(found(waits.dueOn)));
    expect(await stored(verge, id)).to.include({ state: 'advised', ownerId: null, grantKind: null });
  });
});
