import type { MailText } from '../../ground/notifications/mail-contract.ts';
import type { Telling } from './petition-contract.ts';
import { SAME_RIGHT, signatures, stillToDo } from './petition-words.ts';
import type { SignAge } from './signature-contract.ts';

type About = { number: string; url: string };

/** Before anything counts: whoever has the address presses a button behind this link. No name stands in it: a stranger may have typed it. */
export const confirmSignatureMail = ({
  number,
  wording,
  age,
  url,
  days,
}: About & { wording: string; age: SignAge; days: number }): MailText => ({
  kind: 'petition_confirm_link',
  subject: 'Confirm your signature',
  caseNumber: number,
  paragraphs: [
    age === 'child'
      ? 'Somebody under 13 would like to sign a petition, and gave this e-mail address as that of a parent or carer.'
      : 'Somebody would like to sign a petition, and gave this e-mail address.',
    `“${wording}”`,
    `If that is right, open the link and press the button there: only then does the signature count. The link works for ${days} days, and you can take the signature back with it until the petition closes. If it is not right, do nothing, and nothing happens.`,
  ],
  action: { label: 'See what would be signed, and confirm it', url },
});

export type SignersTold = About & {
  place: string;
  group: string;
  valid: number;
  threshold: number;
  sponsorNeeds: number;
  enough: boolean;
};

/** What whoever has signed is told, once of each: what came of it, and nothing of anybody else. */
const TOLD: Record<Telling, (told: SignersTold) => string[]> = {
  counted: ({ group, place, valid, threshold, enough, sponsorNeeds }) => [
    `You signed the petition of ${group} for ${place}. ${signatures(valid)} ${valid === 1 ? 'is' : 'are'} valid; ${threshold} were needed.`,
    ...(enough
      ? [`Enough neighbours have signed. Next the group sends its proposal. ${SAME_RIGHT}`]
      : ['Too few have signed, and no councillor has sponsored the petition.', stillToDo({ valid, sponsorNeeds })]),
    'The page of the petition says how it goes on. We do not write to you about every step, and we forget your name and address on the day that our list of what we keep says.',
  ],
  lapsed: ({ group, place }) => [
    `You signed the petition of ${group} for ${place}. The group has not sent its proposal in time, so the signatures have lapsed.`,
  ],
  withdrawn: ({ group, place }) => [
    `You signed the petition of ${group} for ${place}. The group has taken the petition back, so it goes no further.`,
  ],
};

export const signersMail = (telling: Telling, told: SignersTold): MailText => ({
  kind: `petition_signers_${telling}`,
  subject: `What came of the petition: ${told.place}`,
  caseNumber: told.number,
  paragraphs: TOLD[telling](told),
  action: { label: 'See the petition', url: told.url },
});
