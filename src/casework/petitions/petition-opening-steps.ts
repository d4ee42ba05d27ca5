import { dayOf } from '../../kernel/day-contract.ts';
import { daysAfter } from '../../kernel/clock.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { Petition } from './petition-contract.ts';
import { thresholdFor } from './petition-count-rules.ts';
import type { PetitionSteppingDeps } from './petition-deps.ts';
import { petitionsOn } from './petition-store.ts';
import { withNeighbours } from './touching-rules.ts';

/** Opening a petition: who may sign it and how many it takes are fixed on that day. */
export function petitionOpening({ areas, shown, termsOn }: Pick<PetitionSteppingDeps, 'areas' | 'shown' | 'termsOn'>) {
  return {
    /** The ward of the building and those that touch it, with the threshold for as many as live there. */
    async fields({ trx }: UnitOfWork, petition: Petition, on: Day): Promise<Partial<Petition>> {
      const { id, areaId, assetId, days } = petition;
      const all = await areas.wards(trx, areaId);
      const ward = (await shown(trx, assetId))?.ward ?? null;
      const own = all.find((one) => one.id === ward?.id);
      // Where nobody knows in which ward it stands, all of the area may sign.
      const near = own ? withNeighbours(own, all) : all;
      await petitionsOn(trx).addWards(near.map(({ id: wardId, name }) => ({ petitionId: id, wardId, name })));
      const residents = await petitionsOn(trx).residentsOf(near.map(({ id: wardId }) => wardId));
      const terms = await termsOn(trx, areaId, dayOf(petition.createdAt));
      return {
        openedOn: on,
        closesOn: daysAfter(on, days),
        residents,
        threshold: thresholdFor(residents, terms),
      };
    },
  };
}
