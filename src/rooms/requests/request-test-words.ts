import type { Audience } from '../spaces/space-contract.ts';
import type { MissingPart, NoDefault, Passport } from './request-contract.ts';
import { isTestedFor } from './request-contract.ts';
import { type TrialDates, fitsTrial } from '../bookings/trial-date-contract.ts';
import { mayTryWords, TRIALS_STAY, trialsLater, trialsWords } from '../bookings/trial-date-words.ts';
import { silenceWords } from './request-words.ts';

type Test = Passport['state'];

const STANDING: Record<Exclude<Test, 'passed'>, string> = {
  none: 'Your group has not passed the benefit test yet',
  waiting: 'Your group’s answers in the benefit test are being scored',
  nearly: 'Your group’s result in the benefit test is no pass yet',
  not_yet: 'Your group’s result in the benefit test is no pass',
  ended: 'Your group’s result in the benefit test has ended',
};
const LINKS: Record<Exclude<Test, 'passed'>, string> = {
  none: 'Do the test',
  waiting: 'See how the test stands',
  nearly: 'See the result and what would change it',
  not_yet: 'See the result and what would change it',
  ended: 'Do the test again',
};

/**
 * What the test has to do with a request before it is sent; null where it has nothing to.
 * @param atOnce for a room that is let at once: the group’s trial dates, and how many dates it wants
 * @param most how many trial dates the area allows
 * @param lacks what is still missing before the owner is asked
 */
export function testBeforeWords(
  audience: Audience,
  test: Test,
  atOnce: { trial: TrialDates | null; dates: number } | null,
  most: number,
  lacks: readonly MissingPart[],
): string | null {
  if (test === 'passed' || !isTestedFor(audience)) return null;
  if (atOnce?.trial && fitsTrial(atOnce.trial, atOnce.dates))
    return `${mayTryWords(atOnce.trial)} So you can have this at once, without asking the owner. ${TRIALS_STAY}`;
  const trials =
    atOnce === null || most === 0
      ? ''
      : ` ${atOnce.trial ? trialsWords(atOnce.trial, atOnce.dates) : trialsLater(most)}`;
  return `${STANDING[test]}.${trials} You can send this now all the same: the owner ${lacks.length === 0 ? 'is asked at once' : 'is asked as soon as there is a deputy'}, and may say yes at the community price. Until you have passed, the owner’s silence is no offer, and a group that has passed goes first.`;
}

/** What a group can do about its test; null where there is nothing. */
export const testLinkWords = (audience: Audience, test: Test): string | null =>
  test === 'passed' || !isTestedFor(audience) ? null : LINKS[test];

/** What an owner’s silence comes to, as the group reads it. */
export function groupsSilenceWords(why: readonly NoDefault[], audience: Audience, test: Test): string {
  if (test === 'passed' || !isTestedFor(audience)) return silenceWords(why);
  return `${STANDING[test]}: the owner’s silence is no offer, and the owner may say yes all the same, at the community price. Without an answer a broker asks again, and the next room can be asked.`;
}

/** The same as the owner reads it: what the test decides, and what it does not. */
export function ownersSilenceWords(why: readonly NoDefault[], audience: Audience): string {
  if (!why.includes('no_passport') || !isTestedFor(audience)) return silenceWords(why);
  const price = why.includes('no_price') ? 'at a price that you name' : 'at the community price';
  return `The group has not passed the test yet: your silence is no offer; you may say yes all the same, ${price}. Without an answer a broker asks you again.`;
}
