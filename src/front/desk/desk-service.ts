import { monthsBefore } from '../../kernel/clock.ts';
import type { AssetState, Day } from '../../register/assets/asset-contract.ts';
import type { DeskAsset } from '../../register/assets/asset-edit-contract.ts';
import { deskChangesService } from './desk-changes-service.ts';
import type { DeskArea, DeskOverview, DeskWard } from './desk-contract.ts';
import type { DeskDeps, Scope } from './desk-deps.ts';
import { FROM_START, oldBefore } from './desk-list-service.ts';

const SHOWN = { reviews: 20, unchecked: 5, imports: 5 };
/** Reviews that come up within this many months are told beforehand. */
const SOON_MONTHS = 1;
const OPEN: AssetState[] = ['vacant', 'under_used'];

/** What officers and owners find when they come in: what is late, what is due, what is new. */
export function deskService(deps: DeskDeps) {
  const { today, list, publicNames, counts, wards, imports } = deps;
  const { newest } = deskChangesService(deps);

  return {
    async overview(area: DeskArea, maySeePlaces: boolean): Promise<DeskOverview> {
      const scope = { areaId: area.id };
      return {
        reviews: maySeePlaces ? await reviews(scope, today(area.timeZone)) : null,
        unchecked: maySeePlaces
          ? {
              count: await list.countUncheckedSince(scope, oldBefore(deps, area)),
              first: await list.uncheckedSince(scope, oldBefore(deps, area), FROM_START, SHOWN.unchecked),
            }
          : null,
        wards: maySeePlaces ? null : await byWard(area),
        imports: await imports.recent(scope, SHOWN.imports),
        openImports: maySeePlaces ? await imports.open(scope) : [],
        changes: await newest(area.id, maySeePlaces),
      };
    },
  };

  /** Late are those that the public copy really hides: what is in use meanwhile stays public without a release. */
  async function reviews(scope: Scope, day: Day): Promise<{ late: DeskAsset[]; soon: DeskAsset[] }> {
    const due = await list.reviewsBy(scope, monthsBefore(day, -SOON_MONTHS), SHOWN.reviews);
    const shown = await publicNames(due.map(({ id }) => id));
    const isOver = ({ reviewOn }: DeskAsset): boolean => reviewOn !== null && reviewOn <= day;
    return {
      late: due.filter((asset) => isOver(asset) && shown.get(asset.id)?.redacted === true),
      soon: due.filter((asset) => !isOver(asset)),
    };
  }

  /** The wards, and what stands empty or is hardly used in each. */
  async function byWard({ id, slug }: DeskArea): Promise<DeskWard[]> {
    const all = await wards(id);
    const found = await counts(
      all.flatMap(({ code }) => [
        { area: slug, ward: code },
        { area: slug, ward: code, state: OPEN },
      ]),
    );
    return all.map((ward, at) => ({ ...ward, places: found[2 * at] ?? 0, open: found[2 * at + 1] ?? 0 }));
  }
}
export type DeskService = ReturnType<typeof deskService>;
