import { expect } from 'chai';
import { filledIn, words } from '../../front/desk/a-desk.ts';
import { aVisitor, signIn } from '../../ground/people/visitor.ts';
import { eachDatabase } from '../../support/databases.ts';
import { found } from '../../support/domain.ts';
import { aVerge, mailsTo, nextDay, onDay, proposalIn, stored, type Verge } from '../proposals/a-proposal.ts';
import { commented, HIDDEN, serving } from './a-comment.ts';

const WRONG = 'The beds are 30 cm high now.';
const RIGHT = 'The beds are 45 cm high now.';

eachDatabase('What came of a comment', (open) => {
  let verge: Verge;
  let site: Awaited<ReturnType<typeof serving>>;
  let id: string;
  let comment: string;
  beforeEach(async () => {
    verge = await aVerge(await open());
    site = await serving(verge);
    id = await proposalIn(verge, 'commenting');
    comment = (await commented(verge, id)).id;
    const other = (await commented(verge, id, { email: 'otto@example.org', text: 'Keep it low.' })).id;
    await onDay(verge, nextDay(found((await stored(verge, id)).commentsUntil)));
    const given = { comments: [comment, other], outcome: 'changed' as const, words: WRONG };
    await verge.services.comments.answering.answer(verge.broker, id, given);
  });
  afterEach(async () => {
    await site.stop();
    expect(verge.services.errors).to.deep.equal([]);
    await verge.services.stop();
  });

  it('is put right once for all that share it: what it said stays, and each author is told once more', async () => {
    const { answering, reading } = verge.services.comments;
    const again = { outcome: 'changed', words: RIGHT, was: WRONG } as const;
    for (let twice = 0; twice < 2; twice++) await answering.correct(verge.broker, id, comment, again);
    for (const { answer } of await reading.publicly(id))
      expect(answer).to.deep.include({
        words: RIGHT,
        earlier: [{ outcome: 'changed', words: WRONG, until: '2027-03-23' }],
      });
    for (const to of [HIDDEN.email, 'otto@example.org'])
      expect((await mailsTo(verge, to)).slice(-2)).to.deep.equal(['comment_answered', 'comment_answer_corrected']);
    const late = { ...again, words: 'Something else.' };
    const refused = await answering.correct(verge.broker, id, comment, late).catch(({ status }) => status);
    expect(refused).to.equal(409);
    await answering.correct(verge.broker, id, comment, { ...late, was: RIGHT });
    expect((await reading.publicly(id))[0]?.answer?.earlier.map((one) => one.words)).to.deep.equal([WRONG, RIGHT]);
  });

  it('is put right on the page by an officer, and stands beside the score sheet with the way to all comments', async () => {
    const at = `/proposals/${id}/comments`;
    const broker = await signIn(verge.services, aVisitor(site.url), found(verge.broker.email));
    const form = await words(await broker.get(at));
    const to = `${at}/${comment}/answer`;
    const wrong = await broker.post(to, filledIn(form, { words: '' }, to));
    expect([wrong.status, await words(wrong)]).to.satisfy(
      ([status, page]: [number, string]) => status === 400 && page.includes('Say what has changed'),
    );
    expect((await broker.post(to, filledIn(form, { words: RIGHT }, to))).headers.get('location')).to.equal(at);
    const shown = await words(await aVisitor(site.url).get(at));
    expect(shown)
      .to.include(RIGHT)
      .and.to.include(`It said before: “${WRONG}”`)
      .and.not.to.include('Put the answer right');

    const scorer = await signIn(verge.services, aVisitor(site.url), found(verge.scorers[0].email));
    const sheet = await words(await scorer.get(`/desk/tests/${(await stored(verge, id)).testId}`));
    expect(sheet).to.include('Your marks').and.to.include(RIGHT).and.to.include(`href="${at}"`);
  });
});
