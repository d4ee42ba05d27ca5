import type { Area } from '../../ground/areas/area-contract.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import { outsideName, type Group } from '../../groups/groups/group-contract.ts';
import { dayIn, type Clock } from '../../kernel/clock.ts';
import type { Database, Db } from '../../kernel/database.ts';
import type { InOneTransaction } from '../../kernel/facts.ts';
import type { NewId } from '../../kernel/ids.ts';
import type { ListMark } from '../../kernel/list-cursor.ts';
import { conflict } from '../../kernel/problem.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type {
  MoneyCall,
  NewMoneyCall,
  OwedFilter,
  OwedLead,
  OwedScope,
  OwedTotals,
  Owing,
} from './arrears-contract.ts';
import type { OwedLine } from './arrears-rules.ts';
import { arrearsOn, type OwingRow } from './arrears-store.ts';
import { moneyCallsOn } from './money-call-store.ts';

type Deps = {
  db: Database;
  clock: Clock;
  newId: NewId;
  inOneTransaction: InOneTransaction;
  groups: { byIds(db: Db, ids: readonly string[]): Promise<Group[]> };
  leadsOf(groupIds: readonly string[]): Promise<Map<string, OwedLead>>;
  /** Names of officers, for officers. */
  namesOf(personIds: readonly string[]): Promise<Map<string, string>>;
};
/** Whose rooms, and the zone whose day it is. `names`: groups by the name that those outside know, or by their own. */
export type OwedFor = { scope: OwedScope; zone: string; names: 'outside' | 'own' };

const PAGE = 30;
const CALLS_SHOWN = 30;

/** Who owes money for rooms: in a number of queries that does not grow with the list. */
export function arrearsService({ db, clock, newId, inOneTransaction, groups, leadsOf, namesOf }: Deps) {
  const todayIn = (zone: string): Day => dayIn(zone, clock());
  return {
    totals: ({ scope, zone }: Pick<OwedFor, 'scope' | 'zone'>): Promise<OwedTotals> =>
      arrearsOn(db, scope, todayIn(zone)).totals(),

    /** Groups that owe money, a page at a time. */
    async list(
      of: OwedFor,
      show: OwedFilter,
      mark: ListMark | null,
    ): Promise<{ owing: Owing[]; next: ListMark | null }> {
      const store = arrearsOn(db, of.scope, todayIn(of.zone));
      const found = await store.groups(show, mark, PAGE + 1);
      const page = found.slice(0, PAGE);
      const last = found.length > PAGE ? page.at(-1) : undefined;
      const ids = page.map(({ groupId }) => groupId);
      const [parts, people] = [await store.parts(ids), await peopleOf(ids, of.names)];
      return {
        owing: page.map((one) => ({
          ...people(one),
          parts: parts.filter(({ groupId }) => groupId === one.groupId),
        })),
        next: last ? [last.firstDue, last.groupId] : null,
      };
    },

    /** All that is owed, a line for each booking and day, for a spreadsheet. */
    async lines(of: OwedFor): Promise<OwedLine[]> {
      const parts = await arrearsOn(db, of.scope, todayIn(of.zone)).parts(null);
      const people = await peopleOf([...new Set(parts.map(({ groupId }) => groupId))], of.names);
      return parts.map((part) => {
        const { name, telephone, lead } = people(part);
        return { ...part, group: name, telephone, lead };
      });
    },

    async callsIn(areaId: string): Promise<MoneyCall[]> {
      const made = await moneyCallsOn(db).made(areaId, CALLS_SHOWN);
      const names = await namesOf(made.map(({ by }) => by));
      return made.map((one) => ({ ...one, by: names.get(one.by) ?? 'Somebody' }));
    },

    /** Notes that somebody rang a group about money. Sending the form twice notes it once. @throws Problem 409 when nothing is late any more */
    async called(
      who: Who,
      area: Pick<Area, 'id' | 'timeZone'>,
      groupId: string,
      { note, submission }: NewMoneyCall,
    ): Promise<void> {
      const today = todayIn(area.timeZone);
      await inOneTransaction(async ({ trx, record }) => {
        const calls = moneyCallsOn(trx);
        await calls.lock(groupId);
        if (await calls.isNoted(who.personId, submission)) return;
        const late = (await arrearsOn(trx, { areaId: area.id }, today).parts([groupId])).filter(
          ({ age }) => age !== 'not_due',
        );
        if (late.length === 0)
          throw conflict('This group owes nothing that is late any more: somebody has paid, or it was waived.');
        const pence = late.reduce((sum, one) => sum + one.pence, 0);
        await calls.note({
          id: newId(),
          areaId: area.id,
          groupId,
          pence,
          note,
          by: who.personId,
          on: today,
          at: clock().toISOString(),
          submission,
        });
        // What was said on the telephone stays off the record, which is kept for ever.
        record({
          kind: 'money_call_made',
          areaId: area.id,
          subjectKind: 'group',
          subjectId: groupId,
          actor: who.personId,
          after: { pence },
        });
      });
    },
  };

  /** Names of groups and whom to ring there. */
  async function peopleOf(ids: readonly string[], names: OwedFor['names']) {
    const known = new Map((await groups.byIds(db, ids)).map((one) => [one.id, one]));
    const leads = await leadsOf(ids);
    return <T extends Pick<OwingRow, 'groupId'>>(one: T) => {
      const group = known.get(one.groupId);
      const name = group && (names === 'own' ? group.name : outsideName(group));
      return {
        ...one,
        name: name ?? 'A group',
        telephone: group?.telephone ?? null,
        lead: leads.get(one.groupId) ?? null,
      };
    };
  }
}
export type ArrearsService = ReturnType<typeof arrearsService>;
