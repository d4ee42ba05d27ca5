import { dateWords } from '../../kernel/day-words.ts';
import type { Turn } from '../../ground/cases/standing-contract.ts';
import type { PauseEnd, PublicPause } from './pause-contract.ts';
import type { PauseKind } from './pause-kind-contract.ts';

type Words = {
  /** What it is called. */
  name: string;
  /** Why days do not count, where they are counted one by one. */
  why: string;
  /** Whose turn it is while it stands, for what, and what happens without a word. */
  turn: Turn;
  next: string;
  silence: string;
};

const GOES_ON = 'Without a word the clock goes on by itself.';

/** Each kind of pause in words: the same on the page of a case, in lists, in mails and in docs. */
export const PAUSE_WORDS: Readonly<Record<PauseKind, Words>> = {
  correct: {
    name: 'Please correct',
    why: 'the group was asked to correct something',
    turn: 'group',
    next: 'correct what an officer has asked for',
    silence: 'Without an answer the clock goes on by itself, and what was sent stands as it is.',
  },
  wish: {
    name: 'The group’s own wish',
    why: 'the group asked for it',
    turn: 'group',
    next: 'say when the clock goes on',
    silence: GOES_ON,
  },
  advert: {
    name: 'Statutory advert',
    why: 'an advert that the law asks for',
    turn: 'broker',
    next: 'say when the time of the advert is over',
    silence: GOES_ON,
  },
  court: {
    name: 'Order of a court',
    why: 'the order of a court',
    turn: 'broker',
    next: 'look whether the order of the court still stands',
    silence: 'If nobody says that it still stands, the clock goes on by itself.',
  },
  emergency: {
    name: 'Emergency stop',
    why: 'an emergency stop',
    turn: 'owner',
    next: 'show the ground R3, or R1, with its evidence',
    silence: 'If no ground is shown by then, the stop falls and the clock goes on.',
  },
};

const ENDED_WORDS: Record<PauseEnd, string> = {
  answered: 'it was answered',
  lifted: 'it was lifted',
  over: 'its time was over',
  moved_on: 'the case went on',
  overtaken: 'another reason came before it',
};
export const STOP_WORDS = { danger: 'a danger', illegality: 'something that is against the law' } as const;

/** Words that somebody typed, as a sentence of their own. */
const sentence = (words: string): string => (/[.!?…]$/.test(words) ? words : `${words}.`);

/** "The clock stands still since 3 March 2027, because …; it goes on at the latest on …" */
export function standsWords({
  kind,
  begins,
  until,
  reason,
}: Pick<PublicPause, 'kind' | 'begins' | 'until' | 'reason'>): string {
  const since = begins === null ? '' : ` since ${dateWords(begins)}`;
  return `The clock stands still${since}, because of this: ${PAUSE_WORDS[kind].why}. ${sentence(reason)} ${lastDayWords(kind, until)}`;
}

const lastDayWords = (kind: PauseKind, until: string): string =>
  kind === 'court'
    ? `Somebody looks by ${dateWords(until)} whether the order still stands; if nobody does, the clock goes on after that day.`
    : `It goes on at the latest after ${dateWords(until)}.`;

/** One pause as it is listed once it is over, or stands. */
export function pauseWords({ kind, begins, until, askedOn, endedOn, ended, reason, answer }: PublicPause): string {
  const { name } = PAUSE_WORDS[kind];
  const from = begins ?? askedOn;
  const last = endedOn ?? until;
  const how =
    begins === null
      ? `on ${dateWords(askedOn)}, while the clock ran on`
      : endedOn === null
        ? `from ${dateWords(from)}, at the latest until ${dateWords(last)}`
        : `from ${dateWords(from)} to ${dateWords(last)}, when ${ENDED_WORDS[ended ?? 'over']}`;
  return `${name}, ${how}: ${sentence(reason)}${answer === '' ? '' : ` The group answered: ${sentence(answer)}`}`;
}

/** What a pause does to the day of a case; nothing where it does not move. @param stands whether the clock stands still, so that it may end sooner */
export const movedWords = (was: string, now: string, stands: boolean): string =>
  was === now ? '' : `The day was ${dateWords(was)}. Now it is ${dateWords(now)}${stands ? ' at the latest' : ''}.`;
