import type { Who } from '../../ground/people/role-contract.ts';
import type { Proposal } from '../proposals/proposal-contract.ts';
import type { RivalDeps } from './rival-deps.ts';
import type { Choosing } from './rival-page-contract.ts';

/** The panel chooses between proposals that are close, with reasons (casework reference, 7.3). The others then wait for what becomes of it. */
export function choosing({ inOneTransaction, steps, proposals, tests, mustBeApart, moverFor }: RivalDeps) {
  return {
    /** @throws Problem 403 for whoever scored one of them, 409 where it has moved on */
    choose: (who: Who, id: string, { seen, reasons }: Choosing): Promise<Proposal> =>
      inOneTransaction(async (unit) => {
        const { proposal, today } = await steps.locked(unit, id);
        steps.mustBeAsSeen(proposal, seen);
        for (const one of await proposals.rivalsOf(unit.trx, proposal, today))
          mustBeApart(
            who,
            await tests.workedOn(unit.trx, { kind: 'proposal', id: one.id }),
            'scored one of these proposals',
          );
        return steps.moveOn(unit, proposal, 'choose', {
          by: moverFor(who, proposal, 'choose'),
          actor: who.personId,
          on: today,
          fields: { resultOn: today },
          more: reasons,
        });
      }),
  };
}
