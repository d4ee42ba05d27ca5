import type { MailRow, Sentences } from '../proposals/proposal-mail-contract.ts';
import type { PauseFactKind } from './pause-facts.ts';

const because = (words: string): string[] => (words === '' ? [] : [words]);
const stands: Sentences = ({ more }) => ['The clock of this case stands still.', ...because(more)];
const goesOn: Sentences = ({ byClock }) => [
  byClock ? 'The time of the pause is over, so the clock goes on.' : 'The clock of this case goes on.',
];
const courtStands: Sentences = () => ['The order of the court still stands, and so does the clock.'];
const stopped: Sentences = ({ more }) => [
  'Decision officer and monitoring officer have stopped this case, because there is a danger or something is against the law.',
  ...because(more),
  'The clock stands still. If the owner shows no ground in time, the stop falls.',
];
const stopEnded: Sentences = ({ byClock }) => [
  byClock
    ? 'No ground was shown in time, so the emergency stop has fallen. The clock goes on.'
    : 'The emergency stop is lifted. The clock goes on.',
];
const stopAsked: Sentences = ({ more }) => [
  'An emergency stop of this case is asked for. It needs decision officer and monitoring officer: the second agrees to it on the page of the case.',
  ...because(more),
];

/** Who is told of what becomes of the clock, and in which words; old day and new day are added to each. */
export const PAUSE_MAILS: Record<PauseFactKind, MailRow> = {
  correction_asked: {
    subject: 'Please correct',
    group: ({ more, paused }) => [
      'An officer asks you to correct something in your papers:',
      more,
      `Nothing begins anew with this. Say on the page of your proposal what you have corrected. ${paused ? 'The clock stands still meanwhile.' : 'You were asked before, so the clock runs on meanwhile.'}`,
    ],
    owner: ({ more, paused }) => [
      'An officer has asked the group to correct something in its papers:',
      more,
      paused ? 'The clock stands still until it has answered.' : 'It was asked before, so the clock runs on.',
    ],
  },
  correction_sent: {
    subject: 'Corrected',
    group: () => ['What you have corrected has come in.'],
    owner: ({ more }) => ['The group has corrected what it was asked to.', ...because(more)],
    brokers: ({ more }) => ['The group has corrected what it was asked to.', ...because(more)],
  },
  clock_paused: { subject: 'The clock stands still', group: stands, owner: stands },
  clock_resumed: { subject: 'The clock goes on', group: goesOn, owner: goesOn },
  court_order_stands: { subject: 'The clock stands still', group: courtStands, owner: courtStands },
  stop_asked: {
    subject: 'An emergency stop is asked for',
    decision_officers: stopAsked,
    monitoring_officers: stopAsked,
  },
  emergency_stopped: {
    subject: 'Emergency stop',
    group: stopped,
    owner: stopped,
    brokers: stopped,
    decision_officers: stopped,
    monitoring_officers: stopped,
    councillors: stopped,
  },
  emergency_ended: {
    subject: 'The emergency stop is over',
    group: stopEnded,
    owner: stopEnded,
    brokers: stopEnded,
    decision_officers: stopEnded,
    monitoring_officers: stopEnded,
    councillors: stopEnded,
  },
};
