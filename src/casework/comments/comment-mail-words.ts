import type { MailText } from '../../ground/notifications/mail-contract.ts';
import { dateWords } from '../../kernel/day-words.ts';
import type { Comment, CommentAnswer } from './comment-contract.ts';
import type { CommentFactKind } from './comment-facts.ts';
import { OUTCOME_WORDS, REJECTION_WORDS } from './comment-words.ts';

type Case = { number: string; place: string; url: string };
export type CommentTold = Case & { comment: Comment; answer: CommentAnswer | null };

/** Before anything is public: whoever has the address presses a button behind this link. */
export const confirmMail = ({ number, place, url, days }: Case & { days: number }): MailText => ({
  kind: 'comment_confirm_link',
  subject: `Confirm your comment: ${place}`,
  caseNumber: number,
  paragraphs: [
    `Somebody has written a comment on what a group would like to do with ${place}, and gave this e-mail address.`,
    `If it was you, open the link and press the button there: only then does your comment count. The link works for ${days} days. If it was not you, do nothing, and nothing happens.`,
  ],
  action: { label: 'See your comment, and confirm it', url },
});

const cut = ({ shown, original }: Comment): string[] =>
  shown === original
    ? []
    : [
        'Where it says [left out], something stood that looks like an e-mail address, a telephone number or a postcode. What you wrote is kept for those who decide.',
      ];
const reads = ({ shown }: Comment): string => `This is what everybody reads: “${shown}”`;

const TOLD: Record<CommentFactKind, (told: CommentTold) => { subject: string; paragraphs: string[] } | null> = {
  comment_made: ({ comment }) => ({
    subject: 'Your comment has come in',
    paragraphs: [
      comment.late
        ? 'Your comment has come in after the last day for comments. It is marked so, and those who score read it all the same.'
        : 'Your comment has come in. Those who score read it before they do.',
      reads(comment),
      ...cut(comment),
      'Your name and address are kept for those who decide, and are not shown. Once the case is scored you are told what came of your comment.',
    ],
  }),
  comment_redacted: ({ comment }) => ({
    subject: 'Something of your comment was left out',
    paragraphs: [
      `An officer has left something out of your comment: ${comment.cutBecause}`,
      reads(comment),
      'What you wrote is kept for those who decide.',
    ],
  }),
  comment_rejected: ({ comment }) => ({
    subject: 'Your comment was not published',
    paragraphs: [
      `Your comment was not published, because ${REJECTION_WORDS[comment.rejectedFor ?? 'not_about_case']}.${comment.rejectedBecause === '' ? '' : ` ${comment.rejectedBecause}`}`,
      `You can put it differently and send it again until ${dateWords(comment.againBy ?? comment.receivedOn)}, as long as the scoring has not ended. It counts from the day on which you first sent it.`,
    ],
  }),
  comment_sent_again: ({ comment }) => ({
    subject: 'Your comment has come in',
    paragraphs: ['Your comment has come in again, as you have put it now.', reads(comment), ...cut(comment)],
  }),
  comment_replied: ({ comment }) => ({
    subject: 'The group has replied to your comment',
    paragraphs: [`The group has replied to your comment: “${comment.reply}”`],
  }),
  comment_answered: ({ answer }) =>
    answer && {
      subject: 'What came of your comment',
      paragraphs: [`${OUTCOME_WORDS[answer.outcome]}: ${answer.words}`],
    },
  comment_answer_corrected: ({ answer }) =>
    answer && {
      subject: 'What came of your comment, put right',
      paragraphs: [
        'What you were told about your comment was not right. This is what came of it:',
        `${OUTCOME_WORDS[answer.outcome]}: ${answer.words}`,
      ],
    },
};

/** What whoever wrote a comment is told of a fact. Nothing of anybody else stands in it. */
export function commentMail(kind: CommentFactKind, told: CommentTold): MailText | null {
  const text = TOLD[kind](told);
  return (
    text && {
      kind,
      subject: `${text.subject}: ${told.place}`,
      caseNumber: told.number,
      paragraphs: text.paragraphs,
      action: { label: 'See your comment', url: told.url },
    }
  );
}
