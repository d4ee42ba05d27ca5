import type { Case } from '../../story/story-contract.ts';

/** Rooms of Westfield Community Centre, by its reference and their names. */
export const HALL: Case['room'] = ['MBC-B-0027', 'Main hall'];
export const HALF_A: Case['room'] = ['MBC-B-0027', 'Half hall A'];
export const HALF_B: Case['room'] = ['MBC-B-0027', 'Half hall B'];
export const PLOVER: Case['room'] = ['MBC-B-0027', 'Plover room'];
