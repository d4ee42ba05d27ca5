import type { MailText, NewNews } from '../../ground/notifications/mail-contract.ts';
import { counted } from '../../kernel/text.ts';
import type { Answer } from './answer-contract.ts';
import { priceWords } from './finder-words.ts';
import { away } from './measure-words.ts';
import { timeWords } from '../bookings/booking-words.ts';

const MOST_NAMED = 5;

/** What has opened, with enough to decide whether to look. @param wish in words */
export function openedMail(wish: string, rooms: readonly Answer[], url: string): Omit<NewNews, 'to' | 'topic'> {
  return {
    kind: 'need_opened',
    subject:
      rooms.length === 1
        ? 'A room that you look for is free now'
        : `${rooms.length} rooms that you look for are free now`,
    paragraphs: [
      'You asked us to tell you when a room opens for this:',
      wish,
      ...openedLines(rooms),
      'Nobody keeps it for you: ask soon if it suits you. We write about this wish only once. You can save it again.',
    ],
    action: { label: 'See the rooms', url },
  };
}

/** The rooms, a line each: also to be read out. */
export function openedLines(rooms: readonly Answer[]): string[] {
  const more = rooms.length - MOST_NAMED;
  return [...rooms.slice(0, MOST_NAMED).map(lineOf), ...(more > 0 ? [`And ${counted(more, 'more room')}.`] : [])];
}

/** The same as a letter, to somebody who cannot press a link. */
export const openedLetter = (wish: string, rooms: readonly Answer[]): MailText => ({
  kind: 'need_opened',
  subject: rooms.length === 1 ? 'A room that you look for is free now' : 'Rooms that you look for are free now',
  paragraphs: [
    'You asked us to tell you when a room opens for this:',
    wish,
    ...openedLines(rooms),
    'Nobody keeps it for you: ask soon if it suits you. We write about this wish only once.',
  ],
  talk: 'Do you want it? We ask for it with you.',
});

function lineOf({ name, place, distanceM, from, to, price, freeDates }: Answer): string {
  const where = [place, distanceM === null ? '' : `${away(distanceM)} away`].filter((part) => part !== '').join(', ');
  const times = from === null || to === null ? '' : ` ${timeWords(from, to)}.`;
  return `${name}, ${where}.${times} ${priceWords(price, freeDates)}.`;
}
