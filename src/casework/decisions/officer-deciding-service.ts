import type { Who } from '../../ground/people/role-contract.ts';
import { moverFor, mustBeApart } from './deciding-rules.ts';
import type { OfficerDeciding } from './decision-contract.ts';
import type { DecisionDeps } from './decision-deps.ts';
import { decisionsOn } from './decision-store.ts';

type Deps = Pick<DecisionDeps, 'inOneTransaction' | 'steps' | 'tests' | 'newId'>;

/** A building for which too few neighbours have signed: after the owner’s silence an officer says yes or no (casework reference, 8.2). */
export function officerDeciding({ inOneTransaction, steps, tests, newId }: Deps) {
  return {
    /** A yes is signed with its equality record afterwards, like any grant. @throws Problem 403 for whoever worked on the case */
    decide: (who: Who, id: string, given: OfficerDeciding) =>
      inOneTransaction(async (unit) => {
        const { proposal, today } = await steps.locked(unit, id);
        steps.mustBeAsSeen(proposal, given.seen);
        mustBeApart(
          who,
          await tests.workedOn(unit.trx, { kind: 'proposal', id }),
          'scored this case or checked its gates',
        );
        const yes = given.yes === 'yes';
        const act = yes ? 'decide_yes' : 'decide_no';
        const by = moverFor(steps, who, proposal, act);
        const { reasons, alternatives, interests, background } = given;
        const moved = await steps.move(unit, proposal, act, {
          by,
          actor: who.personId,
          on: today,
          fields: {
            decidedOn: today,
            reasons,
            grantKind: yes ? 'by_officer' : null,
            grantedFrom: yes ? proposal.starts : null,
            grantedUntil: yes ? proposal.ends : null,
          },
        });
        if (!yes)
          await decisionsOn(unit.trx).add({
            ...{ reasons, alternatives, interests, background },
            id: newId(),
            proposalId: id,
            ruling: 'refused',
            equalityTouched: '',
            equalityConsidered: '',
            signedAs: by,
            signedBy: who.personId,
            signedOn: today,
            submission: given.submission ?? newId(),
          });
        return moved;
      }),
  };
}
