import { dayIn } from '../../kernel/clock.ts';
import type { GroupDocument } from './document-contract.ts';
import { documentRemindersOn } from './document-reminder-store.ts';
import { documentsOn } from './document-store.ts';
import { outsideName } from './group-contract.ts';
import type { GroupDeps } from './group-deps.ts';
import { reminderMail } from './group-mail-words.ts';
import type { Post } from './group-telling.ts';
import { daysLater } from './group-rules.ts';
import { lockedGroup } from './invitation-service.ts';
import { LOOK_AHEAD_DAYS, reminderDue } from './reminder-rules.ts';
import { signers } from './paper-check-service.ts';

type Deps = Pick<GroupDeps, 'db' | 'clock' | 'inOneTransaction' | 'people' | 'areas' | 'baseUrl'> & { post: Post };

const AT_ONCE = 200;

/** Reminders of papers that run out. Safe to repeat, and from several processes at once: each reminder goes out one time. */
export function reminderService({ db, clock, inOneTransaction, people, areas, baseUrl, post }: Deps) {
  return {
    /** @returns how many papers somebody was reminded of */
    async remindDue(): Promise<number> {
      const now = clock();
      const zones = new Map((await areas.all()).map(({ id, timeZone }) => [id, timeZone]));
      const today = (areaId: string): string => dayIn(zones.get(areaId) ?? 'UTC', now);
      // A day more, for zones that are ahead of UTC.
      const until = daysLater(dayIn('UTC', now), LOOK_AHEAD_DAYS + 1);
      let reminded = 0;
      for (let after = ''; ;) {
        const documents = await documentsOn(db).expiringBy(until, after, AT_ONCE);
        for (const document of documents) if (await remind(document, today)) reminded++;
        const last = documents.at(-1);
        if (!last || documents.length < AT_ONCE) return reminded;
        after = last.id;
      }
    },
  };

  function remind({ id, groupId }: GroupDocument, todayIn: (areaId: string) => string): Promise<boolean> {
    return inOneTransaction(async (unit) => {
      const group = await lockedGroup(groupId, unit.trx);
      const reminders = documentRemindersOn(unit.trx);
      const others = await documentsOn(unit.trx).currentOf([groupId]);
      const document = others.find((one) => one.id === id);
      const stage = document && reminderDue(document, others, await reminders.remindersOf(id), todayIn(group.areaId));
      if (!stage || !document.expiresOn || !(await reminders.markReminded(id, stage, clock()))) return false;
      unit.record({
        kind: 'document_reminded',
        areaId: group.areaId,
        subjectKind: 'group',
        subjectId: groupId,
        actor: 'system',
        after: { documentId: id, documentKind: document.kind, stage },
      });
      const mail = reminderMail(
        document.kind,
        outsideName(group),
        stage,
        document.expiresOn,
        `${baseUrl}/groups/${groupId}`,
      );
      for (const person of signers(await people.inGroup(unit.trx, groupId))) await post(unit, group, person, mail);
      return true;
    });
  }
}
export type ReminderService = ReturnType<typeof reminderService>;
