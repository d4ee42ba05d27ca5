import type { MailText } from '../../ground/notifications/mail-contract.ts';
import type { PartnerFactKind } from './partner-facts.ts';

type Told = { lead: string; group: string; place: string; number: string; url: string };

/** To somebody whose group is asked. It says who asks for what, and nothing that the link does not show. */
export const partnerAskedMail = ({
  lead,
  place,
  by,
  url,
}: Omit<Told, 'group' | 'number'> & { by: string }): MailText => ({
  kind: 'partner_asked',
  subject: `${lead} would like to ask for ${place} together with your group`,
  paragraphs: [
    `${by} writes a proposal for ${place} for ${lead}, and would like your group to ask together with them.`,
    'The link shows what they would do there. Your group’s lead or deputy can say yes or no. A yes binds you to nothing but your name on it, and you can leave at any time.',
    'If you do not know what this is about, you need do nothing.',
  ],
  action: { label: 'See what they ask', url },
});

const TOLD: Partial<Record<PartnerFactKind, (told: Told) => Pick<MailText, 'subject' | 'paragraphs'>>> = {
  partner_joined: ({ group, place }) => ({
    subject: `${group} asks for ${place} together with you`,
    paragraphs: [
      `${group} has said yes: its name stands on the proposal beside yours. Your group leads, and sends it.`,
    ],
  }),
  partner_declined: ({ place }) => ({
    subject: `A group does not join your proposal for ${place}`,
    paragraphs: ['Somebody whom you asked to join has said no. Your proposal goes on as it is.'],
  }),
  partner_left: ({ group, place }) => ({
    subject: `${group} does not ask for ${place} with you any more`,
    paragraphs: [`${group} has left the proposal. It goes on without them, and its days stay as they are.`],
  }),
};

/** To the group that leads; null where it did it itself. */
export function partnerMail(kind: PartnerFactKind, told: Told): MailText | null {
  const words = TOLD[kind]?.(told);
  return words ? { kind, ...words, action: { label: 'Open the proposal', url: told.url } } : null;
}

/** "Verge Gardeners, together with Saint Anne’s School and the Men’s Shed": how several groups are called. */
export function togetherName(lead: string, others: readonly string[]): string {
  const last = others.at(-1);
  if (last === undefined) return lead;
  const first = others.slice(0, -1).join(', ');
  return `${lead}, together with ${first === '' ? last : `${first} and ${last}`}`;
}
