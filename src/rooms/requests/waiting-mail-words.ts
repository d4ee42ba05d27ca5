import type { MailText } from '../../ground/notifications/mail-contract.ts';

export const waitingJoinedMail = (room: string, url: string, hours: number): MailText => ({
  kind: 'waiting_joined',
  subject: `You wait for ${room}`,
  paragraphs: [
    `Your group is on the waiting list for ${room}.`,
    `When the dates become free, they are held for you and we write. You then have ${hours} hours, to the end of that day, to take them. Where the owner decides, we ask them for you.`,
    'You can leave the list at any time.',
  ],
  action: { label: 'See your place', url },
});
