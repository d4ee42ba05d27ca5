import { outsideName } from '../groups/group-contract.ts';
import { dayIn } from '../../kernel/clock.ts';
import type { BenefitDeps } from './benefit-deps.ts';
import { endingMail } from './benefit-mail-words.ts';
import type { PathRules } from './criteria-contract.ts';
import type { CriteriaService } from './criteria-service.ts';
import { standingOn } from './passport-rules.ts';
import type { BenefitTest } from './test-contract.ts';
import { remindersOn } from './passport-reminder-store.ts';
import { testsOn } from './test-store.ts';
import { daysLater, nextReminderOn, reminderDue } from './passport-day-rules.ts';

type Deps = Pick<BenefitDeps, 'db' | 'clock' | 'inOneTransaction' | 'areas' | 'groups' | 'tell' | 'baseUrl'> & {
  criteria: CriteriaService;
};

/** Those that are looked at together, and at most in one run: the next goes on. */
const AT_ONCE = 200;
const MOST = 10_000;

/**
 * Reminders of passports that end. Only those are looked at for which one may be due, together; a transaction is for one that is. Safe
 * to repeat, and from several processes at once: each reminder goes out one time.
 */
export function passportReminders({ db, clock, inOneTransaction, areas, groups, tell, baseUrl, criteria }: Deps) {
  return {
    /** @returns how many groups were reminded */
    async remindDue(): Promise<number> {
      const now = clock();
      const todays = new Map((await areas.all()).map(({ id, timeZone }) => [id, dayIn(timeZone, now)]));
      const latest = [dayIn('UTC', now), ...todays.values()].toSorted().at(-1) ?? '';
      let reminded = 0;
      const todayIn = (areaId: string): string => todays.get(areaId) ?? dayIn('UTC', now);
      const ids = await testsOn(db).toLookAt(latest, MOST);
      for (let at = 0; at < ids.length; at += AT_ONCE)
        reminded += await lookAt(await testsOn(db).byIds(ids.slice(at, at + AT_ONCE)), todayIn);
      return reminded;
    },
  };

  async function lookAt(tests: readonly BenefitTest[], todayIn: (areaId: string) => string): Promise<number> {
    const all = await testsOn(db).passportsOfAll([...new Set(tests.map(({ groupId }) => groupId))]);
    const sent = await remindersOn(db).remindersOfAll(tests.map(({ id }) => id));
    const rules = new Map<string, PathRules>();
    for (const id of new Set(tests.flatMap(({ criteriaId }) => criteriaId ?? [])))
      rules.set(id, (await criteria.byId(id)).set.paths.room);
    const next = new Map<string | null, string[]>();
    let reminded = 0;
    for (const test of tests) {
      const today = todayIn(test.areaId);
      const runs = all.filter(({ groupId }) => groupId === test.groupId);
      const room = rules.get(test.criteriaId ?? '');
      const due = room && stageDue(test, { room, runs, sent: sent.get(test.id) ?? [], today });
      if (due && (await remind(test, room, today))) reminded++;
      // Whoever has sent new answers may still hear a no.
      const day = isUnderWay(runs) ? daysLater(today, 1) : nextDay(test, room, today);
      next.set(day, [...(next.get(day) ?? []), test.id]);
    }
    for (const [day, ids] of next) await testsOn(db).lookNext(ids, day);
    return reminded;
  }

  async function remind({ id, groupId, validUntil }: BenefitTest, room: PathRules, today: string): Promise<boolean> {
    if (validUntil === null) return false;
    return inOneTransaction(async (unit) => {
      const reminders = remindersOn(unit.trx);
      const runs = await testsOn(unit.trx).passportsOf(groupId);
      const stage = stageDue({ validUntil }, { room, runs, sent: await reminders.remindersOf(id), today });
      const group = await groups.byId(unit.trx, groupId);
      if (!stage || !group || group.closedAt !== null || !(await reminders.markReminded(id, stage, clock())))
        return false;
      unit.record({
        kind: 'passport_reminded',
        areaId: group.areaId,
        subjectKind: 'group',
        subjectId: groupId,
        actor: 'system',
        after: { testId: id, stage, validUntil },
      });
      const mail = endingMail(outsideName(group), validUntil, `${baseUrl}/groups/${groupId}/passport`);
      for (const person of (await groups.people(unit.trx, groupId)).filter(({ role }) => role !== 'group_member'))
        await tell(unit, group, person, mail);
      return true;
    });
  }
}

type Seen = { room: PathRules; runs: readonly BenefitTest[]; sent: readonly string[]; today: string };

/** Renewed, or about to be: whoever has sent new answers knows. */
function stageDue({ validUntil }: Pick<BenefitTest, 'validUntil'>, { room, runs, sent, today }: Seen): string | null {
  if (validUntil === null || isUnderWay(runs) || standingOn(runs, today).validUntil !== validUntil) return null;
  return reminderDue(room, validUntil, sent, today);
}

const isUnderWay = (runs: readonly BenefitTest[]): boolean =>
  runs.some(({ state }) => state === 'scoring' || state === 'settling' || state === 'deciding');

const nextDay = ({ validUntil }: BenefitTest, room: PathRules | undefined, today: string): string | null =>
  validUntil === null || !room ? null : nextReminderOn(room, validUntil, today);
