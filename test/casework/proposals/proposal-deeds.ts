import type { Proposal, ProposalAct } from '../../../src/casework/proposals/proposal-contract.ts';
import { pausesOn } from '../../../src/casework/pauses/pause-store.ts';
import type { Who } from '../../../src/ground/people/role-contract.ts';
import { Problem } from '../../../src/kernel/problem.ts';
import { found } from '../../support/domain.ts';
import { A_RECORD, A_SIGNING, decides, files, groundsOf } from '../decisions/a-decision.ts';
import { HEARING_DEEDS } from '../hearings/hearing-deeds.ts';
import { CASE_A, resultPublished, scored, sent, signGoesUp, type Verge } from './a-proposal.ts';

const WEAK = CASE_A.replaceAll(/[34]/g, '1');
const NEARLY = CASE_A.replace('USE4', 'USE0');
export type Doer =
  | 'group_lead'
  | 'owner_representative'
  | 'broker'
  | 'scorer'
  | 'decision_officer'
  | 'monitoring_officer'
  | 'ward_councillor'
  | 'hearing_chair'
  | 'democratic_services'
  | 'review_panel';
export type Deed = {
  act: ProposalAct | 'score' | 'sign' | 'pause';
  by: Doer;
  done(verge: Verge, now: Proposal, pick: (below: number) => number): Promise<unknown>;
};

/** What people do; what only the clock does is missing. */
export const DEEDS: readonly Deed[] = [
  { act: 'send', by: 'group_lead', done: (verge, { id }) => sent(verge, id) },
  { act: 'send_missing', by: 'group_lead', done: (verge, { id }) => sent(verge, id) },
  { act: 'send_improved', by: 'group_lead', done: (verge, { id }) => sent(verge, id) },
  {
    act: 'withdraw',
    by: 'group_lead',
    done: ({ services, lead }, { id, state: seen }) => services.proposals.own.withdraw(lead, id, { seen, reason: '' }),
  },
  { act: 'sign_up', by: 'group_lead', done: (verge, { id }) => signGoesUp(verge, id) },
  {
    act: 'complete',
    by: 'broker',
    done: ({ services, broker }, { id, state: seen }) => services.proposals.checking.complete(broker, id, { seen }),
  },
  {
    act: 'ask_missing',
    by: 'broker',
    done: ({ services, broker }, { id, state: seen }) =>
      services.proposals.checking.askMissing(broker, id, { seen, missing: 'A plan of the beds.' }),
  },
  {
    act: 'score',
    by: 'scorer',
    async done(verge, { id }, pick) {
      const marks = found([CASE_A, CASE_A, NEARLY, WEAK][pick(4)]);
      await scored(verge, id, marks, pick(3) === 0 ? verge.scorers.slice(0, 1) : verge.scorers);
      if (pick(2) === 0) await resultPublished(verge, id, { gate_G8: 'yes' });
    },
  },
  {
    act: 'agree',
    by: 'owner_representative',
    done: ({ services, owner }, { id, state: seen }) => services.decisions.owner.agree(owner, id, { seen }),
  },
  {
    act: 'extend',
    by: 'owner_representative',
    done: ({ services, owner }, { id, state: seen }) =>
      services.decisions.owner.extend(owner, id, { seen, days: 30, reason: 'A survey is under way.' }),
  },
  { act: 'file', by: 'owner_representative', done: (verge, { id }) => files(verge, id) },
  { act: 'show_danger', by: 'owner_representative', done: (verge, { id }) => files(verge, id) },
  {
    act: 'pause',
    by: 'broker',
    done: (verge, now, pick) =>
      pick(2) === 0
        ? verge.services.pauses.askCorrection(verge.broker, now.id, { seen: now.state, reason: 'A day is wrong.' })
        : paused(verge, now, pick(2) === 0 ? 'advert' : 'court', verge.broker),
  },
  {
    act: 'pause',
    by: 'group_lead',
    done: (verge, now, pick) => (pick(2) === 0 ? resumed(verge, now) : paused(verge, now, 'wish', verge.lead)),
  },
  {
    act: 'pause',
    by: 'decision_officer',
    done: ({ services, decider }, { id, state: seen }) =>
      services.pauses.stop.ask(decider, id, { seen, code: 'danger', reason: 'A gas pipe lies open.' }),
  },
  {
    act: 'pause',
    by: 'monitoring_officer',
    async done({ services, monitor }, { id }) {
      await services.pauses.stop.confirm(monitor, id, { pause: await lastPause(services, id) });
    },
  },
  { act: 'accept', by: 'decision_officer', done: (verge, { id }) => decided(verge, id, 'yes') },
  { act: 'turn_back', by: 'decision_officer', done: (verge, { id }) => decided(verge, id, 'no') },
  { act: 'accept', by: 'monitoring_officer', done: (verge, { id }) => decided(verge, id, 'yes', verge.monitor) },
  {
    act: 'sign',
    by: 'decision_officer',
    done: ({ services, decider }, { id, state: seen }) =>
      services.decisions.signing.sign(decider, id, { ...A_SIGNING, seen }),
  },
  {
    act: 'call_in',
    by: 'ward_councillor',
    async done({ services, councillors }, { id, state: seen }) {
      for (const one of councillors)
        await services.decisions.callingIn.callIn(one, id, { seen, reason: 'The pavement is narrow.' });
    },
  },
  {
    act: 'uphold',
    by: 'hearing_chair',
    done: ({ services, chair }, { id, state: seen }) =>
      services.decisions.callingIn.hear(chair, id, { ...A_RECORD, seen, stands: 'yes' }),
  },
  {
    act: 'ask_review',
    by: 'group_lead',
    done: ({ services, lead }, { id, state: seen }) =>
      services.decisions.reviewing.askReview(lead, id, { seen, reason: 'The ground does not hold.' }),
  },
  {
    act: 'review_grants',
    by: 'review_panel',
    done: ({ services, reviewer }, { id, state: seen }) =>
      services.decisions.reviewing.review(reviewer, id, { ...A_RECORD, seen, grants: 'yes', reviewer: '' }),
  },
  {
    act: 'review_confirms',
    by: 'review_panel',
    done: ({ services, reviewer }, { id, state: seen }) =>
      services.decisions.reviewing.review(reviewer, id, { ...A_RECORD, seen, grants: 'no', reviewer: '' }),
  },
  ...HEARING_DEEDS,
];
export const DOERS = [...new Set(DEEDS.map(({ by }) => by))];

const paused = ({ services }: Verge, { id, state: seen }: Proposal, kind: 'wish' | 'advert' | 'court', who: Who) =>
  services.pauses.pause(who, id, kind, { seen, reason: 'There is a reason.' });
const lastPause = async ({ db }: Verge['services'], id: string): Promise<string> =>
  (await pausesOn(db).of(id)).at(-1)?.id ?? 'none';
/** The group answers, or says that the clock goes on, whichever it was. */
async function resumed({ services, lead }: Verge, { id, pausedBy }: Proposal): Promise<unknown> {
  const pause = await lastPause(services, id);
  return pausedBy === 'wish'
    ? services.pauses.lift(lead, id, { pause }, ['wish'])
    : services.pauses.answer(lead, id, { pause, answer: 'It is right now.' });
}

/** There may be no ground to decide on. */
async function decided(verge: Verge, id: string, holds: 'yes' | 'no', who?: Who): Promise<unknown> {
  if (!(await groundsOf(verge, id)).some(({ state }) => state === 'waiting'))
    throw new Problem(409, 'Nothing to decide', 'No ground waits.');
  return decides(verge, id, holds, who);
}
