import type { Standing, Step } from '../../ground/cases/standing-contract.ts';
import { dateWords } from '../../kernel/day-words.ts';
import { isTestedFor } from './request-contract.ts';
import type { RequestPage, Viewer } from './request-page-contract.ts';
import { groupsSilenceWords, ownersSilenceWords } from './request-test-words.ts';
import { answerClock, daysLeftWords, MISSING_WORDS } from './request-words.ts';

/** A heading and what else is to be known; whose turn it is, what is next and by when stand above, in the words of every page. */
export type Status = { title: string; lines: string[] };

type Words = (page: RequestPage, said: Said) => Status;
/** `room` with its place, and the owner. */
type Said = { room: string; owner: string };

const OF_GROUP: Record<RequestPage['request']['state'], Words> = {
  draft: () => ({
    title: 'Not sent yet',
    lines: ['Look at all dates, the price and what others will see. Nobody is asked before you send it.'],
  }),
  incomplete: ({ request }) => ({
    title: 'One more person is needed',
    lines: [
      ...request.missing.map((part) => MISSING_WORDS[part].todo),
      'The owner is asked as soon as that is there, and the clock starts then. Until then no dates are held, and others can ask for them.',
    ],
  }),
  asked: (page, { room, owner }) => ({
    title: `${owner} is asked`,
    lines: [
      clockFor(page, owner),
      silenceFor(page),
      heldWords(page, room),
      mayDoTest(page) ? 'You can wait, or do the test meanwhile.' : 'You need do nothing until then.',
    ],
  }),
  chasing: (page, { owner }) => ({
    title: `${owner} has not answered`,
    lines: [silenceFor(page), 'You can wait, or ask for the next room.'],
  }),
  with_broker: () => ({
    title: 'No room on your list is left',
    lines: ['You can put another room on the list too; then it is asked at once.'],
  }),
  offered: (page, { room }) => ({
    title: `You can have ${room}`,
    lines: [`${leftFor(page)}: the dates are held for you until then.`],
  }),
  default_offered: (page, { room, owner }) => ({
    title: `You can have ${room}`,
    lines: [
      `${owner} did not answer in time, and has agreed that this is an offer. It counts from ${dateWords(page.current?.option.answeredOn ?? '')}.`,
      `${leftFor(page)}: the dates are held for you until then.`,
    ],
  }),
  deposit_due: (page, { room }) => ({
    title: `${room} is yours: the deposit is due`,
    lines: [
      `${leftFor(page)}. Cash is fine, and you get a receipt.`,
      `Is that hard for you? It can be paid in parts, or waived${page.area.reach ? `: ${page.area.reach}` : ''}.`,
      'The dates are booked for you until then. After that day they would be free again.',
    ],
  }),
  confirmed: (_, { room }) => ({ title: `${room} is booked`, lines: [] }),
  declined: ({ request }) => ({
    title: 'No room was found',
    lines: [
      `The broker has closed the request. ${request.reason ?? ''}`,
      'Nothing is held. You can ask again, for other rooms or other times.',
    ],
  }),
  withdrawn: () => ({
    title: 'Taken back',
    lines: ['Your group took the request back. Nothing is held. You can ask again.'],
  }),
  lapsed: () => ({
    title: 'Lapsed',
    lines: ['The time was over, so the dates are free again for others. You can ask again.'],
  }),
};

const OF_OWNER: Partial<Record<RequestPage['request']['state'], Words>> = {
  asked: (page, { owner }) => ({
    title: 'Your answer is asked for',
    lines: [clockFor(page, owner), ownersSilenceWords(page.noDefault, page.request.wish.audience)],
  }),
  chasing: ({ noDefault, request }) => ({
    title: 'Your answer is overdue',
    lines: [ownersSilenceWords(noDefault, request.wish.audience), 'You can still say yes or no.'],
  }),
  offered: () => ({ title: 'You said yes', lines: ['Until then the dates are held for the group.'] }),
  default_offered: (page) => ({
    title: 'Offered by the compact',
    lines: [
      `There was no answer by ${dateWords(page.current?.option.dueOn ?? '')}, so the room is offered, as you agreed.`,
    ],
  }),
  deposit_due: () => ({
    title: 'Taken by the group',
    lines: ['Whoever takes the deposit, the broker or you, writes it down here; then the dates are booked for good.'],
  }),
  confirmed: () => ({ title: 'Booked', lines: [] }),
};

/** Whether a room of a request still concerns those who answer for it. */
function concernsOwner({ current }: RequestPage): boolean {
  const state = current?.option.state;
  return state === 'asked' || state === 'offered' || state === 'default_offered' || state === 'taken';
}

export function statusOf(page: RequestPage, viewer: Viewer): Status {
  const said = {
    room: page.current ? `${page.current.name}, ${page.current.place}` : 'The room',
    owner: page.current?.owner ?? 'The owner',
  };
  if (viewer !== 'owner') return OF_GROUP[page.request.state](page, said);
  return (
    (concernsOwner(page) && OF_OWNER[page.request.state]?.(page, said)) || {
      title: 'Nothing more to do',
      lines: [
        page.current?.option.state === 'declined'
          ? 'You said no to this. The group has been told.'
          : 'The group does not want this room any more.',
      ],
    }
  );
}

/** Where a request stands, for whoever looks: an owner whose room is out of it has nothing to do with what is next. */
export const standingFor = (page: RequestPage, viewer: Viewer): Standing =>
  viewer === 'owner' && !concernsOwner(page) ? { ...page.standing, steps: [NOTHING], meanwhile: [] } : page.standing;
const NOTHING: Step = { kind: 'nothing', turn: 'nobody', next: '', by: null, how: null };

const clockFor = ({ standing, request, left, today }: RequestPage, owner: string): string =>
  answerClock(owner, standing.steps[0].by ?? today, left, today, request.terms.owner_answers_until_hour);

const silenceFor = ({ noDefault, request, passport }: RequestPage): string =>
  groupsSilenceWords(noDefault, request.wish.audience, passport.state);

/** A test that is being scored, or has a result, needs nothing just now. */
const mayDoTest = ({ request, passport }: RequestPage): boolean =>
  isTestedFor(request.wish.audience) && (passport.state === 'none' || passport.state === 'ended');

/** "3 days left", as a sentence begins. */
function leftFor({ standing, today }: RequestPage): string {
  const left = daysLeftWords(standing.steps[0].by ?? today, today);
  return `${left.charAt(0).toUpperCase()}${left.slice(1)}`;
}

/** What is held meanwhile, and who goes first as it stands. */
function heldWords({ current, goesFirst }: RequestPage, room: string): string {
  const { isThis, why } = goesFirst;
  const held = current?.option.bookingId
    ? 'The dates are held for you meanwhile; others see that they are being asked for.'
    : `Another group asked for some of these dates in ${room} before you, so nothing is held for you yet.`;
  if (why.length === 0) return held;
  const wants = current?.option.bookingId ? ' Another group wants some of them too.' : '';
  return isThis
    ? `${held}${wants} As it stands you go first. ${why.join(' ')}`
    : `${held}${wants} As it stands the other group goes first if the owner says yes, and your next room is asked. ${why.join(' ')}`;
}

/** What goes for a request that lacks a second person, said before it is sent. */
export const NEEDS_DEPUTY =
  'Until there is a deputy no dates are held, and others can ask for them. The owner is asked at once when there is one, and the clock starts then.';
