import { dayIn, type Clock } from '../../kernel/clock.ts';
import type { Database, Db } from '../../kernel/database.ts';
import { parse } from '../../kernel/endpoint.ts';
import { factsFollowed } from '../../kernel/fact-follow-store.ts';
import type { InOneTransaction, UnitOfWork } from '../../kernel/facts.ts';
import type { NewId } from '../../kernel/ids.ts';
import { giveBackLease, takeLease } from '../../kernel/lease.ts';
import { Problem } from '../../kernel/problem.ts';
import type { MailText, NewNews } from '../../ground/notifications/mail-contract.ts';
import type { Answer } from './answer-contract.ts';
import { finderSchema, type FinderQuery } from './finder-contract.ts';
import type { FinderService } from './finder-service.ts';
import type { Need } from './need-contract.ts';
import { MAY_OPEN } from '../opening-facts.ts';
import { nextLookAt } from './need-look-rules.ts';
import { openedLetter, openedLines, openedMail } from './need-mail-words.ts';
import { needsOn } from './need-store.ts';
import { wishWords } from './wish-words.ts';

type Deps = {
  db: Database;
  clock: Clock;
  newId: NewId;
  inOneTransaction: InOneTransaction;
  baseUrl: string;
  finder: Pick<FinderService, 'wished' | 'fitting'>;
  writeNews(trx: Db, news: NewNews): Promise<boolean>;
  emailOf(db: Db, personId: string): Promise<string | null>;
  /** By mail, or by a letter for an officer to print. */
  tell(
    unit: UnitOfWork,
    group: { id: string; areaId: string },
    to: { personId: string; email: string | null },
    mail: MailText,
  ): Promise<void>;
};

const LEASE = { name: 'saved needs', ms: 5 * 60_000 };
/** Needs that one round looks at: those that wait longest. The next goes on. */
const AT_ONCE = 20;

/** Telling people that a room has opened which they looked for in vain. */
export function needTelling({ db, clock, newId, inOneTransaction, baseUrl, finder, writeNews, emailOf, tell }: Deps) {
  const holder = newId();
  const followed = factsFollowed(db, 'saved needs');

  return {
    /**
     * Looks again at needs for which something may have changed, tells what has opened, and ends what is over. Bounded, safe to repeat,
     * one process at a time; each need is told once. Where nothing has happened and no time has passed it only reads.
     * @returns how many people were told
     */
    async tellOpened(): Promise<number> {
      const news = await followed.news();
      if (!news && !(await needsOn(db).isAnyDue(clock()))) return 0;
      if (!(await takeLease(db, clock, LEASE.name, holder, LEASE.ms))) return 0;
      try {
        if (news && (await followed.has(news, MAY_OPEN))) await needsOn(db).lookAtAll();
        if (news) await followed.done(news);
        let told = 0;
        for (const need of await needsOn(db).due(clock(), AT_ONCE)) if (await lookAgain(need)) told++;
        return told;
      } finally {
        await giveBackLease(db, LEASE.name, holder);
      }
    },
  };

  async function lookAgain(need: Need): Promise<boolean> {
    if (need.endsOn < dayIn('UTC', clock()))
      return needsOn(db)
        .remove(need.id)
        .then(() => false);
    if (need.toldAt !== null) return putOff(db, need);
    const found = await opened(need);
    if (!found) return false;
    if (found.rooms.length === 0) return putOff(db, need);
    return inOneTransaction(async (unit) => {
      const { trx, record } = unit;
      const email = need.tellBy === 'mail' ? await emailOf(trx, need.personId) : null;
      if (need.tellBy === 'mail' && email === null) return putOff(trx, need);
      const over = nextLookAt({ ...need, toldAt: clock().toISOString() }, clock());
      if (!(await needsOn(trx).told(need.id, clock(), over))) return false;
      record({ kind: 'need_told', areaId: need.areaId, subjectKind: 'need', subjectId: need.id, actor: 'system' });
      const mail = openedMail(found.says, found.rooms, `${baseUrl}/spaces?${need.wish}`);
      if (email !== null) return writeNews(trx, { to: email, topic: `room_need:${need.id}`, ...mail });
      if (need.tellBy === 'phone') await needsOn(trx).willRing(need.id, [found.says, ...openedLines(found.rooms)]);
      else await writeLetter(unit, need, openedLetter(found.says, found.rooms));
      return true;
    });
  }

  /** To the group’s lead, who has an address for letters; by mail should they have one for mails meanwhile. */
  async function writeLetter(unit: UnitOfWork, need: Need, mail: MailText): Promise<void> {
    const email = await emailOf(unit.trx, need.personId);
    if (need.groupId !== null)
      await tell(unit, { id: need.groupId, areaId: need.areaId }, { personId: need.personId, email }, mail);
  }

  async function putOff(trx: Db, need: Need): Promise<false> {
    await needsOn(trx).checked(need.id, clock(), nextLookAt(need, clock()));
    return false;
  }

  /** Rooms that fit now and did not when the need was saved; null, and the need ended, when it can no longer be looked for. */
  async function opened(need: Need): Promise<{ says: string; rooms: Answer[] } | null> {
    try {
      const query = queryOf(need.wish);
      const known = new Set(need.known);
      return {
        says: wishWords(await finder.wished(query)),
        rooms: (await finder.fitting(query)).filter(({ id }) => !known.has(id)),
      };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      await needsOn(db).remove(need.id);
      return null;
    }
  }
}

/** @throws Problem 400 for what is no address of the finder */
export const queryOf = (wish: string): FinderQuery =>
  parse(finderSchema, Object.fromEntries(new URLSearchParams(wish)));
