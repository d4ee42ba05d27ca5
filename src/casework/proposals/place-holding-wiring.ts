import { areaPorts } from '../../ground/areas/area-ports.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import type { BeforeWriting } from '../../kernel/wing.ts';
import { areaLookup } from '../../register/assets/area-lookup-wiring.ts';
import type { Asset, AssetState } from '../../register/assets/asset-contract.ts';
import { assetRegister } from '../../register/assets/asset-register-service.ts';
import type { Proposal } from './proposal-contract.ts';
import type { ProposalDeps } from './proposal-deps.ts';

/** States in which a place is nobody’s yet: asked for, it becomes that. */
const FREE: readonly AssetState[] = ['vacant', 'under_used'];

/** Holds places for proposals and lets them go, through the register’s own door and in the transaction in hand. */
export function placeHolding({ clock, newId }: Pick<BeforeWriting, 'clock' | 'newId'>): ProposalDeps['place'] {
  const register = assetRegister({ lookup: areaLookup, clock, newId });
  return {
    async hold(unit, proposal) {
      let was: AssetState | null = null;
      await changing(unit, proposal, (before, today) => {
        was = before.state;
        const asked = FREE.includes(before.state) ? { state: 'asked_for' as const, stateSince: today } : {};
        return {
          fields: { heldBy: proposal.number, ...asked },
          source: `A group has asked for it (${proposal.number}).`,
        };
      });
      return was;
    },
    async release(unit, proposal, next) {
      await changing(unit, proposal, (before, today) => {
        if (before.heldBy !== proposal.number) return null;
        if (next !== null)
          return {
            fields: { heldBy: next },
            source: `${proposal.number} is over; another group asks (${next}).`,
          };
        const again =
          before.state === 'asked_for' && proposal.placeWas !== null && proposal.placeWas !== before.state
            ? { state: proposal.placeWas, stateSince: today }
            : {};
        return { fields: { heldBy: null, ...again }, source: `The proposal ${proposal.number} is over.` };
      });
    },
  };

  type Change = { fields: Partial<Asset>; source: string };
  async function changing(
    unit: UnitOfWork,
    { areaId, assetId }: Proposal,
    change: (before: Asset, today: string) => Change | null,
  ): Promise<void> {
    const area = await areaPorts.byId(unit.trx, areaId);
    if (!area) return;
    const owners = (await areaPorts.owners(unit.trx)).filter((owner) => owner.areaId === areaId);
    const writing = await register.writing({ unit, area, owners, actor: 'system' });
    const before = await writing.lock(assetId);
    const wanted = before && change(before, writing.today);
    if (before && wanted) await writing.change([{ before, fields: wanted.fields }], wanted.source);
    await writing.finish();
  }
}
