import type { ProposalAct } from './proposal-contract.ts';

/** What a sentence may tell of. */
export type Told = { owner: string | null; reasons: string; byClock: boolean; percent: string | null; more: string };

const because = (reasons: string): string => (reasons === '' ? '' : ` ${reasons}`);
const marks = ({ percent }: Told): string => (percent === null ? '' : ` with ${percent} out of 100`);

/** What everybody reads of an act in the history of a proposal; null keeps it between group and officers. No person is named. */
export const HISTORY_WORDS: Record<ProposalAct, ((told: Told) => string) | null> = {
  send: () => 'A group has asked for this place.',
  send_to_find: () => 'A group has asked for this place. It is not known yet whose it is: we find out.',
  drop: null,
  owner_found: ({ owner }) => `It is known now whose the place is: ${owner ?? 'a public body'}.`,
  owner_missing: () => 'No owner was found who could say yes. The proposal ends here, with advice.',
  complete: () => 'The proposal is complete. Its clock has started.',
  publish: () => 'The proposal is complete, and its clock has started. Everybody may comment now.',
  deem_published: () =>
    'Nobody looked in time whether the proposal is complete, so it counts as complete. Its clock has started, and everybody may comment now.',
  deem_complete: () =>
    'Nobody looked in time whether the proposal is complete, so it counts as complete. Its clock has started.',
  ask_missing: () => 'Something was missing. The group was told what.',
  send_missing: () => 'The group has added what was missing.',
  lapse: () => 'What was missing did not come in time. The proposal is closed for now, and can be taken up again.',
  close: ({ byClock }) =>
    byClock ? 'The time was over, and nothing came. The proposal is closed.' : 'The proposal is closed.',
  sign_up: () => 'The sign is up at the place. Everybody may comment now.',
  end_comments: () => 'The time for comments is over. Two people score the proposal, apart from each other.',
  pass: (told) => `It has passed the benefit test${marks(told)}. Now it is the owner’s time.`,
  pass_compared: (told) =>
    `It has passed the benefit test${marks(told)}. It is compared with the other proposals for this place when they have their results.`,
  nearly: (told) => `It has nearly passed the benefit test${marks(told)}. The group has one chance to improve it.`,
  fail: (told) => `It has not passed the benefit test${marks(told)}, and is refused for that (R6).`,
  to_reserve: () => 'Nobody scored it in time. Reserve scorers have taken over.',
  to_panel: () => 'The reserve scorers did not score it in time either. The panel scores it in public.',
  give_up: () =>
    'Nobody scored it, nor did the panel in time. The case ends without a result. That is a failing of ours.',
  send_improved: () => 'The group has improved its answers. They are scored again.',
  assessed: (told) => `It is scored${marks(told)}. Before the marks count it is heard in public.`,
  call_hearing: ({ more }) => `The public hearing is called.${because(more)}`,
  move_hearing: ({ more }) => `The public hearing has changed.${because(more)}`,
  cancel_hearing: ({ more }) => `The public hearing is cancelled.${because(more)}`,
  adjourn: ({ more }) => `The public hearing was adjourned, once.${because(more)}`,
  hold: () => 'It was heard in public. The panel publishes the result.',
  to_papers: () => 'No hearing was held in time. The panel decides on the papers.',
  set_aside: () =>
    'It was not complete, or its sign not up, when the time for comments on another proposal for the same days ended. It waits for what becomes of that.',
  stand_first: ({ more }) =>
    `It goes first among the proposals for this place.${because(more)} Now it is the owner’s time.`,
  set_second: ({ more }) =>
    `Another proposal for this place goes first.${because(more)} This one waits for what becomes of it.`,
  too_close: ({ more }) =>
    `It is so close to another proposal for this place that neither goes first.${because(more)} The groups have time to share.`,
  to_chair: () => 'The groups have not come to share the place. The panel chooses.',
  choose: ({ more }) =>
    `The panel has chosen it among proposals that are close.${because(more)} Now it is the owner’s time.`,
  go_on: () => 'The other proposal for this place came to nothing. This one goes on, and its days are counted anew.',
  go_on_passed: () => 'The proposal that went first came to nothing. This one has passed: now it is the owner’s time.',
  beaten: ({ reasons }) => `Refused.${because(reasons)}`,
  place_gone: () => 'The place has been granted to another group, so this proposal is closed.',
  agree: ({ owner }) => `${owner ?? 'The owner'} has said yes.`,
  extend: ({ more }) => `The time of the owner is extended, once.${because(more)}`,
  file: ({ owner, more }) => `${owner ?? 'The owner'} has shown a ground for saying no.${because(more)}`,
  take_back_filing: ({ owner }) => `${owner ?? 'The owner'} has taken its ground back.`,
  turn_back: ({ more }) => `The ground that the owner has shown does not hold.${because(more)}`,
  accept: ({ reasons }) => `Refused.${because(reasons)}`,
  accept_shorter: ({ reasons }) => `Granted for a shorter time.${because(reasons)}`,
  to_monitoring: () => 'Nobody decided in time whether the ground holds. The monitoring officer has taken over.',
  let_filing_stand: ({ reasons }) => `Refused.${because(reasons)}`,
  grant_by_default: ({ owner }) =>
    `Granted by default: ${owner ?? 'the owner'} has not shown in time that one of the permitted grounds holds.`,
  prove_filed: ({ owner, more }) =>
    `${owner ?? 'The owner'} has shown that a ground had been filed in time. It is decided whether it holds.${because(more)}`,
  show_danger: ({ owner, more }) =>
    `${owner ?? 'The owner'} has shown a ground while the case was stopped. The grant rests until it is decided.${because(more)}`,
  advise: ({ owner }) =>
    `It has passed. ${owner ?? 'The owner'} has not joined the compact, so silence decides nothing: the result is advice.`,
  to_officer: ({ owner }) =>
    `${owner ?? 'The owner'} has not answered. Too few neighbours have signed for silence to grant it: a decision officer says yes or no.`,
  decide_yes: ({ reasons }) => `The decision officer has granted it.${because(reasons)}`,
  decide_no: ({ reasons }) => `The decision officer has refused it.${because(reasons)}`,
  leave_undecided: () =>
    'Nobody decided in time. It has passed, and the result is advice to the owner. That is a failing of ours.',
  call_in: ({ more }) => `Councillors have called the grant in.${because(more)}`,
  uphold: ({ reasons }) => `Heard: the grant stands.${because(reasons)}`,
  overturn: ({ reasons }) => `Heard: the grant falls.${because(reasons)}`,
  let_grant_stand: () => 'Nothing stands against the grant any more.',
  ask_review: () => 'The group has asked for a review.',
  review_grants: ({ reasons }) => `The review grants it.${because(reasons)}`,
  review_confirms: ({ reasons }) => `The review confirms the refusal.${because(reasons)}`,
  to_external: () => 'The review was not done in time. An external reviewer decides.',
  let_stand: ({ byClock }) => (byClock ? 'The refusal stands.' : 'The group takes the refusal as it is.'),
  withdraw: () => 'The group has taken its proposal back.',
};

/** What everybody reads where another owner answers, or nobody any more. @param window it is the owner’s time */
export function ownerChangedWords(told: { owner: string | null; joined: boolean; window: boolean }): string {
  const { owner, joined, window } = told;
  if (owner === null)
    return `It is not known any more whose the place is: that is looked for.${window ? ' The owner’s time begins anew when it is known.' : ''}`;
  const bound = joined
    ? 'which has joined the compact and is bound by it'
    : 'which has not joined the compact: the result is advice';
  return `It is known now that the place is ${owner}’s, ${bound}.${window ? ' The owner’s time begins anew.' : ''}`;
}
