import { counted } from '../../kernel/text.ts';
import { FACILITY_TABLE } from '../spaces/facility-contract.ts';
import { WEEKDAY_WORDS } from '../spaces/space-words.ts';
import type { PartOfDay, UnmetNeeds } from './need-contract.ts';
import { listed } from './measure-words.ts';

export const watchWords = {
  heading: 'Tell me when something opens',
  offer:
    'We look again whenever rooms or bookings change, and write to you once, as soon as another room fits. It ends by itself after half a year, or with your last date.',
  consent: 'Keep what I look for, and write to me about it. Owners see only how many people look for something alike.',
  save: 'Tell me when a room opens',
  saved: 'You have asked us to tell you when another room opens for this.',
  myPage: 'See or end it on your page',
  signIn: 'Sign in, and we tell you',
  forOthers: 'Keep it for a group without e-mail',
} as const;

export const myNeedWords = {
  heading: 'Rooms you wait for',
  told: 'We have told you that a room is free. Save it again if you still look.',
  until: (day: string) => `We tell you when a room opens, until ${day}.`,
  end: 'Forget this',
} as const;

const PART_WORDS: Record<PartOfDay, string> = { morning: 'mornings', afternoon: 'afternoons', evening: 'evenings' };

/** What owners read: "Tuesday evenings: 4 people; 3 of them need a step-free way in." */
export const unmetWords = {
  heading: 'What people look for near you in vain',
  none: 'Nobody waits for a room near your buildings at the moment, or too few to tell without saying who.',
  all: (people: number) =>
    `${counted(people, 'person', 'people')} near your buildings have asked to be told when a room opens.`,
  group: ({ weekday, part, people, needs }: UnmetNeeds['groups'][number]) =>
    `${WEEKDAY_WORDS[weekday]} ${PART_WORDS[part]}: ${counted(people, 'person', 'people')}${needs.length > 0 ? `; ${listed(needs.map(({ facility, people: count }) => `${count} need “${FACILITY_TABLE[facility].noun}”`))}` : ''}`,
} as const;
