import { LONGEST_MONTHS, SHORTEST_DAYS } from '../../casework/proposals/proposal-contract.ts';
import type { AnswerTo, ChosenPlace, Length, Need, Way } from './start-contract.ts';

/** The longest that land can be asked for, in years. */
const LONGEST_YEARS = LONGEST_MONTHS / 12;

export const NEED_WORDS: Record<Need, { label: string; hint?: string }> = {
  room: { label: 'A room for some hours', hint: 'for a meeting, a class or a weekly group' },
  land: { label: 'Land', hint: 'to grow, to play or to clean up' },
  building: { label: 'A building', hint: 'that stands empty or is hardly used, for a project of your own' },
  neglected: { label: 'Nothing for myself: I only want to say that something is neglected' },
  else: { label: 'Something else', hint: 'we say who else can help' },
};

export const LENGTH_WORDS: Record<Length, string> = {
  once: 'Once, or for a few days',
  regular: 'Again and again, for instance every Tuesday evening',
  months: `For months, up to ${LONGEST_YEARS} years`,
  for_good: 'For good',
};

export const KNOWN_WORDS: Record<AnswerTo<'known'>, string> = {
  yes: 'Yes, I have a place in mind',
  no: 'No, show me what there is',
};

/** What is asked, and what is said where nobody answered. */
export const QUESTION_WORDS = {
  need: { asks: 'What do you need?', missing: 'Choose what you need.' },
  long: { asks: 'How often, or for how long?', missing: 'Choose how often, or for how long.' },
  known: { asks: 'Do you know the place already?', missing: 'Choose whether you know the place already.' },
} as const;

type Told = { title: string; lead: string; more: readonly string[]; button: string };

/** Where each way leads, in words that promise only what can be done here today. */
export function wayWords(way: Way, long: Length | undefined, place: ChosenPlace | null): Told {
  const name = place?.name ?? '';
  const owner = place?.owner.name ?? '';
  const isBuilding = place?.kind === 'building';
  const told: Record<Way, Told> = {
    rooms: {
      title: 'A room, by the hour',
      lead: 'The room finder shows which rooms are free on all your dates, how to get in, and what they cost in full.',
      more: [
        long === 'regular'
          ? 'Say which day of the week and for how many weeks: it looks at every date.'
          : 'Halls and yards can be had for a day in the same way.',
        'If none fits, it tells you when one opens.',
      ],
      button: 'Find a room',
    },
    ask: {
      title: `Ask for ${name}`,
      lead: 'Your group says what it would do there. Everybody may comment, and two people score what good it does.',
      more: [
        ...(isBuilding ? ['A building is also heard in public before its marks count.'] : []),
        'A group asks, not a person alone: two people who know each other are enough. You can register it on the way.',
        'If it passes the test, the owner needs one of a short list of reasons to say no.',
        ...(long === 'for_good' ? [forGood, ...(isBuilding ? [rightToBid] : [])] : []),
      ],
      button: 'Ask for this place',
    },
    find_land: {
      title: 'Land that stands empty',
      lead: 'Choose a piece of land in the list or on the map. On its page press “Ask for this place”.',
      more: [
        ...(place ? [`${name} is a building, so it is not among them.`] : []),
        'It is not in the list? Ask whose it is: when the owner is found, your group can ask for it.',
        ...(long === 'for_good' ? [forGood] : []),
      ],
      button: 'See the land',
    },
    short_land: {
      title: 'Land for a few days',
      lead: `Land cannot be asked for here for less than ${SHORTEST_DAYS} days.`,
      more: [
        'Some yards and pitches can be booked by the hour or the day, like a room.',
        place
          ? `For a fair or a clean-up at ${name} ask its owner, ${owner}, and give the reference ${place.code}.`
          : 'For a fair or a clean-up ask the owner of the place. Its page says who that is.',
      ],
      button: 'Look in the room finder',
    },
    asked_already: {
      title: `A group has already asked for ${name}`,
      lead: 'Until that is decided nobody else can ask for it. Its page says where this stands, and you may comment.',
      more: [isBuilding ? 'Another building near it may be free.' : 'Other land near it may be free.'],
      button: 'See where it stands',
    },
    in_use: {
      title: `${name} cannot be asked for now`,
      lead: 'It is used, or its owner has taken it off the list of places that can be asked for. Its page says which.',
      more: isBuilding
        ? ['Rooms inside it may be let by the hour: its page lists them.', 'Another building near it may stand empty.']
        : ['Other land near it may stand empty.'],
      button: isBuilding ? 'See buildings that stand empty' : 'See land that stands empty',
    },
    find_building: {
      title: 'Buildings that stand empty',
      lead: 'Choose a building in the list or on the map. On its page press “Ask for this place”.',
      more: [
        ...(place ? [`${name} is a piece of land, so it is not among them.`] : []),
        'Rooms in buildings that are open can be had by the hour.',
        ...(long === 'for_good' ? [forGood, rightToBid] : []),
      ],
      button: 'See buildings that stand empty',
    },
    whose: {
      title: 'Ask whose it is',
      lead: 'A broker finds out whose the place is, and tells them. You see where they looked, and by when you hear.',
      more: [
        'You need no group for that.',
        'Somebody may be hurt there, or there is something dangerous? Ring the council now, and 999 in danger.',
      ],
      button: 'Ask whose it is',
    },
    tell_owner: {
      title: `${name} belongs to ${owner}`,
      lead: `Tell them that it is neglected, and give the reference ${place?.code ?? ''}.`,
      more: [
        'Would you look after it yourselves? A group can ask for land here.',
        'Is there something dangerous? Ring the council now, and 999 in danger.',
      ],
      button: 'See its page',
    },
    else: {
      title: 'Who else can help',
      lead: 'This portal lets groups use places for a time. For other things, these are whom to ask.',
      more: [
        'Somebody is in danger, or a crime is happening: ring 999.',
        'Permission to build, or to use a building for something else: the planning department of your council.',
        'An allotment of your own: the council or parish that keeps the waiting list for allotments.',
        'Care for a person, or somewhere to live: social services or the housing office of your council.',
        'Rubbish, a pothole or a broken street light: your council’s page for reporting problems.',
      ],
      button: 'Whom to ring, write to or visit here',
    },
  };
  return told[way];
}

const forGood = `Here a place is lent for a time, up to ${LONGEST_YEARS} years. For good is a matter between you and its owner.`;
const rightToBid =
  'If you want to own it one day: a group can ask the council to list it as an asset of community value. If its owner then wants to sell, your group can ask for time to make an offer (Localism Act 2011, part 5).';
