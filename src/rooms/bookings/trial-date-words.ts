import { dateWords } from '../../kernel/day-words.ts';
import { type TrialDates, type TrialNumbers, trialsLeft } from './trial-date-contract.ts';

const dates = (count: number): string => (count === 1 ? 'one trial date' : `${count} trial dates`);

/** When the result is awaited, as the end of a sentence. */
const resultWords = ({ resultBy }: Pick<TrialDates, 'resultBy'>): string =>
  resultBy ? `wait for the result, which is due by ${dateWords(resultBy)}` : 'wait for the result';

/** What a group whose test is being scored may have at once, and what it has of it. */
export function mayTryWords(trial: TrialDates): string {
  const left = trialsLeft(trial);
  const had =
    trial.held === 0
      ? ''
      : left === 0
        ? ' It has them all.'
        : ` It has ${trial.held} of them, so ${left} ${left === 1 ? 'is' : 'are'} left.`;
  return `While your group’s answers in the test are being scored it may have up to ${dates(trial.most)} in rooms that are let at once.${had}`;
}

/** Why more than that cannot be had at once, and what to do. @param wanted how many were asked for */
export function trialsWords(trial: TrialDates, wanted: number): string {
  const left = trialsLeft(trial);
  const fewer = left === 0 ? '' : ` Take ${left === 1 ? 'one date' : `${left} dates or fewer`},`;
  return `${mayTryWords(trial)} This ${wanted === 1 ? 'is one more' : `is ${wanted}`}.${fewer}${fewer === '' ? ' Ask' : ' or ask'} the owner with a request, or ${resultWords(trial)}.`;
}

/** "Trial date 2 of 3", "Trial dates 2 and 3 of 3" */
export function trialNumberWords({ numbers, most }: TrialNumbers): string {
  const [last, ...before] = numbers.toReversed();
  if (last === undefined) return 'Trial dates';
  // An area may have lowered the number since.
  const of = Math.max(most, last);
  return before.length === 0
    ? `Trial date ${last} of ${of}`
    : `Trial dates ${before.toReversed().join(', ')} and ${last} of ${of}`;
}

/** What a group can have as soon as it has sent its answers. @param most above 0 */
export const trialsLater = (most: number): string =>
  `As soon as your answers are sent, your group may have up to ${dates(most)} in rooms that are let at once.`;

/** What becomes of trial dates: a yes is a yes. */
export const TRIALS_STAY = 'Trial dates stay booked, whatever the result of the test is.';
