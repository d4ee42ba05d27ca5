import type { Area } from '../../ground/areas/area-contract.ts';
import { areaNamed } from '../../ground/areas/area-contract.ts';
import type { DaysOff } from '../../kernel/working-days.ts';
import { notFound } from '../../kernel/problem.ts';
import type { Period } from './clock-contract.ts';
import { workedOut } from './clock-rules.ts';
import type { AskedDates } from './dates-contract.ts';

type Deps = { areas: { all(): Promise<Area[]>; bankHolidays(areaId: string): Promise<DaysOff> } };

/** The calculator: any period, worked out by the very rules that decide. */
export function datesService({ areas }: Deps) {
  return {
    /** @param period null where nothing is asked yet @throws Problem 404 where there is no such area */
    async ask(slug: string | undefined, period: Period | null): Promise<AskedDates> {
      const all = await areas.all();
      const area = slug === undefined ? all[0] : areaNamed(all, slug);
      if (!area) throw notFound('area');
      const holidays = await areas.bankHolidays(area.id);
      return {
        area,
        areas: all,
        knownUntil: [...holidays].toSorted().at(-1) ?? null,
        asked: period && { period, worked: workedOut(period, holidays) },
      };
    },
  };
}
