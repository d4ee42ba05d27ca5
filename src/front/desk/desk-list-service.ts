import { monthsBefore } from '../../kernel/clock.ts';
import { invalid } from '../../kernel/problem.ts';
import type { Day } from '../../register/assets/asset-contract.ts';
import type { DeskAsset } from '../../register/assets/asset-edit-contract.ts';
import type { DeskArea, DeskPage, OwnerOverview } from './desk-contract.ts';
import type { DeskDeps } from './desk-deps.ts';

type Deps = Pick<DeskDeps, 'today' | 'list' | 'imports'>;

const PAGE = 50;
const IMPORTS_SHOWN = 5;
/** A place that nobody has checked for so long may have changed. */
const CHECK_EVERY_MONTHS = 6;
export const FROM_START = { checkedOn: '', rowNo: 0 };

/** The day before which a check is old. */
export const oldBefore = ({ today }: Pick<DeskDeps, 'today'>, { timeZone }: DeskArea): Day =>
  monthsBefore(today(timeZone), CHECK_EVERY_MONTHS);

/** Lists of places, a page at a time: for officers and owners, by true names. */
export function deskListService(deps: Deps) {
  const { list, imports } = deps;
  return {
    /** Everything that has the words in its true name, place or reference. */
    async search(area: DeskArea, text: string, cursor: string | undefined): Promise<DeskPage> {
      const items = await list.search({ areaId: area.id }, text, rowIn(cursor), PAGE + 1);
      return paged(items, ({ rowNo }) => String(rowNo));
    },

    async unchecked(area: DeskArea, cursor: string | undefined): Promise<DeskPage & { count: number }> {
      const scope = { areaId: area.id };
      const items = await list.uncheckedSince(scope, oldBefore(deps, area), checkIn(cursor), PAGE + 1);
      return {
        ...paged(items, ({ checkedOn, rowNo }) => `${checkedOn ?? ''}_${rowNo}`),
        count: await list.countUncheckedSince(scope, oldBefore(deps, area)),
      };
    },

    /** An owner's home: all its assets, a page at a time, or those with some words. */
    async owned(ownerId: string, text: string, cursor: string | undefined): Promise<OwnerOverview> {
      const scope = { ownerId };
      const items =
        text === ''
          ? await list.page(scope, rowIn(cursor), PAGE + 1)
          : await list.search(scope, text, rowIn(cursor), PAGE + 1);
      const { items: assets, next } = paged(items, ({ rowNo }) => String(rowNo));
      return {
        states: await list.states(scope),
        assets,
        next,
        imports: await imports.recent(scope, IMPORTS_SHOWN),
        openImports: await imports.open(scope),
      };
    },
  };
}
export type DeskListService = ReturnType<typeof deskListService>;

function paged(items: DeskAsset[], key: (last: DeskAsset) => string): DeskPage {
  const page = items.slice(0, PAGE);
  const last = page.at(-1);
  return { items: page, next: items.length > PAGE && last ? key(last) : null };
}

function rowIn(cursor: string | undefined): number {
  if (cursor === undefined || cursor === '') return 0;
  if (!/^\d{1,12}$/.test(cursor)) throw notOurs();
  return Number(cursor);
}

function checkIn(cursor: string | undefined): { checkedOn: string; rowNo: number } {
  if (cursor === undefined || cursor === '') return FROM_START;
  const [, checkedOn, rowNo] = /^(|\d{4}-\d{2}-\d{2})_(\d{1,12})$/.exec(cursor) ?? [];
  if (checkedOn === undefined || rowNo === undefined) throw notOurs();
  return { checkedOn, rowNo: Number(rowNo) };
}

const notOurs = () =>
  invalid([{ field: 'cursor', message: 'Start again from the first page: this page link is not one of ours.' }]);
