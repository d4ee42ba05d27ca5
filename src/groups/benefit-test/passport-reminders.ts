import { outsideName } from '../groups/group-contract.ts';
import { dayIn } from '../../kernel/clock.ts';
import type { BenefitDeps } from './benefit-deps.ts';
import { endingMail } from './benefit-mail-words.ts';
import type { CriteriaService } from './criteria-service.ts';
import { standingOn } from './passport-rules.ts';
import type { BenefitTest } from './test-contract.ts';
import { remindersOn } from './passport-reminder-store.ts';
import { testsOn } from './test-store.ts';
import { daysLater, reminderDue } from './passport-day-rules.ts';

type Deps = Pick<BenefitDeps, 'db' | 'clock' | 'inOneTransaction' | 'areas' | 'groups' | 'tell' | 'baseUrl'> & {
  criteria: CriteriaService;
};

const AT_ONCE = 200;
/** No criteria set reminds earlier than a year before. */
const LOOK_AHEAD_DAYS = 366;

/** Reminders of passports that end. Safe to repeat, and from several processes at once: each reminder goes out one time. */
export function passportReminders({ db, clock, inOneTransaction, areas, groups, tell, baseUrl, criteria }: Deps) {
  return {
    /** @returns how many groups were reminded */
    async remindDue(): Promise<number> {
      const now = clock();
      const zones = new Map((await areas.all()).map(({ id, timeZone }) => [id, timeZone]));
      const [from, until] = [daysLater(dayIn('UTC', now), -1), daysLater(dayIn('UTC', now), LOOK_AHEAD_DAYS)];
      let reminded = 0;
      for (let after = ''; ;) {
        const ending = await testsOn(db).endingBy(until, from, after, AT_ONCE);
        for (const test of ending) if (await remind(test, dayIn(zones.get(test.areaId) ?? 'UTC', now))) reminded++;
        const last = ending.at(-1);
        if (!last || ending.length < AT_ONCE) return reminded;
        after = last.id;
      }
    },
  };

  async function remind({ id, groupId, validUntil, criteriaId }: BenefitTest, today: string): Promise<boolean> {
    if (validUntil === null || criteriaId === null) return false;
    const { room } = (await criteria.byId(criteriaId)).set.paths;
    if (!reminderDue(room, validUntil, [], today)) return false;
    return inOneTransaction(async (unit) => {
      const reminders = remindersOn(unit.trx);
      const runs = await testsOn(unit.trx).passportsOf(groupId);
      // Renewed, or about to be: whoever has sent new answers knows.
      if (
        standingOn(runs, today).validUntil !== validUntil ||
        runs.some(({ state }) => state === 'scoring' || state === 'settling' || state === 'deciding')
      )
        return false;
      const stage = reminderDue(room, validUntil, await reminders.remindersOf(id), today);
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
export type PassportReminders = ReturnType<typeof passportReminders>;
