import { v5 } from 'uuid';
import type { Fact } from '../../kernel/fact.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import { together, type Reaction } from '../../kernel/reactions.ts';
import type { ProposalAct } from '../proposals/proposal-contract.ts';
import { ACT_FACTS, type ProposalFactKind } from '../proposals/proposal-facts.ts';
import { AUDIENCES, type Audience } from '../proposals/proposal-mail-contract.ts';
import { mailOf } from '../proposals/proposal-mail-words.ts';
import { proposalPost, type ProposalTellingDeps } from '../proposals/proposal-telling.ts';
import { DECISION_FACTS, type DecisionFactKind } from './decision-facts.ts';
import { DECISION_MAILS } from './decision-mail-table.ts';
import { groundsOn } from './ground-store.ts';
import type { GroundState } from './ground-contract.ts';
import type { WarningMail } from './warning-contract.ts';
import { warningsOn } from './warning-store.ts';

type Deps = ProposalTellingDeps & {
  /** Reads anew which warnings there are to give. */
  plan(unit: UnitOfWork, proposalId: string): Promise<void>;
  /** Makes the certificate of a grant by silence, once. */
  certify(unit: UnitOfWork, proposalId: string): Promise<void>;
};

/** What moves the day on which silence grants, or ends that it does. */
const MOVES_THE_DAY: readonly ProposalAct[] = [
  'pass',
  'extend',
  'file',
  'turn_back',
  'take_back_filing',
  'agree',
  'grant_by_default',
  'advise',
  'withdraw',
];
/** What ends that a ground waits. */
const ENDS_WAITING: Partial<Record<ProposalAct, GroundState>> = {
  let_filing_stand: 'stood',
  agree: 'overtaken',
  accept: 'overtaken',
  accept_shorter: 'overtaken',
  fail: 'overtaken',
  give_up: 'overtaken',
  close: 'overtaken',
  withdraw: 'overtaken',
};

/** What follows from decisions, and from what happens to proposals: people are told, warnings are planned, a certificate is made. */
export function decisionReactions(deps: Deps) {
  const post = proposalPost(deps);
  const planned: Reaction = (unit, { subjectId }) => deps.plan(unit, subjectId);
  return together(
    byAct(MOVES_THE_DAY, () => planned),
    { proposal_date_moved: [planned] },
    byAct(Object.keys(ENDS_WAITING) as ProposalAct[], (act) => async ({ trx }, { subjectId }) => {
      const state = ENDS_WAITING[act];
      if (state) await groundsOn(trx).endWaiting(subjectId, state);
    }),
    { proposal_granted_by_default: [(unit, { subjectId }) => deps.certify(unit, subjectId)] },
    telling(),
    { proposal_warned: [warn('owner', 'owner_representative'), warn('decision_officers', 'decision_officer')] },
  );

  function telling(): Record<DecisionFactKind, readonly Reaction[]> {
    return Object.fromEntries(
      DECISION_FACTS.map((kind): [DecisionFactKind, Reaction[]] => [
        kind,
        kind === 'proposal_warned'
          ? []
          : AUDIENCES.filter((audience) => DECISION_MAILS[kind]?.[audience]).map(
              (audience): Reaction =>
                async (unit, fact) =>
                  void (await post(unit, fact, audience, (told) => mailOf(kind, DECISION_MAILS[kind], audience, told))),
            ),
      ]),
    ) as unknown as Record<DecisionFactKind, readonly Reaction[]>;
  }

  /** A warning is kept with the mail that it made. */
  function warn(audience: Audience, toRole: WarningMail['toRole']): Reaction {
    return async (unit, fact: Fact) => {
      const given = (await warningsOn(unit.trx).of(fact.subjectId)).filter(({ state }) => state === 'sent');
      const warning = given.at(-1);
      if (!warning) return;
      const kind = 'proposal_warned';
      const told = await post(unit, fact, audience, (one) => mailOf(kind, DECISION_MAILS[kind], audience, one));
      for (const { personId, email } of told)
        await warningsOn(unit.trx).addMail({
          id: v5(`${toRole} ${personId}`, warning.id),
          warningId: warning.id,
          toRole,
          personId,
          mailKey: email === null ? null : `${unit.because ?? ''} ${kind}_${audience} ${email}`,
        });
    };
  }
}

const byAct = (
  acts: readonly ProposalAct[],
  reaction: (act: ProposalAct) => Reaction,
): Partial<Record<ProposalFactKind, readonly Reaction[]>> =>
  Object.fromEntries(acts.map((act) => [ACT_FACTS[act], [reaction(act)]]));
