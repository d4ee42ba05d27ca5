import type { MailText } from '../../ground/notifications/mail-contract.ts';

/** Whoever has the address presses a button behind this link. */
export const followConfirmMail = ({
  number,
  place,
  url,
}: {
  number: string;
  place: string;
  url: string;
}): MailText => ({
  kind: 'follow_confirm_link',
  subject: `Follow ${place}?`,
  caseNumber: number,
  paragraphs: [
    `Somebody would like to follow what happens with ${place}, and gave this e-mail address.`,
    'If it was you, open the link and press the button there. You get one mail a day at most, only when something has happened. If it was not you, do nothing.',
  ],
  action: { label: 'Follow it', url },
});

export type FollowedNews = { number: string; place: string; standing: string; lines: readonly string[] };

/** One mail a day with all that has happened to what somebody follows. */
export function followMail(all: readonly FollowedNews[], url: string): MailText {
  const [first] = all;
  const more = all.length - 1;
  return {
    kind: 'proposal_news',
    subject: `What has happened: ${first?.place ?? ''}${more > 0 ? ` and ${more} more` : ''}`,
    paragraphs: all.flatMap(({ number, place, standing, lines }) => [
      `${place} (${number}): ${lines.join(' ')}`,
      `Where it stands: ${standing}`,
    ]),
    action: { label: 'See it', url },
  };
}
