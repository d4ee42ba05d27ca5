import { expect } from 'chai';
import { partnersOn } from '../../../src/casework/partners/partner-store.ts';
import { togetherName } from '../../../src/casework/partners/partner-words.ts';
import type { Group } from '../../../src/groups/groups/group-contract.ts';
import { groupsOn } from '../../../src/groups/groups/group-store.ts';
import { eachDatabase } from '../../support/databases.ts';
import { found } from '../../support/domain.ts';
import { refusalOf } from '../decisions/a-decision.ts';
import {
  aGardenGroup,
  aVerge,
  mailsTo,
  onDay,
  proposalIn,
  sent,
  stored,
  written,
  type Verge,
} from '../proposals/a-proposal.ts';

const SCHOOL = 'school@example.org';

describe('Groups that ask together', () => {
  it('are called by the one that leads and the others', () => {
    expect(togetherName('A', [])).to.equal('A');
    expect(togetherName('A', ['B'])).to.equal('A, together with B');
    expect(togetherName('A', ['B', 'C', 'D'])).to.equal('A, together with B, C and D');
  });
});

eachDatabase('Asking for a place together', (open) => {
  let verge: Verge;
  let id: string;
  let school: Awaited<ReturnType<typeof aGardenGroup>>;
  let own: Group[];
  beforeEach(async () => {
    verge = await aVerge(await open());
    id = await written(verge);
    school = await aGardenGroup(verge.services, verge.town, 'Forest School');
    own = await groupsOn(verge.services.db).byIds([school.groupId]);
  });
  afterEach(async () => {
    expect(verge.services.errors).to.deep.equal([]);
    await verge.services.stop();
  });

  /** @returns the key in the link */
  async function asked(email = SCHOOL): Promise<string> {
    const { services, lead } = verge;
    await services.partners.ask(lead, id, { email, submission: undefined });
    const mail = found((await services.mails.latest(5)).find((one) => one.to === email));
    return found(/\/proposals\/join\/([\w-]+)/.exec(mail.text)?.[1]);
  }
  const partners = () => partnersOn(verge.services.db).of(id);
  const says = (key: string, answer: 'yes' | 'no') =>
    verge.services.partners.answer(school.lead, key, own, {
      answer,
      group: answer === 'yes' ? school.groupId : undefined,
    });

  it('waits for each yes, shows every name, and keeps no address', async () => {
    const key = await asked();
    expect((await refusalOf(sent(verge, id))).fields).to.deep.equal(['together']);
    await says(key, 'yes');
    await says(key, 'yes');
    expect(await mailsTo(verge, found(verge.lead.email))).to.include('partner_joined');
    expect((await partners()).map(({ email, state }) => ({ email, state }))).to.deep.equal([
      { email: null, state: 'joined' },
    ]);
    await sent(verge, id);
    const { pages, lists } = verge.services.proposals;
    const shown = await pages.publicly(id);
    expect(shown.group.name).to.equal('Verge Gardeners, together with Forest School');
    expect(shown.history.map(({ text }) => text)).to.include('Forest School asks for it too.');
    expect((await lists.openIn(verge.town.area, null))[0]?.group).to.equal(shown.group.name);
    // Sent, the groups stay as they are, but each may leave.
    expect(
      (await refusalOf(verge.services.partners.ask(verge.lead, id, { email: 'x@example.org', submission: undefined })))
        .status,
    ).to.equal(409);
    await verge.services.partners.leave(school.lead, id, school.groupId);
    await refusalOf(verge.services.partners.leave(school.lead, id, school.groupId));
    expect((await pages.publicly(id)).group.name).to.equal('Verge Gardeners');
    expect(await mailsTo(verge, found(verge.lead.email))).to.include('partner_left');
    expect((await stored(verge, id)).state).to.equal('received');
  });

  it('goes on after a no, and can ask again', async () => {
    const key = await asked();
    await says(key, 'no');
    expect((await refusalOf(says(key, 'yes'))).status).to.equal(409);
    await says(await asked(), 'yes');
    expect((await partners()).map(({ state }) => state)).to.have.members(['declined', 'joined']);
  });

  it('takes a link back, refuses one of another, and the group that leads already', async () => {
    const key = await asked();
    expect((await refusalOf(asked())).fields).to.deep.equal(['email']);
    const [partner] = await partners();
    await verge.services.partners.takeBack(verge.lead, id, found(partner).id);
    expect((await refusalOf(says(key, 'yes'))).status).to.equal(409);
    expect((await refusalOf(says('x'.repeat(43), 'yes'))).status).to.equal(404);
    const again = await asked();
    const lead = await groupsOn(verge.services.db).byIds([verge.groupId]);
    const own = verge.services.partners.answer(verge.lead, again, lead, { answer: 'yes', group: verge.groupId });
    expect((await refusalOf(own)).fields).to.deep.equal(['group']);
    await sent(verge, id).catch(() => undefined);
    expect((await stored(verge, id)).state).to.equal('draft');
  });

  it('tells a group that had joined when it is taken off', async () => {
    await says(await asked(), 'yes');
    const [partner] = await partners();
    await verge.services.partners.takeBack(verge.lead, id, found(partner).id);
    expect(await mailsTo(verge, found(school.lead.email))).to.include('partner_taken_back');
    expect((await verge.services.proposals.lists.byIds([id]))[0]?.group).to.equal('Verge Gardeners');
  });

  it('knows a link that is too old, before its address is let go', async () => {
    const key = await asked();
    verge.clock.goTo('2027-04-01T09:00:00Z');
    expect((await refusalOf(says(key, 'yes'))).status).to.equal(409);
  });

  it('lets go of an address that never answered', async () => {
    await asked();
    const after = new Date(Date.parse('2027-03-01T09:00:00Z') + 31 * 86_400_000);
    expect(await partnersOn(verge.services.db).forgetUnanswered(after)).to.equal(1);
    expect((await partners())[0]).to.include({ email: null, state: 'taken_back' });
    await sent(verge, id);
  });

  it('stands on the certificate, and keeps the group from closing meanwhile', async () => {
    await says(await asked(), 'yes');
    const { services } = verge;
    const why = async (): Promise<string[]> =>
      (
        await Promise.all(services.house.flatMap(({ holdsGroup }) => holdsGroup?.(services.db, school.groupId) ?? []))
      ).flat();
    expect(await why()).to.have.length(1);
    const state = await proposalIn(verge, 'window', undefined, { draft: id });
    expect(state).to.equal(id);
    await onDay(verge, '2027-04-15');
    expect((await stored(verge, id)).state).to.equal('granted');
    const { group } = await services.proposals.pages.publicly(id);
    const certificate = await services.db('proposal_certificates').where({ proposal_id: id }).first();
    expect(JSON.parse(certificate.facts).groupName).to.equal(group.name).and.to.include('Forest School');
  });
});
