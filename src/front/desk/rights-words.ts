import type { MailText } from '../../ground/notifications/mail-contract.ts';

type RightMail = { giver: string; role: string; on: string; until: string | null; signInUrl: string };

/** Tells somebody what they may do from now on, and how to get in. */
export function rightMail({ giver, role, on, until, signInUrl }: RightMail): MailText {
  return {
    kind: 'right_given',
    subject: `You now have a part in ${on}`,
    paragraphs: [
      `${giver} has made you ${role} for ${on} on Meantime, the register of empty and under-used public land, buildings and rooms.${until ? ` This holds until ${dayInWords(until)}.` : ''}`,
      'To get in, type this e-mail address on the sign-in page. We then send you a code. You need no password.',
      'If you did not expect this, you need not do anything.',
    ],
    action: { label: 'Sign in', url: signInUrl },
  };
}

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

function dayInWords(day: string): string {
  return DAY.format(new Date(`${day}T00:00:00Z`));
}
