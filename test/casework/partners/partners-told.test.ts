import { expect } from 'chai';
import { joinForSchema } from '../../../src/casework/partners/partner-contract.ts';
import { partnersOn } from '../../../src/casework/partners/partner-store.ts';
import { filledIn, words } from '../../front/desk/a-desk.ts';
import { aVisitor, signIn } from '../../ground/people/visitor.ts';
import { serving } from '../comments/a-comment.ts';
import { refusalOf } from '../decisions/a-decision.ts';
import { eachDatabase } from '../../support/databases.ts';
import { found } from '../../support/domain.ts';
import {
  aGardenGroup,
  aVerge,
  mailsTo,
  onDay,
  proposalIn,
  stored,
  written,
  type Verge,
} from '../proposals/a-proposal.ts';

eachDatabase('A group that asks together with another', (open) => {
  let verge: Verge;
  let id: string;
  let school: Awaited<ReturnType<typeof aGardenGroup>>;
  beforeEach(async () => {
    verge = await aVerge(await open());
    id = await written(verge);
    school = await aGardenGroup(verge.services, verge.town, 'Forest School');
  });
  afterEach(async () => {
    expect(verge.services.errors).to.deep.equal([]);
    await verge.services.stop();
  });

  const yes = (more: Record<string, string> = {}) =>
    verge.services.partners.joinFor(
      verge.broker,
      id,
      joinForSchema.parse({
        group: school.groupId,
        channel: 'phone',
        received_on: '2027-02-25',
        read_back: 'aloud',
        consent: 'yes',
        ...more,
      }),
    );

  it('says yes by telephone through an officer, once, from the day of the call, and those who lead are told', async () => {
    const submission = '5f0c2a8e-1a34-4c1d-9d7e-0a4e5b7c9d10';
    const first = await yes({ submission });
    expect((await yes({ submission })).id).to.equal(first.id);
    expect((await refusalOf(yes())).fields).to.deep.equal(['group']);
    expect((await refusalOf(yes({ group: verge.groupId }))).fields).to.deep.equal(['group']);
    expect((await refusalOf(yes({ received_on: '2027-03-02' }))).fields).to.deep.equal(['received_on']);
    expect(await partnersOn(verge.services.db).of(id)).to.have.length(1);
    expect(first).to.include({ state: 'joined', channel: 'phone', receivedOn: '2027-02-25', readBack: 'aloud' });
    expect([first.enteredBy, first.answeredBy]).to.deep.equal([verge.broker.personId, school.lead.personId]);
    const fact = await verge.services.db('facts').where({ kind: 'partner_joined', subject_id: id }).first();
    expect([fact.channel, fact.on_behalf_of]).to.deep.equal(['phone', school.lead.personId]);
    expect(await mailsTo(verge, found(verge.lead.email))).to.include('partner_joined');
    await verge.services.partners.leave(school.lead, id, school.groupId);
    expect((await yes()).state).to.equal('joined');
  });

  it('hears in its own words of what matters to it, and those who lead hear it as before', async () => {
    await yes();
    await proposalIn(verge, 'window', undefined, { draft: id });
    await onDay(verge, '2027-04-15');
    expect((await stored(verge, id)).state).to.equal('granted');
    const told = ['sent', 'complete', 'sign_up', 'passed', 'granted_by_default'];
    for (const who of [school.lead, school.deputy])
      expect(await mailsTo(verge, found(who.email))).to.deep.equal(told.map((one) => `proposal_${one}_partners`));
    expect((await mailsTo(verge, found(verge.lead.email))).filter((kind) => /_partners$/.test(kind))).to.deep.equal([]);
    const mail = found(
      (await verge.services.mails.latest(100)).find(({ kind }) => kind === 'proposal_sign_up_partners'),
    );
    expect(mail.text)
      .to.include('You ask together with Verge Gardeners for Verge at Mill Lane.')
      .and.to.include('The sign is up')
      .and.not.to.include('Your group’s turn');
    await verge.services.partners.leave(school.lead, id, school.groupId);
    await onDay(verge, '2027-04-30');
    expect((await mailsTo(verge, found(school.lead.email))).at(-1)).to.equal('proposal_granted_by_default_partners');
  });

  it('is added on a page by an officer, and by nobody who leads', async () => {
    const site = await serving(verge);
    const broker = await signIn(verge.services, aVisitor(site.url), found(verge.broker.email));
    const lead = await signIn(verge.services, aVisitor(site.url), found(verge.lead.email));
    const at = `/proposals/${id}/partners`;
    expect(await words(await lead.get(at))).not.to.include(`${at}/for`);
    expect((await lead.get(`${at}/for`)).status).to.equal(404);
    expect(await words(await broker.get(at))).to.include(`${at}/for`);
    expect(await words(await broker.get(`${at}/for?q=verge`))).to.include('No other group here is called like that.');
    const form = await words(await broker.get(`${at}/for?q=forest`));
    const given = { group: school.groupId, channel: 'paper', received_on: '2027-02-26', read_back: 'letter' };
    const wrong = await broker.post(`${at}/for`, filledIn(form, given, `${at}/for`));
    expect([wrong.status, await words(wrong)]).to.satisfy(
      ([status, page]: [number, string]) => status === 400 && page.includes('Confirm that they agree'),
    );
    const sent = await broker.post(`${at}/for`, filledIn(form, { ...given, consent: 'yes' }, `${at}/for`));
    expect(sent.headers.get('location')).to.equal(at);
    expect(await words(await lead.get(at))).to.include('on paper on 26 Feb');
    await site.stop();
  });
});
