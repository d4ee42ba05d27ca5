import type { MailText } from '../../ground/notifications/mail-contract.ts';
import type { PartnerFactKind } from './partner-facts.ts';

type Told = { group: string; place: string; url: string };

/** What is told afterwards; asking is told by its own mail, with the link. */
export type ToldOf = Exclude<PartnerFactKind, 'partner_asked'>;

/** To somebody whose group is asked. It says who asks for what, and nothing that the link does not show. */
export const partnerAskedMail = ({
  lead,
  place,
  by,
  url,
}: Omit<Told, 'group'> & { lead: string; by: string }): MailText => ({
  kind: 'partner_asked',
  subject: `${lead} would like to ask for ${place} together with your group`,
  paragraphs: [
    `${by} writes a proposal for ${place} for ${lead}, and would like your group to ask together with them.`,
    'The link shows what they would do there. Your group’s lead or deputy can say yes or no. A yes binds you to nothing but your name on it, and you can leave at any time.',
    'If you do not know what this is about, you need do nothing.',
  ],
  action: { label: 'See what they ask', url },
});

/** Who is told of what: those who lead, or the group that had joined and is taken off. */
const TOLD: Record<ToldOf, (told: Told) => Pick<MailText, 'subject' | 'paragraphs'>> = {
  partner_taken_back: ({ group, place }) => ({
    subject: `${group} does not ask for ${place} together with others any more`,
    paragraphs: ['Those who lead the proposal have taken your group off it. Its name does not stand on it any more.'],
  }),
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

export const partnerMail = (kind: ToldOf, told: Told): MailText => ({
  kind,
  ...TOLD[kind](told),
  action: { label: 'Open it', url: told.url },
});

/** "Verge Gardeners, together with Saint Anne’s School and the Men’s Shed": how several groups are called. */
export function togetherName(lead: string, others: readonly string[]): string {
  const last = others.at(-1);
  if (last === undefined) return lead;
  const first = others.slice(0, -1).join(', ');
  return `${lead}, together with ${first === '' ? last : `${first} and ${last}`}`;
}
