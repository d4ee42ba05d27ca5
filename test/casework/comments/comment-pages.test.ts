import { expect } from 'chai';
import { filledIn, words } from '../../front/desk/a-desk.ts';
import { aVisitor, newestMail, signIn, type Visitor } from '../../ground/people/visitor.ts';
import { eachDatabase } from '../../support/databases.ts';
import { found } from '../../support/domain.ts';
import { aVerge, nextDay, onDay, proposalIn, stored, type Verge } from '../proposals/a-proposal.ts';
import { HIDDEN, serving } from './a-comment.ts';

const SAID = 'Keep the corner clear. Ring 0161 496 0123.';
const PRIVATE = [HIDDEN.name, HIDDEN.address, HIDDEN.email, '0161 496 0123', '7 Larch Row'];

eachDatabase('Comments, page by page', (open) => {
  let verge: Verge;
  let site: Awaited<ReturnType<typeof serving>>;
  let id: string;
  const visitors = new Map<string, Visitor>();
  before(async () => {
    verge = await aVerge(await open());
    site = await serving(verge);
    id = await proposalIn(verge, 'commenting');
  });
  after(async () => {
    await site.stop();
    await verge.services.stop();
  });
  const stranger = () => aVisitor(site.url);
  async function as(who: { email: string | null }): Promise<Visitor> {
    const email = found(who.email);
    const known = visitors.get(email) ?? (await signIn(verge.services, aVisitor(site.url), email));
    visitors.set(email, known);
    return known;
  }
  const here = (): string => `/proposals/${id}/comments`;

  it('takes a comment without an account and without scripts, shows mistakes with what was typed, and asks for the button', async () => {
    const visitor = stranger();
    const form = await words(await visitor.get(`${here()}/new`));
    expect(form).to.include('We ask you').and.to.include('it is not a vote').and.to.include('not shown in public');
    const wrong = await visitor.post(here(), filledIn(form, { text: 'So it is typed <b>', stance: '' }, here()));
    const again = await words(wrong);
    expect(wrong.status).to.equal(400);
    expect(again).to.include('Say whether you are for it').and.to.include('So it is typed').and.not.to.include('<b>');
    const sent = await visitor.post(here(), filledIn(again, { ...HIDDEN, text: SAID, stance: 'worried' }, here()));
    expect([sent.status, sent.headers.get('location')]).to.deep.equal([303, here()]);
    expect(await words(await visitor.get(here())))
      .to.include('Open the link in it')
      .and.to.include('Nobody has commented yet');
    const { link } = await newestMail(verge.services, HIDDEN.email);
    for (let n = 0; n < 3; n++) expect((await stranger().get(link)).status).to.equal(200);
    expect(await words(await stranger().get(here()))).to.include('Nobody has commented yet');
    const own = await words(await stranger().get(link));
    expect(own).to.include('Nobody sees your comment yet').and.to.include('[left out]');
    expect((await stranger().post(`${link}/confirm`)).status).to.equal(303);
    expect((await stranger().post(`${link}/confirm`)).status).to.equal(303);
    const page = await words(await stranger().get(`/proposals/${id}`));
    expect(page).to.include('1 comment: 1 worried').and.to.include('Keep the corner clear. Ring [left out].');
  });

  it('shows nobody’s name, address or telephone anywhere in public, to the group, or in somebody else’s mail', async () => {
    const lead = await as(verge.lead);
    const owner = await as(verge.owner);
    const neighbour = await as(verge.neighbour);
    await lead.post(`${here()}/${(await comments())[0]}/reply`, { reply: 'Nothing grows above 450 mm there.' });
    const pages = [
      `/proposals/${id}`,
      here(),
      `/api${here()}`,
      `/api/proposals/${id}`,
      `/proposals/${id}/feed.atom`,
      `/proposals.atom?area=testborough`,
    ];
    for (const path of pages)
      for (const who of [stranger(), lead, owner, neighbour]) {
        const text = await (await who.get(path)).text();
        for (const hidden of PRIVATE) expect(text, path).not.to.include(hidden);
      }
    for (const mail of await verge.services.mails.latest(500))
      if (mail.to !== HIDDEN.email) for (const hidden of PRIVATE) expect(mail.text, mail.kind).not.to.include(hidden);
    const facts = JSON.stringify(await verge.services.db('facts'));
    for (const hidden of PRIVATE) expect(facts).not.to.include(hidden);
  });

  it('shows those who decide who said it, and lets each do what is theirs and no more', async () => {
    const [comment = ''] = await comments();
    for (const who of [verge.broker, verge.scorers[0], verge.decider, verge.monitor, verge.chair, verge.reviewer])
      expect(await words(await (await as(who)).get(here())), String(who.email)).to.include(HIDDEN.name);
    expect(await words(await (await as(verge.lead)).get('/my'))).not.to.include('without a reply');
    await (await as(verge.neighbour)).post(here(), { stance: 'for', text: 'Good.', name: 'N N', address: 'Near' });
    expect(await words(await (await as(verge.neighbour)).get('/my'))).to.include(
      'Your comment on Verge at Mill Lane is public',
    );
    expect(await words(await (await as(verge.lead)).get('/my'))).to.include(
      '1 comment on your proposal for Verge at Mill Lane without a reply',
    );
    const broker = await as(verge.broker);
    expect(await words(await broker.get('/desk?area=testborough'))).to.include('wait for a look');
    expect(await words(await broker.get('/desk/comments?area=testborough'))).to.include('Keep the corner clear');
    for (const who of [verge.lead, verge.owner, verge.scorers[0]])
      expect((await (await as(who)).post(`/desk/comments/${comment}/reject`, { reason: 'abusive' })).status).to.equal(
        404,
      );
    const desk = await words(await broker.get(`/desk/comments/${comment}`));
    expect((await broker.post(`/desk/comments/${comment}/looked`)).status).to.equal(303);
    const form = filledIn(desk, { shown: 'I am for it.', because: 'Because' }, `/desk/comments/${comment}/redact`);
    const wrong = await broker.post(`/desk/comments/${comment}/redact`, form);
    expect([wrong.status, (await words(wrong)).includes('these are somebody’s own words')]).to.deep.equal([400, true]);
    const cut = { ...form, shown: '[left out] Ring [left out].' };
    expect((await broker.post(`/desk/comments/${comment}/redact`, cut)).status).to.equal(303);
    expect(await words(await stranger().get(here())))
      .to.include('[left out] Ring [left out].')
      .and.to.include('Nothing grows above');
  });

  it('types for somebody who rang, and answers what came of them before an officer publishes', async () => {
    const { commentsUntil } = await stored(verge, id);
    await onDay(verge, nextDay(found(commentsUntil)));
    // Three weeks later nobody is signed in any more.
    visitors.clear();
    const broker = await as(verge.broker);
    const form = await words(await broker.get(`${here()}/for`));
    const typed = {
      stance: 'for',
      text: 'Lovely.',
      name: 'Old Otto',
      address: '1 Larch Row',
      channel: 'phone',
      received_on: found(commentsUntil),
      read_back: 'aloud',
      consent: 'yes',
    };
    expect((await broker.post(`${here()}/for`, filledIn(form, typed, `${here()}/for`))).status).to.equal(303);
    expect(await words(await stranger().get(here()))).to.include('3 comments: 2 for it and 1 worried');
    const scorer = await as(verge.scorers[0]);
    const page = await words(await scorer.get(here()));
    const none = await scorer.post(
      `${here()}/answers`,
      filledIn(page, { outcome: 'noted', words: 'Read.' }, `${here()}/answers`),
    );
    expect([none.status, (await words(none)).includes('Choose the comments')]).to.deep.equal([400, true]);
    const all = new URLSearchParams(
      filledIn(page, { outcome: 'noted', words: 'Read before scoring.' }, `${here()}/answers`),
    );
    for (const one of await comments()) all.append('comments', one);
    const reply = await fetch(`${site.url}${here()}/answers`, {
      method: 'POST',
      body: all,
      redirect: 'manual',
      headers: { Cookie: scorer.cookie(), Accept: 'text/html' },
    });
    expect(reply.status, await reply.clone().text()).to.equal(303);
    expect(await words(await stranger().get(here()))).to.include('What came of it: noted');
    expect(await words(await (await as(verge.neighbour)).get(`${here()}/new`))).to.include(
      'Until the scoring is over late ones are taken',
    );
  });

  it('is followed without an account, by a page with a button, and read as a feed', async () => {
    const path = `/proposals/${id}/follow`;
    const form = await words(await stranger().get(path));
    expect(form).to.include('We tell you');
    expect((await stranger().post(path, { email: '' })).status).to.equal(400);
    expect((await stranger().post(path, { email: 'rita@example.org' })).status).to.equal(303);
    const { link } = await newestMail(verge.services, 'rita@example.org');
    expect(await words(await stranger().get(link))).to.include('Yes, send me its news');
    expect((await stranger().post(`${link}/confirm`)).status).to.equal(303);
    expect(await words(await stranger().get(link))).to.include('You follow Verge at Mill Lane');
    const feed = await stranger().get(`/proposals/${id}/feed.atom`);
    expect(feed.headers.get('content-type')).to.include('application/atom+xml');
    expect(await feed.text())
      .to.include('<entry>')
      .and.to.include('Everybody may comment');
    expect(await (await stranger().get('/proposals.atom?area=testborough')).text()).to.include(
      'Verge at Mill Lane, asked for by',
    );
    expect((await stranger().get('/proposals.atom?area=nowhere')).status).to.be.oneOf([400, 404]);
  });

  async function comments(): Promise<string[]> {
    return (await verge.services.comments.reading.publicly(id)).map(({ id: one }) => one);
  }
});
