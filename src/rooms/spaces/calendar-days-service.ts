import type { Area } from '../../ground/areas/area-contract.ts';
import { dayIn } from '../../kernel/clock.ts';
import { conflict, invalid } from '../../kernel/problem.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import type { DayOff } from './calendar-days-contract.ts';
import { daysOffForm, readDaysOff, readTerms, termsForm } from './calendar-days-rules.ts';
import { calendarDaysOn } from './calendar-days-store.ts';
import { withList } from './row-form-rules.ts';
import type { Term } from './space-contract.ts';
import type { Place, SpaceDeps } from './space-deps.ts';
import { fingerprint, textsIn } from './space-form-rules.ts';
import type { ListForm } from './space-hours-service.ts';

type Deps = Pick<SpaceDeps, 'db' | 'clock' | 'newId' | 'inOneTransaction' | 'places'>;

/** Term dates, of an area or of one place, and the extra days off of an area. */
export function calendarDaysService({ db, clock, newId, inOneTransaction, places }: Deps) {
  return {
    setTermsIn,
    terms: (areaId: string, assetId: string | null): Promise<Term[]> => calendarDaysOn(db).terms(areaId, assetId),
    /** The bank holidays of an area's calendar that are still to come. */
    bankHolidays: ({ holidays, timeZone }: Pick<Area, 'holidays' | 'timeZone'>): Promise<string[]> =>
      calendarDaysOn(db).bankHolidays(holidays, dayIn(timeZone, clock())),

    async termsForm(areaId: string, assetId: string | null): Promise<ListForm> {
      return listForm(termsForm(await calendarDaysOn(db).terms(areaId, assetId)));
    },
    async daysOffForm(areaId: string): Promise<ListForm> {
      return listForm(daysOffForm(await calendarDaysOn(db).daysOff(areaId)));
    },

    /** Replaces the terms that go for every place of an area without terms of its own. */
    async changeAreaTerms(who: Who, areaId: string, given: Record<string, unknown>): Promise<void> {
      const { terms, seen } = termsIn(given);
      await inOneTransaction(async (unit) => {
        await calendarDaysOn(unit.trx).lock(areaId);
        refuseUnseen(seen, termsForm(await calendarDaysOn(unit.trx).terms(areaId, null)), 'term dates');
        await setTermsIn(unit, who.personId, { areaId, assetId: null }, terms);
      });
    },
    /** Replaces the own terms of one place; with none, those of the area go for it again. */
    async changePlaceTerms(who: Who, assetId: string, given: Record<string, unknown>): Promise<void> {
      const { terms, seen } = termsIn(given);
      const { areaId } = await places.thing(assetId);
      await inOneTransaction(async (unit) => {
        await places.lock(unit.trx, assetId);
        refuseUnseen(seen, termsForm(await calendarDaysOn(unit.trx).terms(areaId, assetId)), 'term dates');
        await setTermsIn(unit, who.personId, { areaId, assetId }, terms);
      });
    },
    /** Replaces the days on which an area's offices are closed beside bank holidays. */
    async changeDaysOff(who: Who, areaId: string, given: Record<string, unknown>): Promise<void> {
      const typed = textsIn(withList(given, 'off'));
      const { items, mistakes } = readDaysOff(typed);
      if (mistakes.length > 0) throw invalid(mistakes);
      await inOneTransaction(async ({ trx, record }) => {
        const store = calendarDaysOn(trx);
        await store.lock(areaId);
        const before = await store.daysOff(areaId);
        refuseUnseen(typed['seen'], daysOffForm(before), 'days off');
        if (same(before, items)) return;
        await store.replaceDaysOff(areaId, items);
        record({
          kind: 'days_off_changed',
          areaId,
          subjectKind: 'area',
          subjectId: areaId,
          actor: who.personId,
          before,
          after: items,
          publicText: 'Days off changed.',
        });
      });
    },
  };

  async function setTermsIn(
    { trx, record }: UnitOfWork,
    actor: string,
    { areaId, assetId }: Pick<Place, 'areaId'> & { assetId: string | null },
    terms: readonly Term[],
  ): Promise<void> {
    const before = await calendarDaysOn(trx).terms(areaId, assetId);
    if (same(before, terms)) return;
    await calendarDaysOn(trx).replaceTerms(areaId, assetId, terms, newId);
    const subject =
      assetId === null
        ? { subjectKind: 'area', subjectId: areaId }
        : { subjectKind: 'place_calendar', subjectId: assetId };
    record({
      kind: 'terms_changed',
      areaId,
      ...subject,
      actor,
      before,
      after: terms,
      publicText: 'Term dates changed.',
    });
  }
}
export type CalendarDaysService = ReturnType<typeof calendarDaysService>;

const listForm = (values: ListForm['values']): ListForm => ({ values, seen: fingerprint(values) });
const same = (one: readonly (Term | DayOff)[], other: readonly (Term | DayOff)[]): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

function termsIn(given: Record<string, unknown>): { terms: Term[]; seen: string | undefined } {
  const typed = textsIn(withList(given, 'term'));
  const { items, mistakes } = readTerms(typed);
  if (mistakes.length > 0) throw invalid(mistakes);
  return { terms: items, seen: typed['seen'] };
}

/** @throws Problem 409 when the list is not the one that the form was made from; what was typed stays on the form */
function refuseUnseen(seen: string | undefined, now: ListForm['values'], what: string): void {
  if (!seen) throw invalid([{ field: '', message: 'Open the form again and send it as it is on the page.' }]);
  if (seen !== fingerprint(now))
    throw conflict(
      `Somebody else changed the ${what} while you were writing. What you typed is still below; theirs are shown above it. Save again if yours are right.`,
    );
}
