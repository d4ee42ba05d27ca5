import { expect } from 'chai';
import { followersOn } from '../../../src/casework/following/follower-store.ts';
import { eachDatabase } from '../../support/databases.ts';
import { found } from '../../support/domain.ts';
import {
  aVerge,
  mailsTo,
  nextDay,
  onDay,
  proposalIn,
  signGoesUp,
  stored,
  type Verge,
} from '../proposals/a-proposal.ts';

const READER = 'rita@example.org';

eachDatabase('Following a proposal', (open) => {
  let verge: Verge;
  beforeEach(async () => {
    verge = await aVerge(await open());
    // A job that is new begins with what comes.
    await verge.services.following.tellDue();
  });
  afterEach(() => verge.services.stop());
  const newestTo = async (to: string) => found((await verge.services.mails.latest(100)).find((mail) => mail.to === to));
  const link = async (): Promise<string> => found(/\/following\/([\w-]+)/.exec((await newestTo(READER)).text)?.[1]);
  const news = async (to = READER): Promise<number> =>
    (await mailsTo(verge, to)).filter((kind) => kind === 'proposal_news').length;

  it('begins with the button behind a link, never by looking; nobody learns whether an address follows', async () => {
    const id = await proposalIn(verge, 'received');
    const { following } = verge.services;
    await following.tellDue();
    expect(await following.follow(null, id, READER, '192.0.2.1')).to.equal(false);
    const key = await link();
    await following.byKey(key);
    await verge.services.proposals.checking.complete(verge.broker, id, { seen: 'received' });
    expect(await following.tellDue()).to.equal(0);
    await following.confirm(key);
    await following.confirm(key);
    // Somebody who follows already gets no second link, and whoever typed the address sees the same.
    expect(await following.follow(null, id, READER, '192.0.2.1')).to.equal(false);
    expect(await mailsTo(verge, READER)).to.deep.equal(['follow_confirm_link']);
  });

  it('tells of news once, one mail a day at most, whatever the number of proposals and processes', async () => {
    const id = await proposalIn(verge, 'received');
    const { following } = verge.services;
    await following.tellDue();
    await following.follow(verge.neighbour, id, undefined, '192.0.2.1');
    const reader = 'neighbour@example.org';
    expect(await following.tellDue()).to.equal(0);
    verge.clock.goTo('2027-03-02T09:00:00Z');
    await verge.services.proposals.checking.complete(verge.broker, id, { seen: 'received' });
    const told = await Promise.all([following.tellDue(), following.tellDue()]);
    expect(told.reduce((all, one) => all + one, 0)).to.equal(1);
    expect(await following.tellDue()).to.equal(0);
    // Later the same day: it waits.
    verge.clock.goTo('2027-03-02T15:00:00Z');
    await signGoesUp(verge, id);
    expect(await following.tellDue()).to.equal(0);
    verge.clock.goTo('2027-03-03T09:00:01Z');
    expect(await following.tellDue()).to.equal(1);
    const mail = await newestTo(reader);
    expect(mail.text).to.include('A photo shows the sign in its place.').and.to.include('Everybody may comment');
    expect(mail.text).not.to.include('lead.verge');
    expect(await news(reader)).to.equal(2);
  });

  it('ends with one click in any mail, and begins anew when somebody with that address asks for it', async () => {
    const id = await proposalIn(verge, 'received');
    const { following, mails } = verge.services;
    await following.follow(null, id, READER, '192.0.2.1');
    await following.confirm(await link());
    verge.clock.goTo('2027-03-01T10:00:00Z');
    await verge.services.proposals.checking.complete(verge.broker, id, { seen: 'received' });
    await following.tellDue();
    const { unsubscribeUrl } = await newestTo(READER);
    await mails.stopNews(found(unsubscribeUrl?.split('/').at(-1)));
    verge.clock.goTo('2027-03-03T10:00:00Z');
    await signGoesUp(verge, id);
    expect(await following.tellDue()).to.equal(0);
    expect(await followersOn(verge.services.db).of(id, READER)).to.equal(undefined);
    await following.follow(null, id, READER, '192.0.2.1');
    const key = await link();
    await following.confirm(key);
    await onDay(verge, nextDay(found((await stored(verge, id)).commentsUntil)));
    expect(await following.tellDue()).to.equal(1);
    expect(await news()).to.equal(2);
    await following.stop(key);
    expect(await followersOn(verge.services.db).of(id, READER)).to.equal(undefined);
  });

  it('goes with the account, and a month after the case is over', async () => {
    const id = await proposalIn(verge, 'commenting');
    const { following } = verge.services;
    await following.follow(verge.neighbour, id, undefined, '192.0.2.1');
    await following.follow(null, id, READER, '192.0.2.1');
    await following.confirm(await link());
    verge.clock.goTo('2027-03-01T10:00:00Z');
    await verge.services.proposals.own.withdraw(verge.lead, id, { seen: 'commenting', reason: '' });
    expect(await following.tellDue()).to.equal(2);
    verge.clock.goTo('2027-04-15T08:00:00Z');
    await verge.services.retention.apply();
    expect(await followersOn(verge.services.db).of(id, READER)).to.equal(undefined);
  });
});
