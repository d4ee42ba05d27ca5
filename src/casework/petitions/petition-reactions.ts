import type { Fact, FactKind } from '../../kernel/fact.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import { together, type Reaction } from '../../kernel/reactions.ts';
import type { Petition } from './petition-contract.ts';
import type { PetitionTellingDeps } from './petition-deps.ts';
import type { PetitionFactKind } from './petition-facts.ts';
import { PETITION_MAILS } from './petition-mail-table.ts';
import { petitionSteps } from './petition-steps.ts';
import { petitionsOn } from './petition-store.ts';
import { petitionTelling } from './petition-telling.ts';
import { OUTCOME_OF_CASE } from './petition-words.ts';

/** `proposalFacts`: kinds after any of which the case of a proposal may have begun, or be over. */
type Deps<K extends FactKind> = PetitionTellingDeps & { proposalFacts: readonly K[] };
/** Counted: from here on it goes with a proposal. */
const COUNTED: readonly Petition['state'][] = ['verified', 'short'];

/** What follows from facts about petitions: people are told, and a petition goes with the proposal that its group sends, and ends with it. */
export function petitionReactions<K extends FactKind>(deps: Deps<K>) {
  const steps = petitionSteps(deps);
  const { tellAll } = petitionTelling({ ...deps, steps });
  const told = Object.fromEntries(
    (Object.keys(PETITION_MAILS) as PetitionFactKind[]).map((kind): [PetitionFactKind, Reaction[]] => [
      kind,
      PETITION_MAILS[kind] === null ? [] : [tellAll],
    ]),
  ) as unknown as Record<PetitionFactKind, readonly Reaction[]>;
  const followed = Object.fromEntries(
    deps.proposalFacts.map((kind): [K, Reaction[]] => [kind, [proposalMoved]]),
  ) as unknown as Record<K, readonly Reaction[]>;
  return together(
    told,
    {
      petition_verified: [counted],
      petition_counted_alone: [counted],
      petition_short: [counted],
      petition_short_alone: [counted],
    },
    followed,
  );

  /** Where the proposal was sent before the signatures were counted, the petition goes with it at once. */
  async function counted(unit: UnitOfWork, { subjectId }: Fact): Promise<void> {
    const petition = await petitionsOn(unit.trx).byId(subjectId);
    if (!petition || !(await deps.proposals.openOf(unit.trx, petition.groupId, petition.assetId))) return;
    await lodge(unit, petition);
  }

  async function lodge(unit: UnitOfWork, petition: Petition): Promise<void> {
    if (!COUNTED.includes(petition.state)) return;
    const on = await steps.todayIn(unit.trx, petition.areaId);
    await steps.move(unit, petition, 'lodge', { by: 'clock', actor: 'system', on });
  }

  /** The group’s proposal for the place was sent, or its case is over. */
  async function proposalMoved(unit: UnitOfWork, { subjectId }: Fact): Promise<void> {
    const proposal = await deps.proposals.byId(unit.trx, subjectId);
    if (!proposal || proposal.path !== 'building' || proposal.state === 'draft' || proposal.state === 'dropped') return;
    const newest = await petitionsOn(unit.trx).newestFor(proposal.groupId, proposal.assetId);
    if (!newest || newest.endedOn !== null) return;
    const petition = (await petitionsOn(unit.trx).lock(newest.id)) ?? newest;
    if (proposal.endedOn === null) return lodge(unit, petition);
    if (petition.state !== 'lodged') return;
    await steps.move(unit, petition, 'end', {
      by: 'clock',
      actor: 'system',
      on: proposal.endedOn,
      fields: { outcome: OUTCOME_OF_CASE[proposal.state] ?? 'The case of the proposal is over.' },
    });
  }
}
