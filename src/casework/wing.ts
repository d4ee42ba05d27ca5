import type { Ground } from '../ground/wing.ts';
import type { Groups } from '../groups/wing.ts';
import type { House, Kernel } from '../kernel/wing.ts';
import type { Register } from '../register/wing.ts';
import { budgetsFeature } from './budgets/budget-wiring.ts';
import { clocksFeature } from './clocks/clock-wiring.ts';
import { commentsFeature } from './comments/comment-wiring.ts';
import { decisionsFeature } from './decisions/decision-wiring.ts';
import { enquiriesFeature } from './enquiries/enquiry-wiring.ts';
import { followingFeature } from './following/following-wiring.ts';
import { hearingsFeature } from './hearings/hearing-wiring.ts';
import { interestsFeature } from './interests/interest-wiring.ts';
import { minutesFeature } from './minutes/minutes-wiring.ts';
import { partnersFeature } from './partners/partner-wiring.ts';
import { pausesFeature } from './pauses/pause-wiring.ts';
import { petitionsFeature } from './petitions/petition-wiring.ts';
import { proposalsFeature } from './proposals/proposal-wiring.ts';
import { rivalsFeature } from './rivals/rival-wiring.ts';
import { signFeature } from './sign/sign-wiring.ts';
import { speakingFeature } from './speaking/speaking-wiring.ts';
import { caseTermsFeature } from './terms/case-term-wiring.ts';

type BelowCasework = { ground: Ground; register: Register; groups: Groups };

/** Casework: whose a place is, who asks for it, what speaks for and against it, and what is decided. */
export function caseworkWing(kernel: Kernel, below: BelowCasework) {
  const { contribution: ofClocks } = clocksFeature(below.ground);
  const { contribution: ofTerms, ...terms } = caseTermsFeature(kernel, below.ground);
  const { contribution: ofEnquiries, ...enquiries } = enquiriesFeature(kernel, below);
  const { contribution: ofProposals, ...proposals } = proposalsFeature(kernel, { ...below, ...enquiries });
  const { contribution: ofBudgets, ...budgets } = budgetsFeature(kernel, { ...below, ...proposals });
  const { contribution: ofPartners, ...partners } = partnersFeature(kernel, { ...below, ...proposals });
  const { contribution: ofComments, ...comments } = commentsFeature(kernel, { ...below, ...proposals });
  const { contribution: ofFollowing, ...following } = followingFeature(kernel, { ...below, ...proposals });
  const { contribution: ofPetitions, ...petitions } = petitionsFeature(kernel, below);
  const { contribution: ofDecisions, ...decisions } = decisionsFeature(kernel, { ...below, ...proposals });
  const { contribution: ofPauses, ...pauses } = pausesFeature(kernel, { ...below, ...proposals });
  const { contribution: ofRivals, ...rivals } = rivalsFeature(kernel, proposals);
  const { contribution: ofHearings, ...hearings } = hearingsFeature(kernel, proposals);
  const { contribution: ofSpeaking, ...speaking } = speakingFeature(kernel, { ...below, ...proposals });
  const { contribution: ofInterests, ...interests } = interestsFeature(kernel, below);
  const { contribution: ofMinutes, ...minutes } = minutesFeature(kernel, { ...below, ...proposals, ...speaking });
  const { contribution: ofSign } = signFeature(kernel, { ...below, ...proposals });
  const house: House = [
    ofClocks,
    ofTerms,
    ofEnquiries,
    ofInterests,
    ofPartners,
    ofProposals,
    ofBudgets,
    ofPauses,
    ofSign,
    ofPetitions,
    ofRivals,
    ofHearings,
    ofSpeaking,
    ofMinutes,
    ofDecisions,
    ofComments,
    ofFollowing,
  ];
  return {
    ...terms,
    ...enquiries,
    ...interests,
    ...partners,
    ...proposals,
    ...budgets,
    ...pauses,
    ...rivals,
    ...hearings,
    ...speaking,
    ...petitions,
    ...minutes,
    ...decisions,
    ...comments,
    ...following,
    house,
  };
}
