import type { Who } from '../../ground/people/role-contract.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import { invalid } from '../../kernel/problem.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { Proposal } from '../proposals/proposal-contract.ts';
import { moverFor, mustBeApart } from './deciding-rules.ts';
import type { DecisionDeps } from './decision-deps.ts';
import { decisionsOn } from './decision-store.ts';
import type { Deciding, Ground } from './ground-contract.ts';
import { groundsOn } from './ground-store.ts';
import { GROUND_WORDS } from './ground-words.ts';
import { waitingOne } from './owner-service.ts';

type Deps = Pick<DecisionDeps, 'inOneTransaction' | 'steps' | 'tests' | 'newId'>;

/** The decision officer, or the monitoring officer where that was late, says whether a ground holds. */
export function groundDeciding({ inOneTransaction, steps, tests, newId }: Deps) {
  return {
    /**
     * A ground that holds refuses the proposal; R2 with free time before the other use grants just that. One that does not is turned
     * back, and the next that waits is looked at, or the owner’s time runs on.
     */
    decide: (who: Who, id: string, given: Deciding) =>
      inOneTransaction(async (unit) => {
        const { proposal, today } = await steps.locked(unit, id);
        steps.mustBeAsSeen(proposal, given.seen);
        mustBeApart(
          who,
          await tests.workedOn(unit.trx, { kind: 'proposal', id }),
          'scored this case or checked its gates',
        );
        const ground = waitingOne(await groundsOn(unit.trx).of(id), given.ground);
        const decided: Ground = { ...ground, decidedBy: who.personId, decidedOn: today, why: given.why };
        return given.holds === 'yes'
          ? holds(unit, who, proposal, decided, given, today)
          : fails(unit, who, proposal, decided, today);
      }),
  };

  async function holds(unit: UnitOfWork, who: Who, proposal: Proposal, ground: Ground, given: Deciding, today: Day) {
    const { shorterFrom, shorterUntil } = ground;
    const reasons = `${ground.ground}, ${GROUND_WORDS[ground.ground].name}: ${given.why}`;
    const act = shorterFrom === null ? 'accept' : 'accept_shorter';
    const by = moverFor(steps, who, proposal, act);
    await groundsOn(unit.trx).change({ ...ground, state: 'accepted' });
    const moving = { by, actor: who.personId, on: today };
    if (act === 'accept_shorter')
      return steps.move(unit, proposal, act, {
        ...moving,
        fields: {
          decidedOn: today,
          grantKind: 'shorter',
          grantedFrom: shorterFrom,
          grantedUntil: shorterUntil,
          reasons,
        },
      });
    mustBeWhole(given);
    const moved = await steps.move(unit, proposal, act, {
      ...moving,
      fields: { decidedOn: today, reasons, grantKind: null, grantedFrom: null, grantedUntil: null },
    });
    await decisionsOn(unit.trx).add({
      id: newId(),
      proposalId: proposal.id,
      ruling: 'refused',
      reasons,
      alternatives: given.alternatives,
      interests: given.interests,
      background: given.background,
      equalityTouched: '',
      equalityConsidered: '',
      signedAs: by,
      signedBy: who.personId,
      signedOn: today,
      submission: newId(),
    });
    return moved;
  }

  async function fails(unit: UnitOfWork, who: Who, proposal: Proposal, ground: Ground, today: Day) {
    await groundsOn(unit.trx).change({ ...ground, state: 'turned_back' });
    const moved = await steps.move(unit, proposal, 'turn_back', {
      by: moverFor(steps, who, proposal, 'turn_back'),
      actor: who.personId,
      on: today,
      more: `${ground.ground}: ${ground.why}`,
    });
    if (!(await groundsOn(unit.trx).waits(proposal.id))) return moved;
    return steps.move(unit, moved, 'file', { by: 'clock', actor: 'system', on: today });
  }
}

/** A refusal says what else was considered, which interests there are, and on which papers it rests. */
function mustBeWhole({ alternatives, interests, background }: Deciding): void {
  const asked = { alternatives, interests, background };
  const mistakes = Object.entries(asked)
    .filter(([, words]) => words.length < 3)
    .map(([field]) => ({ field, message: WHOLE[field as keyof typeof asked] }));
  if (mistakes.length > 0) throw invalid(mistakes);
}
const WHOLE = {
  alternatives: 'A refusal says what else was considered, and why it was not chosen.',
  interests: 'Say which interests were declared. “None” is an answer.',
  background: 'Name the papers on which it rests. “None beside the case itself” is an answer.',
};
