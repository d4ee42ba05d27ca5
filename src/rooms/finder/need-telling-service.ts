import { dayIn, type Clock } from '../../kernel/clock.ts';
import type { Database, Db } from '../../kernel/database.ts';
import { parse } from '../../kernel/endpoint.ts';
import { factsFollowed } from '../../kernel/fact-follow-store.ts';
import type { InOneTransaction } from '../../kernel/facts.ts';
import type { NewId } from '../../kernel/ids.ts';
import { giveBackLease, takeLease } from '../../kernel/lease.ts';
import { Problem } from '../../kernel/problem.ts';
import type { NewNews } from '../../ground/notifications/mail-contract.ts';
import type { Answer } from './answer-contract.ts';
import { finderSchema, type FinderQuery } from './finder-contract.ts';
import type { FinderService } from './finder-service.ts';
import type { Need } from './need-contract.ts';
import { MAY_OPEN } from '../opening-facts.ts';
import { nextLookAt } from './need-look-rules.ts';
import { openedMail } from './need-mail-words.ts';
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
};

const LEASE = { name: 'saved needs', ms: 5 * 60_000 };
/** Needs that one round looks at: those that wait longest. The next goes on. */
const AT_ONCE = 20;

/** Telling people that a room has opened which they looked for in vain. */
export function needTelling({ db, clock, newId, inOneTransaction, baseUrl, finder, writeNews, emailOf }: Deps) {
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
    return inOneTransaction(async ({ trx, record }) => {
      const email = await emailOf(trx, need.personId);
      if (email === null) return putOff(trx, need);
      const over = nextLookAt({ ...need, toldAt: clock().toISOString() }, clock());
      if (!(await needsOn(trx).told(need.id, clock(), over))) return false;
      record({ kind: 'need_told', areaId: need.areaId, subjectKind: 'need', subjectId: need.id, actor: 'system' });
      return writeNews(trx, {
        to: email,
        topic: `room_need:${need.id}`,
        ...openedMail(found.says, found.rooms, `${baseUrl}/spaces?${need.wish}`),
      });
    });
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
