import type { Proposal, ProposalAct } from '../proposals/proposal-contract.ts';
import type { CaseReading, Counting } from './case-steps-contract.ts';
import type { ProposalShown } from '../proposals/proposal-page-contract.ts';
import { rolesOn, signsAs } from './deciding-rules.ts';
import type { DecisionsTold, MayDecide } from './decision-page-contract.ts';
import { isStopped, WAITS_IN } from './filing-rules.ts';
import { isSigned, SIGNED_IN } from './signing-rules.ts';

type Beside = {
  told: DecisionsTold;
  calledIn: boolean;
  counting: Counting;
  steps: CaseReading;
};

/** What whoever looks at a case may do now: no page shows a button that is refused. */
export function mayDecide(
  shown: ProposalShown,
  proposal: Proposal,
  { told, calledIn, counting, steps }: Beside,
): MayDecide {
  const { who, may, today } = shown;
  const { state } = proposal;
  const roles = who ? rolesOn(who, proposal) : [];
  const open = (act: ProposalAct): boolean => roles.some((role) => steps.leadsTo(state, act, role) !== null);
  const due = steps.dueOf({ ...proposal, state: 'window' }, counting)?.due ?? '';
  const looked = state === 'filed' || state === 'filed_late';
  const isWaiting = told.grounds.some((ground) => ground.state === 'waiting');
  return {
    agree: may('decision.agree') && open('agree') && proposal.pausedBy !== 'emergency',
    file:
      may('decision.file') &&
      (state === 'window' || isStopped(proposal) || WAITS_IN.includes(state) || (looked && today <= due)),
    extend: may('decision.extend') && open('extend') && proposal.extensionDays === 0,
    prove:
      may('decision.extend') &&
      open('prove_filed') &&
      proposal.grantKind === 'by_default' &&
      told.certificate !== null &&
      today <= told.certificate.finalOn,
    takeBack: may('decision.file') && isWaiting,
    decide: may('decision.decide') && open('turn_back') && isWaiting,
    decideBuilding: may('decision.decide') && open('decide_yes'),
    sign:
      may('decision.decide') &&
      SIGNED_IN.includes(state) &&
      !isSigned(proposal, told.decisions) &&
      signsAs(roles, proposal.decidedOn ?? today, today, counting.daysOff) !== null,
    correct: may('decision.decide') && told.decisions.length > 0,
    callIn: may('decision.call_in') && open('call_in') && !calledIn && told.callIns.length < 2,
    hear: may('decision.hear') && open('uphold'),
    askReview: may('decision.ask_review') && open('ask_review') && told.reviewAsked === null,
    takeAsItIs: may('decision.ask_review') && open('let_stand'),
    review: may('decision.review') && open('review_grants'),
    readPapers: may('decision.read'),
  };
}
