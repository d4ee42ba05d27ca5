import { dayIn } from '../../kernel/clock.ts';
import type { GroupDocument } from './document-contract.ts';
import { documentRemindersOn } from './document-reminder-store.ts';
import { documentsOn } from './document-store.ts';
import { outsideName } from './group-contract.ts';
import type { GroupDeps } from './group-deps.ts';
import { reminderMail } from './group-mail-words.ts';
import type { Post } from './group-telling.ts';
import { groupsOn } from './group-store.ts';
import { lockedGroup } from './invitation-service.ts';
import { nextLook, reminderDue } from './reminder-rules.ts';
import { signers } from './paper-check-service.ts';

type Deps = Pick<GroupDeps, 'db' | 'clock' | 'inOneTransaction' | 'people' | 'areas' | 'baseUrl'> & { post: Post };

/** Those that are looked at together, and at most in one run: the next goes on. */
const AT_ONCE = 200;
const MOST = 10_000;

/**
 * Reminders of papers that run out. Only those are looked at for which one may be due, together; a transaction is for one that is. Safe
 * to repeat, and from several processes at once: each reminder goes out one time.
 */
export function reminderService({ db, clock, inOneTransaction, people, areas, baseUrl, post }: Deps) {
  return {
    /** @returns how many papers somebody was reminded of */
    async remindDue(): Promise<number> {
      const now = clock();
      const todays = new Map((await areas.all()).map(({ id, timeZone }) => [id, dayIn(timeZone, now)]));
      const todayIn = (areaId: string): string => todays.get(areaId) ?? dayIn('UTC', now);
      const latest = [dayIn('UTC', now), ...todays.values()].toSorted().at(-1) ?? '';
      let reminded = 0;
      const ids = await documentsOn(db).toLookAt(latest, MOST);
      for (let at = 0; at < ids.length; at += AT_ONCE)
        reminded += await lookAt(await documentsOn(db).byIds(ids.slice(at, at + AT_ONCE)), todayIn);
      return reminded;
    },
  };

  async function lookAt(documents: readonly GroupDocument[], todayIn: (areaId: string) => string): Promise<number> {
    const groupIds = [...new Set(documents.map(({ groupId }) => groupId))];
    const areaOf = new Map((await groupsOn(db).byIds(groupIds)).map(({ id, areaId }) => [id, areaId]));
    const current = await documentsOn(db).currentOf(groupIds);
    const sent = await documentRemindersOn(db).remindersOfAll(documents.map(({ id }) => id));
    const next = new Map<string | null, string[]>();
    let reminded = 0;
    for (const document of documents) {
      const others = current.filter(({ groupId }) => groupId === document.groupId);
      const today = todayIn(areaOf.get(document.groupId) ?? '');
      if (reminderDue(document, others, sent.get(document.id) ?? [], today) && (await remind(document, todayIn)))
        reminded++;
      const day = nextLook(document, others, today);
      next.set(day, [...(next.get(day) ?? []), document.id]);
    }
    for (const [day, ids] of next) await documentsOn(db).lookNext(ids, day);
    return reminded;
  }

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
