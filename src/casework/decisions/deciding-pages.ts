import type { Endpoint } from '../../kernel/endpoint.ts';
import { seenSchema } from '../proposals/proposal-contract.ts';
import {
  askReviewSchema,
  callInSchema,
  correctSchema,
  hearSchema,
  officerSchema,
  reviewSchema,
  signSchema,
} from './decision-contract.ts';
import type { DecisionPagesDeps } from './decision-endpoint.ts';
import { decideSchema, extendSchema, groundSchema } from './ground-contract.ts';

/** What is decided on a proposal, form by form. */
export function decidingPages({ decisions, acting }: DecisionPagesDeps): Endpoint[] {
  const { owner, deciding, officer, signing, callingIn, reviewing } = decisions;
  return [
    acting({
      of: 'agree',
      act: 'decision.agree',
      summary: 'Says yes for the owner, for all the days that were asked for',
      body: seenSchema,
      done: 'You have said yes. The group is told.',
      run: owner.agree,
    }),
    acting({
      of: 'extend',
      act: 'decision.extend',
      summary: 'Extends the owner’s time, once',
      body: extendSchema,
      done: 'The time is extended. Everybody is told why.',
      run: owner.extend,
    }),
    acting({
      of: 'take-back',
      act: 'decision.file',
      summary: 'Takes a ground back that nobody has decided on',
      body: groundSchema,
      done: 'The ground is taken back.',
      run: owner.takeBack,
    }),
    acting({
      of: 'decide',
      act: 'decision.decide',
      summary: 'Decides whether a ground holds',
      body: decideSchema,
      done: 'Decided. Group and owner are told.',
      run: deciding.decide,
    }),
    acting({
      of: 'decide-building',
      act: 'decision.decide',
      summary: 'Says yes or no where too few neighbours have signed for silence to grant a building',
      body: officerSchema,
      done: 'Decided. Group and owner are told.',
      run: officer.decide,
    }),
    acting({
      of: 'sign',
      act: 'decision.decide',
      summary: 'Signs a grant, with its reasons and its equality record',
      body: signSchema,
      done: 'Signed.',
      run: signing.sign,
    }),
    acting({
      of: 'correct',
      act: 'decision.decide',
      summary: 'Puts a slip in a decision right; the old words stay',
      body: correctSchema,
      done: 'The correction stands beside the old words.',
      run: signing.correct,
    }),
    acting({
      of: 'call-in',
      act: 'decision.call_in',
      summary: 'Calls a grant in; it takes two councillors',
      body: callInSchema,
      done: 'Noted. Two councillors make a call-in.',
      run: callingIn.callIn,
    }),
    acting({
      of: 'hear',
      act: 'decision.hear',
      summary: 'Says after the hearing whether a grant stands',
      body: hearSchema,
      done: 'Noted. Group and owner are told.',
      run: callingIn.hear,
    }),
    acting({
      of: 'ask-review',
      act: 'decision.ask_review',
      summary: 'Asks for a review of a refusal, once',
      body: askReviewSchema,
      done: 'People who did not decide it look at it again.',
      run: reviewing.askReview,
    }),
    acting({
      of: 'take-refusal',
      act: 'decision.ask_review',
      summary: 'Takes a refusal as it is',
      body: seenSchema,
      done: 'Noted. It is over.',
      run: reviewing.takeAsItIs,
    }),
    acting({
      of: 'review',
      act: 'decision.review',
      summary: 'Decides a review',
      body: reviewSchema,
      done: 'Decided. Group and owner are told.',
      run: reviewing.review,
    }),
  ];
}
