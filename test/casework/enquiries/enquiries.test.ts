import { expect } from 'chai';
import type { EnquiryState, NewSource, OwnerAnswer } from '../../../src/casework/enquiries/enquiry-contract.ts';
import { holidayService } from '../../../src/ground/areas/holiday-service.ts';
import { publicHistory } from '../../../src/kernel/facts.ts';
import { eachDatabase } from '../../support/databases.ts';
import { anAsset, anArea, found, inTown, writing } from '../../support/domain.ts';
import { newGroupSchema } from '../../../src/groups/groups/group-contract.ts';
import { gathered } from '../../../src/kernel/wing.ts';
import { anAsk, aVillage, mailsTo, onDay, stored, type Village } from './an-enquiry.ts';

const answer = (owner: string, seen: EnquiryState = 'looking', more: Partial<OwnerAnswer> = {}): OwnerAnswer => ({
  seen,
  owner,
  outside_owner: '',
  outcome: '',
  name: '',
  there: 'unknown',
  ...more,
});
const source = (more: Partial<NewSource>): NewSource => ({
  source: 'title_register',
  outcome: 'nothing',
  words: '',
  checked_on: '2027-03-01',
  ...more,
});
const problem = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'nothing was wrong',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );

const aGroupForm = {
  name: 'Mill Lane Growers',
  legal_form: 'unconstituted',
  size: 'under_10',
  purpose: 'We plant what others dump on.',
  audience: 'Everybody in Mill Lane',
  adult: 'yes',
  agrees: 'yes',
};

eachDatabase('Whose is this?', (open) => {
  let village: Village;
  beforeEach(async () => (village = await aVillage(await open())));
  afterEach(() => village.services.stop());
  const enquiries = () => village.services.enquiries;
  const ask = async (details = {}) => (await enquiries().asking.ask(village.asker, anAsk(details))).enquiry;
  const looking = async (details = {}) => {
    const { id } = await ask(details);
    return enquiries().finding.acknowledge(village.broker, id, { seen: 'asked' });
  };
  const record = (id: string | null) => village.services.register.record(village.services.db, found(id));
  const history = async (id: string) =>
    (await publicHistory(village.services.db, 'enquiry', id)).map(({ text }) => text);

  it('is asked about a point, acknowledged, and found: the register has a place more, as careful as can be', async () => {
    const { id, number, dueOn } = await ask({ idea: 'Six of us would plant herbs.' });
    expect([number.slice(0, 3), dueOn]).to.deep.equal(['TR-', '2027-03-08']);
    await onDay(village, '2027-03-04');
    const begun = await enquiries().finding.acknowledge(village.broker, id, { seen: 'asked' });
    expect([begun.state, begun.dueOn, begun.officerId]).to.deep.equal([
      'looking',
      '2027-03-31',
      village.broker.personId,
    ]);
    await enquiries().finding.note(
      village.broker,
      id,
      source({ outcome: 'body', owner: village.council, checked_on: '2027-03-04' }),
    );
    const done = await enquiries().finding.answer(
      village.otherBroker,
      id,
      answer(village.council, 'looking', { outcome: 'Highway land.' }),
    );
    expect([done.state, done.dueOn, done.endedOn, done.handOffs]).to.deep.equal(['confirmed', null, '2027-03-04', 1]);
    const asset = found(await record(done.assetId));
    expect(asset).to.include({
      ownerId: village.council,
      ownership: 'confirmed',
      state: 'in_use',
      certainty: 'assumed',
      kind: 'land',
      name: 'The verge in Mill Lane',
    });
    expect(asset.routes[0]?.route).to.equal('not_available');
    expect(asset.point).to.deep.equal(inTown(0.4, 0.4));
    expect(await history(id)).to.deep.equal([
      'Found: it belongs to Testborough Council. Highway land.',
      'Looked into: Land Registry: title register. It names a public body: Testborough Council.',
      'A broker has said that the question has arrived, and is looking.',
      'Somebody asked whose this place is.',
    ]);
    expect(await mailsTo(village, 'asker@example.org')).to.deep.equal([
      'enquiry_asked_asker',
      'enquiry_acknowledged_asker',
      'enquiry_confirmed_asker',
    ]);
    expect(await mailsTo(village, 'owner@example.org')).to.deep.equal(['enquiry_confirmed_owner']);
  });

  it('shows everybody the place and no person, and of an empty building not even that', async () => {
    const { id } = await ask({
      kind: 'building',
      place: 'The old dairy, 14 Mill Lane',
      idea: 'A repair café for my mother Ann',
    });
    const page = JSON.stringify(await enquiries().pages.publicly(id));
    expect(page).to.include('A building in Millfield');
    for (const secret of ['dairy', 'Mill Lane', 'Ann', 'asker', String(inTown(0.4, 0.4).lon)])
      expect(page).not.to.include(secret);
    const seen = await enquiries().pages.forViewer(id, village.neighbour, () => false);
    expect(seen.hidden).to.equal(null);
    expect(seen.precisePoint).to.equal(null);
  });

  it('is one question a place: whoever asks second is led to the first and may follow it, also when both ask at once', async () => {
    const near = { ...inTown(0.4, 0.4), lon: inTown(0.4, 0.4).lon + 0.00005 };
    const both = await Promise.all([
      enquiries().asking.ask(village.asker, anAsk()),
      enquiries().asking.ask(village.neighbour, anAsk(near)),
    ]);
    expect(new Set(both.map(({ enquiry }) => enquiry.id)).size).to.equal(1);
    expect(both.map(({ alreadyOpen }) => alreadyOpen).sort()).to.deep.equal([false, true]);
    const { id, askerId } = found(both[0]).enquiry;
    const second = askerId === village.asker.personId ? village.neighbour : village.asker;
    await enquiries().asking.follow(second, id);
    await enquiries().asking.follow(second, id);
    await enquiries().finding.acknowledge(village.broker, id, { seen: 'asked' });
    await enquiries().finding.park(village.broker, id, { seen: 'looking', outcome: 'No record names anybody.' });
    expect(await mailsTo(village, found(second.email))).to.deep.equal(['enquiry_parked_followers']);
    const elsewhere = await enquiries().asking.ask(village.neighbour, anAsk(inTown(0.6, 0.4)));
    expect(elsewhere.alreadyOpen).to.equal(false);
  });

  it('is the same question when the same form is sent twice', async () => {
    const submission = village.services.newId();
    const [one, two] = [await ask({ submission }), await ask({ submission })];
    expect(two.id).to.equal(one.id);
  });

  it('goes by the clock when nobody acts: to the monitoring officer, to the registered body, until that shows otherwise', async () => {
    const asset = await anAsset(village.services, village.town, { ownership: 'unknown' });
    const { id } = await ask({ asset: asset.id });
    await onDay(village, '2027-03-09');
    expect(await stored(village.services, id)).to.include({
      state: 'looking',
      acknowledgedBy: null,
      stateOn: '2027-03-08',
      dueOn: '2027-03-31',
    });
    expect(await history(id)).to.include(
      'Nobody said that the question had arrived, so the clock did. We are looking.',
    );
    await enquiries().finding.note(village.broker, id, source({ outcome: 'body', owner: village.trust }));
    // The clock was away over both days: it is late, its dates are not.
    await onDay(village, '2027-05-03');
    expect(await stored(village.services, id)).to.include({
      state: 'presumed',
      stateOn: '2027-04-14',
      ownerId: village.trust,
    });
    expect(found(await record(asset.id))).to.include({ ownerId: village.trust, ownership: 'claimed' });
    expect(await mailsTo(village, 'officer@example.org')).to.deep.equal(['enquiry_escalated_monitoring_officers']);
    const again = await enquiries().finding.disprove(village.broker, id, {
      seen: 'presumed',
      outcome: 'Sold in 1998.',
    });
    expect(again).to.include({ state: 'looking', ownerId: null });
    expect(found(await record(asset.id)).ownership).to.equal('unknown');
    await onDay(village, '2027-08-02');
    expect((await stored(village.services, id)).state).to.equal('parked');
  });

  it('stands when the body on the record says nothing within its year', async () => {
    const { id } = await looking();
    await enquiries().finding.note(
      village.broker,
      id,
      source({ source: 'highway_records', outcome: 'body', owner: village.council }),
    );
    await onDay(village, '2028-06-01');
    const over = await stored(village.services, id);
    expect(over.state).to.equal('stands');
    expect(found(await record(over.assetId))).to.include({ ownership: 'confirmed', ownerId: village.council });
    expect(await mailsTo(village, 'owner@example.org')).to.deep.equal([
      'enquiry_presumed_owner',
      'enquiry_stood_owner',
    ]);
  });

  it('rests when nobody is found, is looked at again four times, and ends with advice in words', async () => {
    const { id } = await looking();
    const rested = await enquiries().finding.park(village.broker, id, {
      seen: 'looking',
      outcome: 'No record names anybody.',
    });
    expect(rested.dueOn).to.equal('2027-05-30');
    await onDay(village, '2030-03-01');
    const over = await stored(village.services, id);
    expect(over).to.include({ state: 'closed', looks: 4 });
    expect(over.outcome).to.include('Nobody is known who could say yes.');
  });

  it('writes to an owner outside the compact only with consent in writing, and passes on nothing else', async () => {
    const asset = await anAsset(village.services, village.town, { ownership: 'claimed' });
    const { id } = await looking({ asset: asset.id });
    await enquiries().finding.answer(
      village.broker,
      id,
      answer('outside', 'looking', { outside_kind: 'company', outside_owner: 'Beck Mills Ltd, 1 Mill Lane' }),
    );
    expect(found(await record(asset.id))).to.include({ ownership: 'outside_compact', ownerId: village.council });
    expect(JSON.stringify(await enquiries().pages.publicly(id))).not.to.include('Beck Mills');
    expect(
      await problem(
        enquiries().own.answerConsent(village.asker, id, { seen: 'outside', may_write: 'yes', pass_on: '' }),
      ),
    ).to.include('Say what we may pass on');
    await enquiries().own.answerConsent(village.asker, id, {
      seen: 'outside',
      may_write: 'yes',
      pass_on: 'I am Al, 01632 960 300.',
    });
    expect(
      await problem(
        enquiries().finding.introduce(village.broker, id, {
          seen: 'introducing',
          sent_on: '2027-04-01',
          how: 'by post',
        }),
      ),
    ).to.include('not after today');
    const sent = await enquiries().finding.introduce(village.broker, id, {
      seen: 'introducing',
      sent_on: '2027-03-01',
      how: 'by post',
    });
    expect(sent).to.include({ state: 'introduced', dueOn: '2027-05-27' });
    await onDay(village, '2027-05-28');
    expect((await stored(village.services, id)).state).to.equal('closed');
  });

  it('counts an owner of ours who has not joined the compact as outside it', async () => {
    const { id } = await looking();
    expect((await enquiries().finding.answer(village.broker, id, answer(village.trust))).state).to.equal('outside');
  });

  it('owns up where nobody sent the letter', async () => {
    const { id } = await looking();
    await enquiries().finding.answer(village.broker, id, answer(village.trust));
    await enquiries().own.answerConsent(village.asker, id, {
      seen: 'outside',
      may_write: 'yes',
      pass_on: 'My name is Al.',
    });
    await onDay(village, '2027-03-09');
    expect((await stored(village.services, id)).outcome).to.include('did not in time. We are sorry.');
  });

  it('is taken back by whoever asked, and by nobody else', async () => {
    const { id } = await looking();
    expect((await enquiries().own.withdraw(village.asker, id, { seen: 'looking' })).state).to.equal('withdrawn');
    expect(
      await problem(enquiries().finding.park(village.broker, id, { seen: 'looking', outcome: 'Nobody' })),
    ).to.include('Taken back');
    expect((await enquiries().asking.ask(village.neighbour, anAsk())).alreadyOpen).to.equal(false);
  });

  it('refuses two officers at once: the second sees what it is now', async () => {
    const { id } = await looking();
    const both = await Promise.allSettled([
      enquiries().finding.answer(village.broker, id, answer(village.council)),
      enquiries().finding.park(village.otherBroker, id, { seen: 'looking', outcome: 'Nobody was found.' }),
    ]);
    expect(both.map(({ status }) => status).sort()).to.deep.equal(['fulfilled', 'rejected']);
  });

  it('does each step once when two servers look at once', async () => {
    const { id } = await ask();
    village.clock.goTo('2027-05-03T08:00:00Z');
    const steps = await Promise.all([enquiries().runDue(), enquiries().runDue()]);
    expect(steps.reduce((all, one) => all + one, 0)).to.equal(3);
    expect((await stored(village.services, id)).state).to.equal('parked');
    expect(await mailsTo(village, 'asker@example.org')).to.deep.equal([
      'enquiry_asked_asker',
      'enquiry_acknowledged_asker',
      'enquiry_escalated_asker',
      'enquiry_parked_asker',
    ]);
  });

  it('goes on where another cannot: what is broken is reported, and holds nothing up', async () => {
    const first = await ask();
    const second = await ask(inTown(0.7, 0.7));
    await village.services.db('enquiries').where({ id: first.id }).update({ state: 'nowhere' });
    await onDay(village, '2027-03-09');
    expect((await stored(village.services, second.id)).state).to.equal('looking');
    expect(village.services.errors).to.have.lengthOf(1);
  });

  it('is acted on by rights that count: one that has ended gives nothing beside another', async () => {
    const { id } = await ask();
    const [ended] = village.broker.rights;
    const rights = [{ ...found(ended), endsOn: '2027-02-28' }, ...village.officer.rights];
    const late = { ...village.officer, rights };
    expect(await problem(enquiries().finding.acknowledge(late, id, { seen: 'asked' }))).to.include('cannot be done');
    await enquiries().finding.acknowledge(village.broker, id, { seen: 'asked' });
  });

  it('comes from somebody who rang: the days count from that day, letters go by post', async () => {
    const brought = await enquiries().asking.askFor(village.broker, village.town.area, {
      ...anAsk({ near: 'ZZ1 1AA' }),
      channel: 'phone',
      received_on: '2027-02-24',
      read_back: 'aloud',
      consent: 'yes',
      person_name: 'Rita Rang',
      person_telephone: '01632 960 301',
      person_address: '',
      submission: '2c1f0ad8-7a37-4c5e-9f0e-0d1f3b9b8a11',
    });
    expect(brought.enquiry).to.include({
      receivedOn: '2027-02-24',
      dueOn: '2027-03-03',
      precision: 'postcode',
      postcode: 'ZZ1 1AA',
    });
    const letters = await village.services.groups.letters.inArea({
      areaId: village.town.area.id,
      printed: false,
      after: null,
      limit: 10,
    });
    expect(letters.map(({ name, kind }) => `${name}: ${kind}`)).to.deep.equal(['Rita Rang: enquiry_asked_asker']);
    expect(found(letters[0]).text).to.include(brought.enquiry.number);
  });

  it('says what is missing, and what is not ours to find out', async () => {
    const said = (details: object) => problem(ask(details));
    expect(await said({ place: '' })).to.include('Say in a few words where it is');
    expect(await said({ near: '' })).to.include('Choose a point on the map');
    expect(await said({ near: 'Atlantis' })).to.include('Atlantis');
    expect(await said({ lon: 0, lat: 51 })).to.include('Choose a place inside one of the areas');
    const known = await anAsset(village.services, village.town, { ownership: 'confirmed' });
    expect(await said({ asset: known.id })).to.include('It is known whose this place is');
    expect(await said({ group: 'nobody’s' })).to.include('Choose a group that you are in');
  });

  it('takes five questions of one person a day, as the area says', async () => {
    for (const east of [0.1, 0.2, 0.3, 0.5, 0.6]) await ask(inTown(east, 0.6));
    expect(await problem(ask(inTown(0.7, 0.6)))).to.include('You have asked about 5 places');
    await onDay(village, '2027-03-03');
    expect((await ask(inTown(0.7, 0.6))).state).to.equal('asked');
  });

  it('goes by the limits that the area adopted on the day it came in', async () => {
    await village.services.caseTerms.adopt(
      village.town.area,
      {
        ...(await village.services.caseTerms.inForce(village.town.area)).terms,
        enquiry_acknowledged_wd: 2,
        minute_ref: 'Minute 7',
        from: '2027-03-02',
      },
      'admin',
    );
    expect((await ask()).dueOn).to.equal('2027-03-08');
    await onDay(village, '2027-03-02');
    expect((await ask(inTown(0.7, 0.6))).dueOn).to.equal('2027-03-04');
  });

  it('counts anew when a holiday is added, and says so', async () => {
    const { id } = await ask();
    const taken = await holidayService({ ...village.services, clock: village.clock.now }).take([
      { calendar: 'england-and-wales', days: ['2027-03-04'], years: ['2027'] },
    ]);
    expect(taken[0]?.added).to.deep.equal(['2027-03-04']);
    expect((await stored(village.services, id)).dueOn).to.equal('2027-03-09');
    const page = await enquiries().pages.publicly(id);
    expect(page.howDue?.due).to.equal('2027-03-09');
    expect(await mailsTo(village, 'asker@example.org')).to.include('enquiry_date_moved_asker');
  });

  it('is forgotten as to who asked: with their account, and in time', async () => {
    const { id } = await looking({ idea: 'Herbs' });
    await enquiries().asking.follow(village.neighbour, id);
    await village.services.account.remove(village.asker);
    expect(await stored(village.services, id)).to.include({ askerId: null, idea: '', state: 'looking' });
    await onDay(village, '2028-06-01');
    expect(await mailsTo(village, 'neighbour@example.org')).to.not.deep.equal([]);
  });

  it('lets go of who asked and who followed two years after it is over, and keeps what was found', async () => {
    const { id } = await looking({ idea: 'Herbs' });
    await enquiries().asking.follow(village.neighbour, id);
    await enquiries().finding.answer(village.broker, id, answer(village.council));
    const forget = async (day: string) => {
      village.clock.goTo(`${day}T08:00:00Z`);
      return (await village.services.retention.apply())['enquiries'] ?? 0;
    };
    expect(await forget('2029-02-27')).to.equal(0);
    expect(await forget('2029-03-03')).to.equal(1);
    expect(await forget('2029-03-03')).to.equal(0);
    expect(await stored(village.services, id)).to.include({ askerId: null, idea: '', ownerId: village.council });
    expect((await enquiries().lists.of(village.neighbour.personId)).followed).to.deep.equal([]);
  });

  it('is begun for what waits for an answer, in its own transaction, and looked up there', async () => {
    const asset = await anAsset(village.services, village.town, { ownership: 'claimed' });
    const asking = { askerId: village.asker.personId, groupId: null, groupName: '', idea: '', brought: null };
    const begun = await village.services.inOneTransaction(async (unit) => {
      const first = await enquiries().beginFor(unit, asset.id, { ...asking, submission: village.services.newId() });
      const second = await enquiries().beginFor(unit, asset.id, { ...asking, submission: village.services.newId() });
      expect([second.enquiry.id, second.alreadyOpen]).to.deep.equal([first.enquiry.id, true]);
      expect((await enquiries().lists.outcomeOf(unit.trx, asset.id))?.state).to.equal('asked');
      return first;
    });
    await enquiries().finding.acknowledge(village.broker, begun.enquiry.id, { seen: 'asked' });
    await enquiries().finding.answer(village.broker, begun.enquiry.id, answer(village.council));
    expect(await enquiries().lists.outcomeOf(village.services.db, asset.id)).to.include({
      state: 'confirmed',
      ownerId: village.council,
    });
  });

  it('keeps its owner when the list of the owner before comes again', async () => {
    const asset = await anAsset(village.services, village.town, { ownership: 'claimed', code: 'L-1' });
    const { id } = await looking({ asset: asset.id });
    await enquiries().finding.answer(village.broker, id, answer(village.trust));
    expect(found(await record(asset.id))).to.include({
      ownerId: village.trust,
      code: 'L-1',
      ownership: 'outside_compact',
    });
    const away = await writing(village.services, village.town.area, (register) =>
      register.movedAway(village.town.owner, ['L-1', 'L-2']),
    );
    expect([...away]).to.deep.equal(['L-1']);
  });

  it('holds a group open while it is asked for, and tells administrators where nobody is monitoring officer', async () => {
    const { services, officer } = village;
    const right = found((await services.people.rightsOf(officer.personId))[0]);
    await services.inOneTransaction((unit) => services.people.endRight(unit, right.id, 'test', village.town.area.id));
    const group = await services.groups.create(village.asker, newGroupSchema.parse(aGroupForm));
    const rights = await services.people.rightsOf(village.asker.personId);
    const { enquiry } = await enquiries().asking.ask({ ...village.asker, rights }, anAsk({ group: group.id }));
    const holds = gathered(services.house, 'holdsGroup');
    const said = (await Promise.all(holds.map((hold) => hold(services.db, group.id)))).flat();
    expect(said.join()).to.include(enquiry.number);
    await onDay(village, '2027-04-01');
    expect(await mailsTo(village, 'admin@example.org')).to.deep.equal(['enquiry_escalated_monitoring_officers']);
  });

  it('leaves another area alone', async () => {
    const other = await anArea(village.services, {
      slug: 'otherborough',
      name: 'Otherborough',
      southWestCorner: { lon: -3, lat: 54 },
    });
    const { id } = await ask();
    expect(await enquiries().lists.openIn(other, null)).to.deep.equal([]);
    expect((await enquiries().lists.openIn(village.town.area, 'broker')).map((line) => line.id)).to.deep.equal([id]);
  });
});
