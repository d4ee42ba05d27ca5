import { expect } from 'chai';
import { commentKeeper } from '../../../src/casework/comments/comment-keeper.ts';
import { commentPorts } from '../../../src/casework/comments/comment-ports.ts';
import { Problem } from '../../../src/kernel/problem.ts';
import { eachDatabase } from '../../support/databases.ts';
import { found } from '../../support/domain.ts';
import {
  aVerge,
  mailsTo,
  nextDay,
  onDay,
  proposalIn,
  resultPublished,
  scored,
  signGoesUp,
  stored,
  type Verge,
  written,
} from '../proposals/a-proposal.ts';
import { aComment, commented, HIDDEN, keyMailedTo, storedComment } from './a-comment.ts';

/** The status with which something was refused, and the words; 200 where it was not. */
async function refused(work: Promise<unknown>): Promise<[number, string]> {
  try {
    await work;
    return [200, ''];
  } catch (error) {
    if (error instanceof Problem) return [error.status, error.message];
    throw error;
  }
}

eachDatabase('Comments on a proposal', (open) => {
  let verge: Verge;
  beforeEach(async () => {
    verge = await aVerge(await open());
  });
  afterEach(() => verge.services.stop());
  const counts = (id: string) => verge.services.comments.reading.counts(id);
  const publicly = (id: string) => verge.services.comments.reading.publicly(id);

  it('count once the button behind the link is pressed, however often', async () => {
    const id = await proposalIn(verge, 'commenting');
    const { making } = verge.services.comments;
    const given = aComment({ text: 'Ring me on 0161 496 0123, or come to ZZ1 1AA.' });
    const made = await making.make(null, id, given, '192.0.2.1');
    expect((await making.make(null, id, given, '192.0.2.1')).id).to.equal(made.id);
    expect(await publicly(id)).to.deep.equal([]);
    const key = await keyMailedTo(verge, HIDDEN.email);
    await making.byKey(key);
    expect(await publicly(id)).to.deep.equal([]);
    await Promise.all([making.confirm(key), making.confirm(key)]);
    expect((await publicly(id)).map(({ shown, late }) => [shown, late])).to.deep.equal([
      ['Ring me on [left out], or come to [left out].', false],
    ]);
    expect((await storedComment(verge, made.id)).original).to.equal(given.text);
    expect(await counts(id)).to.include({ all: 1, worried: 1, for: 0, unanswered: 1 });
    expect(await mailsTo(verge, HIDDEN.email)).to.deep.equal(['comment_confirm_link', 'comment_made']);
  });

  it('of somebody with an account count at once; ten copies of one sending are one', async () => {
    const id = await proposalIn(verge, 'awaiting_sign');
    const given = aComment({ stance: 'for' });
    const made = await Promise.all(
      Array.from({ length: 5 }, () => verge.services.comments.making.make(verge.neighbour, id, given, '192.0.2.1')),
    );
    expect(new Set(made.map(({ id: one }) => one)).size).to.equal(1);
    expect(await counts(id)).to.include({ all: 1, for: 1 });
    expect(await mailsTo(verge, 'neighbour@example.org')).to.deep.equal(['comment_made']);
  });

  it('are taken from when the proposal is complete, late until the scoring has ended, and then refused with words', async () => {
    const { making } = verge.services.comments;
    const send = (id: string) => refused(making.make(verge.neighbour, id, aComment(), '192.0.2.1'));
    const id = await written(verge);
    const { sending, checking } = verge.services.proposals;
    await sending.send(verge.lead, id, { seen: 'draft', declares: 'yes', submission: undefined });
    expect(await send(id)).to.satisfy(
      ([status, why]: [number, string]) => status === 409 && why.includes('begin when it is complete'),
    );
    await checking.complete(verge.broker, id, { seen: 'received' });
    expect((await send(id))[0]).to.equal(200);
    await signGoesUp(verge, id);
    const until = found((await stored(verge, id)).commentsUntil);
    // To the last second of the last day, where the place lies.
    verge.clock.goTo(`${until}T23:59:59Z`);
    expect((await send(id))[0]).to.equal(200);
    verge.clock.goTo(`${nextDay(until)}T00:00:01Z`);
    expect((await send(id))[0]).to.equal(200);
    expect((await publicly(id)).map(({ late }) => late)).to.deep.equal([true, false, false]);
    await scored(verge, id);
    await verge.services.comments.answering.answer(verge.broker, id, {
      comments: (await publicly(id)).map(({ id: one }) => one),
      outcome: 'noted',
      words: 'Read before scoring.',
    });
    await resultPublished(verge, id);
    expect(await send(id)).to.satisfy(
      ([status, why]: [number, string]) => status === 409 && why.includes('scoring of this proposal is over'),
    );
  });

  it('typed for somebody count from the day on which they got in touch, and they are told by letter', async () => {
    const id = await proposalIn(verge, 'commenting');
    const until = found((await stored(verge, id)).commentsUntil);
    await onDay(verge, nextDay(until));
    const { making } = verge.services.comments;
    const typed = {
      ...aComment({ text: 'I cannot see round the corner.' }),
      email: undefined,
      channel: 'phone',
      received_on: until,
      read_back: 'aloud',
      consent: 'yes',
    } as const;
    const comment = await making.makeFor(verge.broker, id, typed);
    expect((await making.makeFor(verge.broker, id, typed)).id).to.equal(comment.id);
    expect([comment.late, comment.state, comment.channel]).to.deep.equal([false, 'public', 'phone']);
    expect(
      (
        await making.makeFor(verge.broker, id, {
          ...typed,
          ...aComment(),
          email: undefined,
          received_on: nextDay(until),
        })
      ).late,
    ).to.equal(true);
    expect(
      (
        await refused(making.makeFor(verge.broker, id, { ...typed, submission: undefined, received_on: '2027-12-24' }))
      )[0],
    ).to.equal(400);
    const letters = await verge.services.groups.letters.inArea({
      areaId: verge.town.area.id,
      printed: false,
      after: null,
      limit: 9,
    });
    expect(letters.map(({ subject }) => subject)).to.deep.equal(
      Array(2).fill('Your comment has come in: Verge at Mill Lane'),
    );
  });

  it('are redacted and turned back only in the open: whoever wrote it is told, can send again in time, and never later', async () => {
    const id = await proposalIn(verge, 'commenting');
    const { looking, making } = verge.services.comments;
    const text = 'Mr Bloggs parks there. Keep the corner clear.';
    const { id: comment } = await commented(verge, id, { text });
    const invented = refused(
      looking.redact(verge.broker, id, comment, { shown: 'I am for it. [left out]', because: 'names somebody' }),
    );
    expect((await invented)[0]).to.equal(400);
    await looking.redact(verge.broker, id, comment, {
      shown: '[left out] parks there. Keep the corner clear.',
      because: 'It names somebody.',
    });
    expect((await publicly(id))[0]?.shown).to.equal('[left out] parks there. Keep the corner clear.');
    expect((await storedComment(verge, comment)).original).to.equal(text);
    await looking.reject(verge.broker, id, comment, { reason: 'names_person', because: '' });
    await looking.reject(verge.broker, id, comment, { reason: 'names_person', because: '' });
    expect(await publicly(id)).to.deep.equal([]);
    expect(await counts(id)).to.include({ all: 0, rejected: 1, unanswered: 0 });
    const { againBy } = await storedComment(verge, comment);
    // Three working days from Monday.
    expect(againBy).to.equal('2027-03-04');
    const key = await keyMailedTo(verge, HIDDEN.email);
    expect((await refused(making.sendAgain(key, text)))[0]).to.equal(400);
    verge.clock.goTo('2027-03-04T22:00:00Z');
    const again = await making.sendAgain(key, 'Somebody parks there.');
    expect([again.state, again.late]).to.deep.equal(['public', false]);
    await looking.reject(verge.broker, id, comment, { reason: 'not_about_case', because: '' });
    verge.clock.goTo('2027-03-12T08:00:00Z');
    expect((await refused(making.sendAgain(key, 'Too late.')))[0]).to.equal(409);
    expect(await mailsTo(verge, HIDDEN.email)).to.deep.equal([
      'comment_confirm_link',
      'comment_made',
      'comment_redacted',
      'comment_rejected',
      'comment_sent_again',
      'comment_rejected',
    ]);
  });

  it('are replied to by the group, and told of once', async () => {
    const id = await proposalIn(verge, 'commenting');
    const { id: comment } = await commented(verge, id);
    const { looking } = verge.services.comments;
    await looking.reply(verge.lead, id, comment, 'Nothing there grows above 450 mm. Ring 0161 496 0123.');
    await looking.reply(verge.lead, id, comment, 'Nothing there grows above 450 mm.');
    expect((await publicly(id))[0]?.reply).to.equal('Nothing there grows above 450 mm.');
    expect((await mailsTo(verge, HIDDEN.email)).filter((kind) => kind === 'comment_replied')).to.have.length(1);
  });

  it('keep an officer from publishing until each has its answer; alike ones get one, and each author one mail', async () => {
    const id = await proposalIn(verge, 'commenting');
    const { answering } = verge.services.comments;
    const first = await commented(verge, id);
    const second = await commented(verge, id, { text: 'The corner, the corner!' });
    const other = await commented(verge, id, { email: 'otto@example.org', text: 'Too much parking.' });
    const answer = (comments: string[], words = 'Not followed, because nothing grows above 450 mm there.') =>
      answering.answer(verge.scorers[0], id, { comments, outcome: 'not_followed', words });
    expect((await refused(answer([first.id])))[0]).to.equal(409);
    await onDay(verge, nextDay(found((await stored(verge, id)).commentsUntil)));
    await scored(verge, id);
    expect(await commentPorts.unanswered(verge.services.db, id)).to.equal(3);
    expect(await refused(resultPublished(verge, id))).to.satisfy(
      ([status, why]: [number, string]) => status === 409 && why.includes('3 comments have no answer'),
    );
    await answer([first.id, second.id]);
    expect((await refused(answer([second.id, other.id])))[0]).to.equal(409);
    expect((await refused(answer(['00000000-0000-4000-8000-000000000000'])))[0]).to.equal(400);
    expect((await refused(resultPublished(verge, id)))[0]).to.equal(409);
    await answer([other.id], 'There are no spaces there.');
    await resultPublished(verge, id);
    expect((await stored(verge, id)).state).to.equal('window');
    for (const to of [HIDDEN.email, 'otto@example.org'])
      expect(
        (await mailsTo(verge, to)).filter((kind) => kind === 'comment_answered'),
        to,
      ).to.have.length(1);
    expect((await publicly(id)).map(({ answer: got }) => got?.outcome)).to.deep.equal(Array(3).fill('not_followed'));
  });

  it('never stop the clock: the result comes when the time is up, and what came of them is said after it', async () => {
    const id = await proposalIn(verge, 'commenting');
    const { id: comment } = await commented(verge, id);
    await onDay(verge, nextDay(found((await stored(verge, id)).commentsUntil)));
    await scored(verge, id);
    await onDay(verge, nextDay(found((await stored(verge, id)).dueOn)));
    expect((await stored(verge, id)).state).to.equal('window');
    const { answering } = verge.services.comments;
    await answering.answer(verge.broker, id, { comments: [comment], outcome: 'changed', words: 'A height limit.' });
    expect((await mailsTo(verge, HIDDEN.email)).at(-1)).to.equal('comment_answered');
  });

  it('are not left without an answer where the group takes its proposal back', async () => {
    const id = await proposalIn(verge, 'commenting');
    await commented(verge, id);
    await verge.services.proposals.own.withdraw(verge.lead, id, { seen: 'commenting', reason: '' });
    expect((await publicly(id))[0]?.answer?.outcome).to.equal('case_over');
    expect((await mailsTo(verge, HIDDEN.email)).at(-1)).to.equal('comment_answered');
  });

  it('lose their names a year after the case is over; what everybody reads stays', async () => {
    const id = await proposalIn(verge, 'commenting');
    const { id: comment } = await commented(verge, id, { text: 'Ring me on 0161 496 0123.' });
    const { id: mine } = await verge.services.comments.making.make(verge.neighbour, id, aComment(), '192.0.2.1');
    await verge.services.proposals.own.withdraw(verge.lead, id, { seen: 'commenting', reason: '' });
    verge.clock.goTo('2028-02-20T08:00:00Z');
    await verge.services.retention.apply();
    expect((await storedComment(verge, comment)).name).to.equal(HIDDEN.name);
    verge.clock.goTo('2028-03-10T08:00:00Z');
    await verge.services.retention.apply();
    for (const one of [comment, mine]) {
      const left = await storedComment(verge, one);
      expect([left.name, left.address, left.email, left.personId]).to.deep.equal(['', '', null, null]);
      expect(left.original).to.equal(left.shown);
    }
    expect((await publicly(id)).map(({ shown }) => shown)).to.include('Ring me on [left out].');
  });

  it('go with an account but for what everybody reads', async () => {
    const id = await proposalIn(verge, 'commenting');
    const { inOneTransaction, db } = verge.services;
    const { id: mine } = await verge.services.comments.making.make(verge.neighbour, id, aComment(), '192.0.2.1');
    const person = found(await verge.services.people.byId(verge.neighbour.personId));
    const [part] = (await commentKeeper.partsFor?.(db, person)) ?? [];
    expect(part?.entries).to.have.length(1);
    await inOneTransaction(async (unit) => commentKeeper.erase?.(unit, person));
    expect(await storedComment(verge, mine)).to.include({ name: '', address: '', email: null, personId: null });
    expect(await publicly(id)).to.have.length(1);
  });

  it('that nobody confirms go after a week, and their link with them', async () => {
    const id = await proposalIn(verge, 'commenting');
    const { making } = verge.services.comments;
    await making.make(null, id, aComment(), '192.0.2.1');
    const key = await keyMailedTo(verge, HIDDEN.email);
    verge.clock.goTo('2027-03-09T10:00:00Z');
    expect((await refused(making.confirm(key)))[0]).to.equal(410);
    await verge.services.retention.apply();
    expect((await refused(making.confirm(key)))[0]).to.equal(404);
  });

  it('cannot be poured in: a person, and a mailbox that somebody else names, get no end of them', async () => {
    const id = await proposalIn(verge, 'commenting');
    const { making } = verge.services.comments;
    let last = 200;
    for (let n = 0; n < 11; n++) [last] = await refused(making.make(verge.neighbour, id, aComment(), '192.0.2.1'));
    expect(last).to.equal(429);
    for (let n = 0; n < 6; n++) [last] = await refused(making.make(null, id, aComment(), `198.51.100.${n}`));
    expect(last).to.equal(429);
    expect((await mailsTo(verge, HIDDEN.email)).length).to.equal(5);
  });
});
