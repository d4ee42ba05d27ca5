import type { MailText } from '../../ground/notifications/mail-contract.ts';
import type { Audience, MailRow, ProposalTold } from './proposal-mail-contract.ts';

/** The mail about one fact for one kind of reader; null where they are not told. */
export function mailOf(kind: string, row: MailRow | null, audience: Audience, told: ProposalTold): MailText | null {
  const sentences = row?.[audience];
  if (!row || !sentences) return null;
  const about =
    audience === 'group'
      ? `This is about your proposal for ${told.place}.`
      : audience === 'partners'
        ? `You ask together with ${told.lead} for ${told.place}.`
        : `This is about ${told.place}. ${told.group} asks for it: “${told.use}”`;
  return {
    kind: `${kind}_${audience}`,
    subject: `${row.subject}: ${told.place}`,
    caseNumber: told.number,
    paragraphs: [
      about,
      ...sentences(told),
      ...(told.moved === '' ? [] : [told.moved]),
      [told.standing, told.silence].filter((part) => part !== '').join(' '),
    ],
    action: { label: 'See the proposal', url: told.url },
  };
}
