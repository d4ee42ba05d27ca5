import type { UnitOfWork } from '../../kernel/facts.ts';
import { invalid } from '../../kernel/problem.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import { hoursForm, readHours, withoutId } from './hours-form-rules.ts';
import { pricesForm, readPrices, withoutTariffId } from './price-form-rules.ts';
import { withList, type Reading } from './row-form-rules.ts';
import type { Space } from './space-contract.ts';
import type { SpaceDeps } from './space-deps.ts';
import { penceOf, type FormValues, type NewTariff, type NewWindow } from './space-edit-contract.ts';
import { fingerprint, poundsOf, textsIn } from './space-form-rules.ts';
import type { SpaceService } from './space-service.ts';
import { spacesOn } from './space-store.ts';
import { SpaceConflict } from './space-change-steps.ts';

type Deps = Pick<SpaceDeps, 'db' | 'newId'> & Pick<SpaceService, 'changing' | 'changedBy'>;
/** A list as its form has it, and the fingerprint by which a later change is noticed. */
export type ListForm = { values: FormValues; seen: string };
type Money = Pick<Space, 'openingCostPence' | 'depositPence'>;

/** When a space is open, and what it costs. Each list is written whole. */
export function spaceHoursService({ db, newId, changing, changedBy }: Deps) {
  return {
    setHoursIn,
    setPricesIn,

    /** What the forms say, for looking at before they are saved. @throws Problem 400 for what cannot be read */
    readHours(given: Record<string, unknown>): NewWindow[] {
      return sound(readHours(textsIn(withList(given, 'hours'))));
    },
    readPrices(given: Record<string, unknown>): Money & { tariffs: NewTariff[] } {
      const typed = textsIn(withList(given, 'prices'));
      const [prices, money] = [readPrices(typed), readMoney(typed)];
      if (prices.mistakes.length + money.mistakes.length > 0) throw invalid([...prices.mistakes, ...money.mistakes]);
      return { tariffs: prices.items, ...money.pence };
    },

    async hoursForm(spaceId: string): Promise<ListForm> {
      const [space] = await spacesOn(db).bookable([spaceId]);
      return listForm(hoursForm((space?.windows ?? []).map(withoutId)));
    },
    async pricesForm(spaceId: string): Promise<ListForm> {
      const [space] = await spacesOn(db).bookable([spaceId]);
      return listForm({ ...pricesForm((space?.tariffs ?? []).map(withoutTariffId)), ...(space && moneyForm(space)) });
    },

    /**
     * Replaces the opening hours. What is booked already stays booked.
     * @throws SpaceConflict when somebody else has since the form was opened, Problem 400 for what cannot be read
     */
    async changeHours(who: Who, spaceId: string, given: Record<string, unknown>): Promise<NewWindow[]> {
      const typed = textsIn(withList(given, 'hours'));
      const items = sound(readHours(typed));
      const by = await changedBy(spaceId);
      return changing(spaceId, async (unit, space, { areaId }) => {
        const now = hoursForm(await windowsOf(unit, spaceId));
        refuseUnseen(typed['seen'], now, 'opening hours', typed, by);
        await setHoursIn(unit, who.personId, space, areaId, items);
        return items;
      });
    },

    /** Replaces the prices, the deposit and what opening costs. What is booked already keeps its price. */
    async changePrices(who: Who, spaceId: string, given: Record<string, unknown>): Promise<NewTariff[]> {
      const typed = textsIn(withList(given, 'prices'));
      const { items, mistakes } = readPrices(typed);
      const money = readMoney(typed);
      if (mistakes.length + money.mistakes.length > 0) throw invalid([...mistakes, ...money.mistakes]);
      const by = await changedBy(spaceId);
      return changing(spaceId, async (unit, space, { areaId }) => {
        const now = { ...pricesForm(await tariffsOf(unit, spaceId)), ...moneyForm(space) };
        refuseUnseen(typed['seen'], now, 'prices', typed, by);
        await setPricesIn(unit, who.personId, space, areaId, items, money.pence);
        return items;
      });
    },
  };

  /** Writes opening hours as a part of a larger piece of work; nothing when they are the same. */
  async function setHoursIn(
    unit: UnitOfWork,
    actor: string,
    space: Space,
    areaId: string,
    windows: readonly NewWindow[],
  ): Promise<void> {
    const before = await windowsOf(unit, space.id);
    if (JSON.stringify(hoursForm(before)) === JSON.stringify(hoursForm(windows))) return;
    await spacesOn(unit.trx).replaceWindows(
      space.id,
      windows.map((window) => ({ ...window, id: newId() })),
    );
    unit.record({
      kind: 'space_hours_changed',
      areaId,
      subjectKind: 'space',
      subjectId: space.id,
      actor,
      before,
      after: windows,
      publicText: 'Opening hours changed.',
    });
  }

  async function setPricesIn(
    unit: UnitOfWork,
    actor: string,
    space: Space,
    areaId: string,
    tariffs: readonly NewTariff[],
    money: Money,
  ): Promise<void> {
    const before = await tariffsOf(unit, space.id);
    const same =
      JSON.stringify({ ...pricesForm(before), ...moneyForm(space) }) ===
      JSON.stringify({ ...pricesForm(tariffs), ...moneyForm(money) });
    if (same) return;
    await spacesOn(unit.trx).replaceTariffs(
      space.id,
      tariffs.map((tariff) => ({ ...tariff, id: newId() })),
    );
    const now = await spacesOn(unit.trx).byId(space.id);
    if (now) await spacesOn(unit.trx).change({ ...now, ...money });
    const was = { openingCostPence: space.openingCostPence, depositPence: space.depositPence };
    unit.record({
      kind: 'space_prices_changed',
      areaId,
      subjectKind: 'space',
      subjectId: space.id,
      actor,
      before: { tariffs: before, ...was },
      after: { tariffs, ...money },
      publicText: 'Prices changed.',
    });
  }
}
export type SpaceHoursService = ReturnType<typeof spaceHoursService>;

/** @throws Problem 400 with every mistake */
function sound<T>({ items, mistakes }: Reading<T>): T[] {
  if (mistakes.length > 0) throw invalid(mistakes);
  return items;
}

const listForm = (values: FormValues): ListForm => ({ values, seen: fingerprint(values) });
const moneyForm = ({ openingCostPence, depositPence }: Money): FormValues => ({
  opening_cost: poundsOf(openingCostPence),
  deposit: poundsOf(depositPence),
});

async function windowsOf({ trx }: UnitOfWork, spaceId: string): Promise<NewWindow[]> {
  return ((await spacesOn(trx).bookable([spaceId]))[0]?.windows ?? []).map(withoutId);
}

async function tariffsOf({ trx }: UnitOfWork, spaceId: string): Promise<NewTariff[]> {
  return ((await spacesOn(trx).bookable([spaceId]))[0]?.tariffs ?? []).map(withoutTariffId);
}

/** @throws SpaceConflict when the list is not the one that the form was made from; what was typed stays on the form */
function refuseUnseen(seen: string | undefined, now: FormValues, what: string, typed: FormValues, by: string): void {
  if (!seen) throw invalid([{ field: '', message: 'Open the form again and send it as it is on the page.' }]);
  if (seen !== fingerprint(now)) throw new SpaceConflict([what], typed, by);
}

function readMoney(typed: FormValues): { pence: Money; mistakes: { field: string; message: string }[] } {
  const [openingCost, deposit] = [penceOf(typed['opening_cost'] || '0'), penceOf(typed['deposit'] || '0')];
  const mistakes = [
    ...(openingCost === undefined
      ? [
          {
            field: 'opening_cost',
            message: 'Enter what opening costs in pounds, for instance 28, or leave it empty when it costs nothing.',
          },
        ]
      : []),
    ...(deposit === undefined
      ? [
          {
            field: 'deposit',
            message: 'Enter the deposit in pounds, for instance 30, or leave it empty when you take none.',
          },
        ]
      : []),
  ];
  return { pence: { openingCostPence: openingCost ?? 0, depositPence: deposit ?? 0 }, mistakes };
}
