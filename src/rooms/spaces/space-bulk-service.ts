import type { UnitOfWork } from '../../kernel/facts.ts';
import { conflict } from '../../kernel/problem.ts';
import type { Place, SpaceDeps } from './space-deps.ts';
import { MOST_SPACES, type NewTariff, type NewWindow, type SpaceFields } from './space-edit-contract.ts';
import { spacesOn } from './space-store.ts';

/** A space that comes in with many others: whole, with its opening hours and prices. */
export type WholeSpace = {
  place: Place;
  fields: SpaceFields;
  windows: readonly NewWindow[];
  tariffs: readonly NewTariff[];
};

/** Adding many spaces at once, with as many questions to the database as for one. */
export function spaceBulkService({ newId }: Pick<SpaceDeps, 'newId'>) {
  return {
    /**
     * Adds spaces to places that the caller holds; their names differ from each other's and from those of the spaces there.
     * @returns the ids, in the same order. @throws Problem 409 for a place that would have too many
     */
    async addAllIn({ trx, record }: UnitOfWork, actor: string, spaces: readonly WholeSpace[]): Promise<string[]> {
      const store = spacesOn(trx);
      const whole = spaces.map((space) => ({ ...space, id: newId() }));
      const places = [...new Set(whole.map(({ place }) => place.assetId))];
      await store.add(
        whole.map(({ id, place, fields }) => ({ ...fields, id, assetId: place.assetId, parentId: null })),
      );
      await store.dividesAssets(places);
      await store.addLists(
        whole.map(({ id, windows, tariffs }) => ({ id, windows: windows.map(withId), tariffs: tariffs.map(withId) })),
      );
      const counts = await store.countsIn(places);
      if (places.some((assetId) => (counts.get(assetId) ?? 0) > MOST_SPACES))
        throw conflict(
          `One place would have more than ${MOST_SPACES} spaces. Give rooms of other buildings the name of their own building.`,
        );
      record(
        ...whole.map(({ id, place, fields, windows, tariffs }) => ({
          kind: 'space_added' as const,
          areaId: place.areaId,
          subjectKind: 'space',
          subjectId: id,
          actor,
          after: { ...fields, parentId: null, windows, tariffs },
          publicText: 'Added to the register.',
        })),
      );
      return whole.map(({ id }) => id);
    },
  };

  function withId<T>(one: T): T & { id: string } {
    return { ...one, id: newId() };
  }
}
