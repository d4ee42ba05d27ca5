import { v5 } from 'uuid';
import type { MailText } from '../../ground/notifications/mail-contract.ts';
import type { Fact, FactKind } from '../../kernel/fact.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import { together, type Reaction } from '../../kernel/reactions.ts';
import type { Audience, MailRow, ProposalTold } from '../proposals/proposal-mail-contract.ts';
import { mailOf } from '../proposals/proposal-mail-words.ts';
import { DECISION_MAILS } from './decision-mail-table.ts';
import { groundsOn } from './ground-store.ts';
import type { GroundState } from './ground-contract.ts';
import type { WarningMail } from './warning-contract.ts';
import { warningsOn } from './warning-store.ts';

type Deps = {
  /** For each kind of fact: everybody whom its row names is told. */
  telling<K extends FactKind>(mails: Readonly<Record<K, MailRow | null>>): Record<K, readonly Reaction[]>;
  /** Writes to one kind of reader of a case. @returns whom it told */
  post(
    unit: UnitOfWork,
    fact: Fact,
    audience: Audience,
    write: (told: ProposalTold) => MailText | null,
  ): Promise<{ personId: string; email: string | null }[]>;
  /** Reads anew which warnings there are to give. */
  plan(unit: UnitOfWork, proposalId: string): Promise<void>;
  /** Makes the certificate of a grant by silence, once. */
  certify(unit: UnitOfWork, proposalId: string): Promise<void>;
};

/** What moves the day on which silence grants, or ends that it does. */
const MOVES_THE_DAY = [
  'proposal_passed',
  'proposal_stands_first',
  'proposal_chosen',
  'proposal_moves_up',
  'proposal_extended',
  'proposal_filed',
  'proposal_filing_turned_back',
  'proposal_filing_taken_back',
  'proposal_agreed',
  'proposal_granted_by_default',
  'proposal_advised',
  'proposal_to_officer',
  'proposal_withdrawn',
  'proposal_date_moved',
  'proposal_owner_changed',
  'correction_asked',
  'correction_sent',
  'clock_paused',
  'clock_resumed',
  'court_order_stands',
  'emergency_stopped',
  'emergency_ended',
] as const satisfies readonly FactKind[];
/** What ends that a ground waits. */
const ENDS_WAITING = {
  proposal_filing_stood: 'stood',
  proposal_agreed: 'overtaken',
  proposal_refused: 'overtaken',
  proposal_granted_shorter: 'overtaken',
  proposal_failed: 'overtaken',
  proposal_unassessed: 'overtaken',
  proposal_closed: 'overtaken',
  proposal_withdrawn: 'overtaken',
} as const satisfies Partial<Record<FactKind, GroundState>>;

/** What follows from decisions, and from what happens to proposals: people are told, warnings are planned, a certificate is made. */
export function decisionReactions(deps: Deps) {
  const { post } = deps;
  // A warning is kept with the mail that it made.
  const { proposal_warned: _warned, ...mails } = DECISION_MAILS;
  const planned: Reaction = (unit, { subjectId }) => deps.plan(unit, subjectId);
  return together(
    of(MOVES_THE_DAY, () => planned),
    of(Object.keys(ENDS_WAITING) as (keyof typeof ENDS_WAITING)[], (kind) => async ({ trx }, { subjectId }) => {
      await groundsOn(trx).endWaiting(subjectId, ENDS_WAITING[kind]);
    }),
    { proposal_granted_by_default: [(unit, { subjectId }) => deps.certify(unit, subjectId)] },
    deps.telling(mails),
    { proposal_warned: [warn('owner', 'owner_representative'), warn('decision_officers', 'decision_officer')] },
  );

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

const of = <K extends FactKind>(
  kinds: readonly K[],
  reaction: (kind: K) => Reaction,
): Partial<Record<K, readonly Reaction[]>> =>
  Object.fromEntries(kinds.map((kind) => [kind, [reaction(kind)]])) as unknown as Partial<
    Record<K, readonly Reaction[]>
  >;
