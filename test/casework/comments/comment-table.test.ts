import { expect } from 'chai';
import type { Comment, Taking } from '../../../src/casework/comments/comment-contract.ts';
import { COMMENT_FACTS, type CommentFactKind } from '../../../src/casework/comments/comment-facts.ts';
import { commentMail } from '../../../src/casework/comments/comment-mail-words.ts';
import { takingOf } from '../../../src/casework/comments/comment-time-rules.ts';
import { PROPOSAL_STATES, type ProposalState } from '../../../src/casework/proposals/proposal-contract.ts';

/** In which states comments are taken: casework reference, second part, section 4. In all others they are not, any more. */
const TAKEN: Partial<Record<ProposalState, Taking>> = {
  draft: 'not_yet',
  finding_owner: 'not_yet',
  received: 'not_yet',
  incomplete: 'not_yet',
  lapsed: 'not_yet',
  awaiting_sign: 'open',
  commenting: 'open',
  assessing: 'late',
  reserve: 'late',
  panel: 'late',
  improving: 'late',
  assessing_again: 'late',
};

/** What whoever wrote a comment reads of each act, in a few of its words. */
const TOLD: Record<CommentFactKind, RegExp> = {
  comment_made: /has come in\..*“Shown”.*\[left out\]/,
  comment_redacted: /has left something out of your comment: It names somebody\..*“Shown”/,
  comment_rejected: /because it names a person\. Sorry\..*until Thursday 4 March 2027/,
  comment_sent_again: /come in again.*“Shown”/,
  comment_replied: /The group has replied to your comment: “We keep it clear\.”/,
  comment_answered: /Changed: A height limit\./,
  comment_answer_corrected: /was not right\..*Changed: A height limit\./,
};

const COMMENT: Comment = {
  id: 'c',
  proposalId: 'p',
  areaId: 'a',
  stance: 'worried',
  state: 'public',
  original: 'Written',
  shown: 'Shown',
  name: 'Nora Neighbour',
  address: '7 Larch Row',
  email: 'nora@example.org',
  personId: null,
  keyHash: '',
  channel: 'online',
  receivedOn: '2027-03-01',
  enteredBy: null,
  readBack: null,
  late: false,
  cutBecause: 'It names somebody.',
  rejectedFor: 'names_person',
  rejectedBecause: 'Sorry.',
  againBy: '2027-03-04',
  lookedAt: null,
  reply: 'We keep it clear.',
  repliedOn: null,
  answerId: null,
  submission: '',
  createdAt: '',
};

describe('The tables of comments', () => {
  for (const state of PROPOSAL_STATES)
    it(`take them while a proposal is ${state}: ${TAKEN[state] ?? 'over'}`, () =>
      expect(takingOf({ state })).to.equal(TAKEN[state] ?? 'over'));

  for (const kind of COMMENT_FACTS)
    it(`tell whoever wrote one of ${kind}, with the number of the case and no more about them than they need`, () => {
      const answer = {
        id: 'x',
        proposalId: 'p',
        outcome: 'changed',
        words: 'A height limit.',
        givenOn: '2027-04-01',
        givenBy: null,
        submission: '',
        earlier: [],
      } as const;
      const mail = commentMail(kind, {
        number: 'MB-1',
        place: 'The verge',
        url: 'http://x/',
        comment: COMMENT,
        answer,
      });
      expect(mail?.paragraphs.join(' ')).to.match(TOLD[kind]);
      expect(mail?.caseNumber).to.equal('MB-1');
      expect(JSON.stringify(mail)).not.to.match(/Nora|Larch|example\.org|Written/);
    });
});
