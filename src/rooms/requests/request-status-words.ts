import { dateWords } from '../bookings/booking-words.ts';
import { isTestedFor } from './request-contract.ts';
import type { RequestPage, Viewer } from './request-page-contract.ts';
import { groupsSilenceWords, ownersSilenceWords } from './request-test-words.ts';
import { answerClock, daysLeftWords, MISSING_WORDS } from './request-words.ts';

/** How a request stands, in a heading and sentences: whose turn it is, what happens next, and by when. */
export type Status = { title: string; lines: string[] };

type Words = (page: RequestPage, said: Said) => Status;
/** `room` with its place, the owner, and the day that is waited for in words. */
type Said = { room: string; owner: string; by: string };

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
      answerClock(owner, page.request.dueOn ?? '', page.left, page.today, page.request.terms.owner_answers_until_hour),
      silenceFor(page),
      heldWords(page, room),
      mayDoTest(page) ? 'You can wait, or do the test meanwhile.' : 'You need do nothing until then.',
    ],
  }),
  chasing: (page, { owner, by }) => ({
    title: `${owner} has not answered`,
    lines: [silenceFor(page), `It is the broker’s turn, by ${by}. You can wait, or ask for the next room.`],
  }),
  with_broker: (_, { by }) => ({
    title: 'No room on your list is left',
    lines: [
      `It is the broker’s turn: they look for a room with you, by ${by}. You can put another room on the list too; then it is asked at once.`,
    ],
  }),
  offered: (page, { room, by }) => ({
    title: `You can have ${room}`,
    lines: [
      `It is your turn: read what you sign for, and take it by ${by} (${days(page)}). The dates are held for you until then.`,
    ],
  }),
  default_offered: (page, { room, owner, by }) => ({
    title: `You can have ${room}`,
    lines: [
      `${owner} did not answer in time, and has agreed that this is an offer. It counts from ${dateWords(page.current?.option.answeredOn ?? '')}.`,
      `It is your turn: read what you sign for, and take it by ${by} (${days(page)}). The dates are held for you until then.`,
    ],
  }),
  deposit_due: (page, { room, by }) => ({
    title: `${room} is yours: the deposit is due`,
    lines: [
      `Please settle the deposit by ${by} (${days(page)}). Cash is fine, and you get a receipt.`,
      `Is that hard for you? It can be paid in parts, or waived${page.area.reach ? `: ${page.area.reach}` : ''}.`,
      'The dates are booked for you until then. After that day they would be free again.',
    ],
  }),
  confirmed: ({ conditions }, { room }) => ({
    title: `${room} is booked`,
    lines: [
      conditions.length === 0
        ? 'Come on the first date. Everything about it is on the page of the booking.'
        : 'Something is still needed: it stands under “Before the first date”. Without it the room stays shut to you.',
    ],
  }),
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
    lines: [
      answerClock(owner, page.request.dueOn ?? '', page.left, page.today, page.request.terms.owner_answers_until_hour),
      ownersSilenceWords(page.noDefault, page.request.wish.audience),
    ],
  }),
  chasing: ({ noDefault, request }) => ({
    title: 'Your answer is overdue',
    lines: [ownersSilenceWords(noDefault, request.wish.audience), 'You can still say yes or no.'],
  }),
  offered: (_, { by }) => ({
    title: 'You said yes',
    lines: [`It is the group’s turn to take it, by ${by}. Until then the dates are held for them.`],
  }),
  default_offered: (page, { by }) => ({
    title: 'Offered by the compact',
    lines: [
      `There was no answer by ${dateWords(page.current?.option.dueOn ?? '')}, so the room is offered, as you agreed. It is the group’s turn to take it, by ${by}.`,
    ],
  }),
  deposit_due: (_, { by }) => ({
    title: 'Taken by the group',
    lines: [
      `It is the group’s turn to settle the deposit, by ${by}. Whoever takes it, the broker or you, writes it down here; then the dates are booked for good.`,
    ],
  }),
  confirmed: ({ conditions }) => ({
    title: 'Booked',
    lines: [
      conditions.length === 0
        ? 'These dates are booked. Nobody has to do anything.'
        : 'These dates are booked. The group still brings what stands under “Before the first date”: without it the room stays shut to them.',
    ],
  }),
};

export function statusOf(page: RequestPage, viewer: Viewer): Status {
  const said = {
    room: page.current ? `${page.current.name}, ${page.current.place}` : 'The room',
    owner: page.current?.owner ?? 'The owner',
    by: page.request.dueOn ? dateWords(page.request.dueOn) : 'then',
  };
  if (viewer !== 'owner') return OF_GROUP[page.request.state](page, said);
  const state = page.current?.option.state;
  const concerns = state === 'asked' || state === 'offered' || state === 'default_offered' || state === 'taken';
  return (
    (concerns && OF_OWNER[page.request.state]?.(page, said)) || {
      title: 'Nothing more to do',
      lines: [
        state === 'declined'
          ? 'You said no to this. The group has been told.'
          : 'The group does not want this room any more. You need do nothing.',
      ],
    }
  );
}

const silenceFor = ({ noDefault, request, passport }: RequestPage): string =>
  groupsSilenceWords(noDefault, request.wish.audience, passport.state);

/** A test that is being scored, or has a result, needs nothing just now. */
const mayDoTest = ({ request, passport }: RequestPage): boolean =>
  isTestedFor(request.wish.audience) && (passport.state === 'none' || passport.state === 'ended');

const days = ({ request, today }: RequestPage): string => daysLeftWords(request.dueOn ?? '', today);

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
