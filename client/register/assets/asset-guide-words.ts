import type { Route } from '../../../src/register/assets/asset-contract.ts';

/** What to do, step by step, for each thing that may be done at a place. `{owner}` and `{code}` are filled in. */
export const ROUTE_GUIDES: Record<Route, readonly string[]> = {
  meanwhile_use: [
    'Think about what your group would do here, for how long, and who would gain from it. You do not need to be a charity or have a constitution to ask.',
    'Land can be asked for here: press “Ask for this place” below, and say which dates you have in mind. For a building contact {owner} and give the reference {code}.',
    'Your idea is tested against questions that are the same for everyone: is there a need, what good will it do, can everyone join in, and can you hand the place back?',
    'If your idea passes, the owner must have one of a short list of reasons to say no, and must prove it.',
  ],
  book_space: [
    'Look at the rooms and spaces below and pick one that is large enough.',
    'The finder shows which rooms are free on all your dates, here and near here, how to get in, and what they cost in full.',
    'Ask for the room there. If none fits, let us tell you when one opens, or contact {owner} and give the reference {code}.',
  ],
  ask_owner: [
    'Press “Ask who owns this place” below: a broker looks in the Land Registry and asks the councils around.',
    'You see where they looked, whose turn it is and by when. When the owner is found, you can ask for meanwhile use.',
  ],
  right_to_bid: [
    'A community group can ask the council to list this place as an asset of community value (Localism Act 2011, part 5).',
    'If the owner then wants to sell, your group can ask for time to put an offer together.',
  ],
  not_available: ['You can follow this place with the feed below. It tells you when something changes.'],
};
