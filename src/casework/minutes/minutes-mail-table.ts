import type { MailRow } from '../proposals/proposal-mail-contract.ts';
import { because } from '../proposals/proposal-mail-sentence-words.ts';
import type { MinutesFactKind } from './minutes-facts.ts';

/** Who is told of the minutes of a hearing; whoever registered to speak has mails of their own. */
export const MINUTES_MAILS = {
  minutes_drafted: {
    subject: 'The draft of the minutes',
    group: ({ more }) => [
      'The draft of the minutes of the hearing is there. Whoever took part can correct it.',
      ...because(more),
    ],
    owner: ({ more }) => [
      'The draft of the minutes of the hearing is there. Whoever took part can correct it.',
      ...because(more),
    ],
    panel: ({ more }) => ['The draft of the minutes of the hearing is there.', ...because(more)],
    councillors: ({ more }) => ['The draft of the minutes of the hearing is there.', ...because(more)],
    democratic_services: ({ byClock, more }) => [
      byClock
        ? 'Nobody wrote the draft of the minutes in time, so what was recorded is the draft. You can still write what was said while it can be corrected.'
        : 'The draft of the minutes of the hearing is there.',
      ...because(more),
    ],
  },
  minutes_correction_sent: {
    subject: 'A correction of the minutes',
    democratic_services: () => [
      'Somebody who took part would have the minutes say something else. Say what comes of it: without an answer it stands beside the text.',
    ],
  },
  minutes_final: {
    subject: 'The minutes are final',
    group: () => ['The minutes of the hearing are final. They say what was corrected.'],
    owner: () => ['The minutes of the hearing are final. They say what was corrected.'],
  },
} satisfies Partial<Record<MinutesFactKind, MailRow>>;
