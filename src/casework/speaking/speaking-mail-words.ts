import type { MailText } from '../../ground/notifications/mail-contract.ts';
import type { Hearing } from '../hearings/hearing-contract.ts';
import { hearingWords } from '../hearings/hearing-words.ts';
import type { Speaker } from './speaking-contract.ts';
import { MANNER_WORDS, SIDE_WORDS } from './speaking-words.ts';

type Case = { number: string; place: string; url: string };

/** Before anybody is registered: whoever has the address presses a button behind this link. */
export const confirmSpeakingMail = ({ number, place, url, days }: Case & { days: number }): MailText => ({
  kind: 'speaker_confirm_link',
  subject: `Confirm that you want to speak: ${place}`,
  caseNumber: number,
  paragraphs: [
    `Somebody would like to speak at the public hearing about ${place}, and gave this e-mail address.`,
    `If it was you, open the link and press the button there: only then are you registered. The link works for ${days} days. If it was not you, do nothing, and nothing happens.`,
  ],
  action: { label: 'See it, and confirm', url },
});

/** What somebody who is registered is told of, by what has happened. */
const TOLD = {
  speaker_registered: {
    subject: 'You are registered to speak',
    says: ({ side, manner }: Speaker) => [
      `You are registered for the public hearing: ${SIDE_WORDS[side].name.toLowerCase()}, ${MANNER_WORDS[manner].name.toLowerCase()}. Those who speak for it and those who speak against it have the same time between them.`,
      'With the link below you see what is noted, and can take it back. We write to you when day or room change.',
    ],
  },
  speaker_withdrawn: {
    subject: 'You are not registered any more',
    says: () => ['You have taken back that you want to speak at the public hearing. Everybody may come all the same.'],
  },
  proposal_hearing_called: {
    subject: 'A hearing is called again',
    says: () => ['The hearing for which you are registered is called again. You are registered still.'],
  },
  proposal_hearing_moved: {
    subject: 'The hearing has changed',
    says: () => ['The hearing for which you are registered has changed. You are registered still.'],
  },
  proposal_hearing_cancelled: {
    subject: 'The hearing is cancelled',
    says: () => [
      'The hearing for which you are registered is cancelled. Another one is called, and we write to you then. You stay registered.',
    ],
  },
  proposal_hearing_adjourned: {
    subject: 'The hearing goes on another day',
    says: () => ['The hearing was adjourned, and goes on another day.'],
  },
  proposal_hearing_not_held: {
    subject: 'No hearing in time',
    says: () => [
      'No hearing was held in time. The panel decides on the papers. A statement that you sent to be read out lies among them.',
    ],
  },
  minutes_drafted: {
    subject: 'The draft of the minutes',
    says: () => [
      'The draft of the minutes of the hearing is there. With the link below you can say what is wrong with it.',
    ],
  },
  minutes_final: {
    subject: 'The minutes are final',
    says: () => ['The minutes of the hearing are final. They say what was corrected. Thank you for taking part.'],
  },
  hearing_called_off: {
    subject: 'There is no hearing',
    says: () => ['The public hearing for which you were registered is off.'],
  },
} satisfies Record<string, { subject: string; says(speaker: Speaker): string[] }>;
export type SpeakerTold = keyof typeof TOLD;

/** Facts about hearings of which whoever is registered is told. */
export const HEARING_TOLD = [
  'proposal_hearing_called',
  'proposal_hearing_moved',
  'proposal_hearing_cancelled',
  'proposal_hearing_adjourned',
  'proposal_hearing_not_held',
  'hearing_called_off',
  'minutes_drafted',
  'minutes_final',
] as const satisfies readonly SpeakerTold[];

/** @param more the reason that was given, and when and where it is then @param hearing null where none is to come */
export function speakerMail(
  kind: SpeakerTold,
  speaker: Speaker,
  { number, place, url, hearing, reason }: Case & { hearing: Hearing | null; reason: string },
): MailText {
  const { subject, says } = TOLD[kind];
  const when =
    hearing?.state === 'called' && speaker.state === 'registered' ? [`It is on ${hearingWords(hearing)}`] : [];
  return {
    kind: kind.startsWith('speaker_') ? kind : `${kind.replace('proposal_', '')}_speakers`,
    subject: `${subject}: ${place}`,
    caseNumber: number,
    paragraphs: [...says(speaker), ...when, ...(reason === '' ? [] : [reason])],
    action: { label: 'See what is noted', url },
  };
}
