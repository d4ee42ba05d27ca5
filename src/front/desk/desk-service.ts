import type { AssetState, Day, PublicAsset } from '../../register/assets/asset-contract.ts';
import type { DeskAsset } from '../../register/assets/asset-edit-contract.ts';
import { monthsBefore } from '../../kernel/clock.ts';
import { invalid } from '../../kernel/problem.ts';
import type {
  DeskArea,
  DeskChange,
  DeskImport,
  DeskOverview,
  DeskPage,
  DeskWard,
  OpenImport,
  OwnerOverview,
} from './desk-contract.ts';

type Scope = { areaId: string } | { ownerId: string };
type PlaceFilter = { area: string; ward: string; state?: AssetState[] };
type Fact = { at: string; subjectId: string; actor: string; text: string | null; fields: string[] };
type Deps = {
  /** The day that it is where an area lies. */
  today(timeZone: string): Day;
  /** The officers' list of assets. */
  list: {
    search(scope: Scope, text: string, afterRow: number, limit: number): Promise<DeskAsset[]>;
    page(scope: Scope, afterRow: number, limit: number): Promise<DeskAsset[]>;
    uncheckedSince(
      scope: Scope,
      day: Day,
      after: { checkedOn: string; rowNo: number },
      limit: number,
    ): Promise<DeskAsset[]>;
    countUncheckedSince(scope: Scope, day: Day): Promise<number>;
    reviewsBy(scope: Scope, day: Day, limit: number): Promise<DeskAsset[]>;
    states(scope: Scope): Promise<{ state: AssetState; count: number }[]>;
    byIds(ids: readonly string[]): Promise<Map<string, DeskAsset>>;
  };
  publicNames(ids: string[]): Promise<Map<string, Pick<PublicAsset, 'name' | 'redacted'>>>;
  /** How many places of the public register there are for each of these filters. */
  counts(filters: PlaceFilter[]): Promise<number[]>;
  wards(areaId: string): Promise<{ code: string; name: string }[]>;
  changes(areaId: string, limit: number): Promise<Fact[]>;
  namesOf(people: readonly string[]): Promise<Map<string, string>>;
  imports: { recent(of: Scope, limit: number): Promise<DeskImport[]>; open(of: Scope): Promise<OpenImport[]> };
};

const SHOWN = { reviews: 20, unchecked: 5, changes: 10, imports: 5 };
const PAGE = 50;
/** A place that nobody has checked for so long may have changed. */
const CHECK_EVERY_MONTHS = 6;
/** Reviews that come up within this many months are told beforehand. */
const SOON_MONTHS = 1;
const OPEN: AssetState[] = ['vacant', 'under_used'];
const FROM_START = { checkedOn: '', rowNo: 0 };

/** What officers and owners find when they come in: what is late, what is due, what is new, and everything by search. */
export function deskService({ today, list, publicNames, counts, wards, changes, namesOf, imports }: Deps) {
  const oldBefore = ({ timeZone }: DeskArea): Day => monthsBefore(today(timeZone), CHECK_EVERY_MONTHS);

  return {
    async overview(area: DeskArea, maySeePlaces: boolean): Promise<DeskOverview> {
      const scope = { areaId: area.id };
      return {
        reviews: maySeePlaces ? await reviews(scope, today(area.timeZone)) : null,
        unchecked: maySeePlaces
          ? {
              count: await list.countUncheckedSince(scope, oldBefore(area)),
              first: await list.uncheckedSince(scope, oldBefore(area), FROM_START, SHOWN.unchecked),
            }
          : null,
        wards: maySeePlaces ? null : await byWard(area),
        imports: await imports.recent(scope, SHOWN.imports),
        openImports: maySeePlaces ? await imports.open(scope) : [],
        changes: await newest(area.id, maySeePlaces),
      };
    },

    /** Everything that has the words in its true name, place or reference. */
    async search(area: DeskArea, text: string, cursor: string | undefined): Promise<DeskPage> {
      const items = await list.search({ areaId: area.id }, text, rowIn(cursor), PAGE + 1);
      return paged(items, ({ rowNo }) => String(rowNo));
    },

    async unchecked(area: DeskArea, cursor: string | undefined): Promise<DeskPage & { count: number }> {
      const scope = { areaId: area.id };
      const items = await list.uncheckedSince(scope, oldBefore(area), checkIn(cursor), PAGE + 1);
      return {
        ...paged(items, ({ checkedOn, rowNo }) => `${checkedOn ?? ''}_${rowNo}`),
        count: await list.countUncheckedSince(scope, oldBefore(area)),
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
        imports: await imports.recent(scope, SHOWN.imports),
        openImports: await imports.open(scope),
      };
    },
  };

  async function reviews(scope: Scope, day: Day): Promise<{ late: DeskAsset[]; soon: DeskAsset[] }> {
    const due = await list.reviewsBy(scope, monthsBefore(day, -SOON_MONTHS), SHOWN.reviews);
    const isLate = ({ reviewOn }: DeskAsset): boolean => reviewOn !== null && reviewOn <= day;
    return { late: due.filter(isLate), soon: due.filter((asset) => !isLate(asset)) };
  }

  /** What changed last. Who may not see true places reads what the public reads, by the names that the public knows. */
  async function newest(areaId: string, maySeePlaces: boolean): Promise<DeskChange[]> {
    const facts = (await changes(areaId, SHOWN.changes)).filter(({ text }) => maySeePlaces || text !== null);
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

/** The public history's own rule: of a hidden building neither the words nor the day, which could help to find it. */
function publicChange(
  { at, subjectId, text }: Fact,
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
