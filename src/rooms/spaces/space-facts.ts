import { nothingFollows } from '../../kernel/reactions.ts';

/** Rooms, their hours, prices, parts and days off. What is booked keeps the price and the terms of the day it was booked. */
export const spaceReactions = nothingFollows(
  'space_added',
  'space_changed',
  'space_hours_changed',
  'space_prices_changed',
  'space_joined',
  'space_divided',
  'space_retired',
  'terms_changed',
  'days_off_changed',
);
export type SpaceFactKind = keyof typeof spaceReactions;

declare module '../../kernel/fact.ts' {
  interface FactKinds extends Record<keyof typeof spaceReactions, true> {}
}
