import type { DeskChange } from './desk-contract.ts';
import type { AssetFact, DeskDeps } from './desk-deps.ts';
import type { PublicAsset } from '../../register/assets/public-asset-contract.ts';

const SHOWN = 10;

/** What changed last in an area. Who may not see true places reads what the public reads, by the names that the public knows. */
export function deskChangesService({
  list,
  publicNames,
  changes,
  namesOf,
}: Pick<DeskDeps, 'list' | 'publicNames' | 'changes' | 'namesOf'>) {
  return {
    async newest(areaId: string, maySeePlaces: boolean): Promise<DeskChange[]> {
      const facts = (await changes(areaId, SHOWN)).filter(({ text }) => maySeePlaces || text !== null);
      const ids = [...new Set(facts.map(({ subjectId }) => subjectId))];
      if (!maySeePlaces) {
        const places = await publicNames(ids);
        return facts.map((fact) => publicChange(fact, places.get(fact.subjectId)));
      }
      const names = await list.byIds(ids);
      const people = await namesOf(facts.map(({ actor }) => actor));
      return facts.map(({ at, subjectId, actor, text }) => ({
        at,
        assetId: subjectId,
        name: names.get(subjectId)?.name ?? 'A place',
        by: people.get(actor) ?? '',
        text: text ?? 'Changed for officers only.',
      }));
    },
  };
}

/** The public history's own rule: of a hidden building neither the words nor the day, which could help to find it. */
function publicChange(
  { at, subjectId, text }: AssetFact,
  place: Pick<PublicAsset, 'name' | 'redacted'> | undefined,
): DeskChange {
  const hidden = place?.redacted !== false;
  return {
    at: hidden ? at.slice(0, 4) : at,
    assetId: subjectId,
    name: place?.name ?? 'A place',
    by: '',
    text: hidden ? 'Details changed.' : (text ?? ''),
  };
}
