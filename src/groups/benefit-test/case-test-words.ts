import { dayWords } from '../groups/day-words.ts';
import type { ExplainedResult } from './benefit-contract.ts';
import { OUTCOME_WORDS, percentWords } from './result-words.ts';
import type { TestState } from './test-contract.ts';

/** Evidence for a second place: what came of an earlier case. */
export const earlierResultText = (result: ExplainedResult): string =>
  `An earlier case of this group: ${OUTCOME_WORDS[result.outcome].toLowerCase()} in the community benefit test, with ${result.points} of ${result.possible} points (${percentWords(result)}%), on ${dayWords(result.resultOn)}${result.provisional ? ', provisional' : ''}.`;

/** How the test of a case stands, for the group that answers its questions. */
export const CASE_TEST_WORDS: Record<TestState, string> = {
  draft: 'You are writing. Nothing is sent from here: your answers go with the case.',
  scoring: 'Two people score your answers, apart from each other.',
  settling: 'Two people have scored your answers, and come to one mark where they differ.',
  deciding: 'The marks stand. An officer makes the last checks.',
  published: 'The result is out.',
  withdrawn: 'You have taken this back.',
};
