import type { MailText, NewMail, NewNews } from '../../ground/notifications/mail-contract.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Database, Db } from '../../kernel/database.ts';
import { factsFollowed } from '../../kernel/fact-follow-store.ts';
import type { InOneTransaction } from '../../kernel/facts.ts';
import type { NewId } from '../../kernel/ids.ts';
import { giveBackLease, takeLease } from '../../kernel/lease.ts';
import { countAttempt, type Limit } from '../../kernel/limits.ts';
import { invalid, notFound } from '../../kernel/problem.ts';
import { hashOf, keyedHashOf } from '../../kernel/secrets.ts';
import type { PublicProposal } from '../proposals/proposal-page-contract.ts';
import { FOLLOW_TOPIC, type Follower, type NewsLine } from './follower-contract.ts';
import { followKeyHashOf, followKeyOf } from './follower-key-rules.ts';
import { followersOn } from './follower-store.ts';
import { followConfirmMail, followMail, type FollowedNews } from './follower-words.ts';

export type FollowingDeps = {
  db: Database;
  clock: Clock;
  newId: NewId;
  inOneTransaction: InOneTransaction;
  secret: string;
  baseUrl: string;
  /** @throws Problem 404 for one that nobody has sent */
  publicly(id: string): Promise<PublicProposal>;
  history(db: Db, proposalId: string): Promise<readonly NewsLine[]>;
  writeMail(db: Db, mail: NewMail): Promise<void>;
  writeNews(db: Db, news: NewNews): Promise<boolean>;
  /** Takes back that an address has stopped a topic. */
  resumeNews(db: Db, email: string, topic: string): Promise<void>;
};

const LIMITS = {
  network: { name: 'follow-from-network', most: 60, minutes: 60 },
  address: { name: 'follow-mail-to', most: 5, minutes: 60 },
} satisfies Record<string, Limit>;
const LEASE = { name: 'proposal followers', ms: 5 * 60_000 };
const AT_ONCE = 100;
/** One mail a day: the next goes no sooner. */
const A_DAY_MS = 24 * 3_600_000;

/** Following a proposal by mail: one a day at most, one click to stop. */
export function followingService(deps: FollowingDeps) {
  const { db, clock, newId, inOneTransaction, secret, baseUrl, publicly, writeMail, resumeNews } = deps;
  const holder = newId();
  const followed = factsFollowed(db, 'proposal followers');
  return {
    /**
     * Follows a proposal: at once for somebody who is signed in, else by a link in a mail. Whether an address follows already shows nowhere.
     * @returns whether it is confirmed
     */
    async follow(who: Who | null, proposalId: string, typed: string | undefined, network: string): Promise<boolean> {
      const email = who?.email?.toLowerCase() ?? typed;
      if (email === undefined)
        throw invalid([{ field: 'email', message: 'Enter your e-mail address: we send you a link to confirm.' }]);
      await countAttempt(db, clock, LIMITS.network, keyedHashOf(secret, network));
      if (who === null) await countAttempt(db, clock, LIMITS.address, keyedHashOf(secret, email));
      const { number, place, area } = await publicly(proposalId);
      await inOneTransaction(async ({ trx }) => {
        const id = newId();
        const now = clock();
        await followersOn(trx).add({
          id,
          proposalId,
          email,
          personId: who?.personId ?? null,
          keyHash: followKeyHashOf(secret, id),
          since: now.toISOString(),
          confirmedAt: null,
          newsAt: null,
          toldAt: null,
        });
        const follower = await followersOn(trx).of(proposalId, email);
        if (!follower) return;
        if (who !== null) {
          await followersOn(trx).confirm(follower.id, now, who.personId);
          await resumeNews(trx, email, FOLLOW_TOPIC);
        } else if (follower.confirmedAt === null)
          await writeMail(trx, {
            to: email,
            areaId: area.id,
            ...followConfirmMail({ number, place, url: `${baseUrl}/following/${followKeyOf(secret, follower.id)}` }),
          });
      });
      return who !== null;
    },

    byKey,

    /** Whoever has the link has pressed the button. Twice is once. @throws Problem 404 */
    async confirm(key: string): Promise<Follower> {
      const follower = await byKey(key);
      await inOneTransaction(async ({ trx }) => {
        await followersOn(trx).confirm(follower.id, clock(), null);
        await resumeNews(trx, follower.email, FOLLOW_TOPIC);
      });
      return follower;
    },

    async stop(key: string): Promise<Follower> {
      const follower = await byKey(key);
      await inOneTransaction(({ trx }) => followersOn(trx).remove(follower.id));
      return follower;
    },

    /** The way to stop for somebody who is signed in and follows; null where they do not. */
    async keyFor({ email }: Pick<Who, 'email'>, proposalId: string): Promise<string | null> {
      const follower = email === null ? undefined : await followersOn(db).of(proposalId, email.toLowerCase());
      return follower && follower.confirmedAt !== null ? followKeyOf(secret, follower.id) : null;
    },

    /** What somebody follows. */
    async of({ personId, email }: Pick<Who, 'personId' | 'email'>): Promise<{ proposalId: string; key: string }[]> {
      const own = await followersOn(db).ofPerson({ id: personId, email });
      return own
        .filter(({ confirmedAt }) => confirmedAt !== null)
        .map(({ id, proposalId }) => ({ proposalId, key: followKeyOf(secret, id) }));
    },

    /**
     * Writes to everybody who follows something of which there is news: one mail for all of it, and none within a day of the last.
     * Bounded, safe to repeat, one process at a time. Where nothing has happened it only reads.
     * @returns how many were written to
     */
    async tellDue(): Promise<number> {
      if (!(await takeLeaseIfNeeded())) return 0;
      try {
        const news = await followed.news();
        if (news) {
          await inOneTransaction(async ({ trx }) =>
            followersOn(trx).note(await followersOn(trx).toldOf(news), clock()),
          );
          await followed.done(news);
        }
        let told = 0;
        const before = new Date(clock().getTime() - A_DAY_MS);
        for (let after = '', some = AT_ONCE; some === AT_ONCE;) {
          const due = await followersOn(db).dueAddresses(before, after, AT_ONCE);
          for (const email of due) if (await tellOne(email)) told++;
          some = due.length;
          after = due.at(-1) ?? after;
        }
        return told;
      } finally {
        await giveBackLease(db, LEASE.name, holder);
      }
    },
  };

  async function takeLeaseIfNeeded(): Promise<boolean> {
    const before = new Date(clock().getTime() - A_DAY_MS);
    const waits = (await followersOn(db).dueAddresses(before, '', 1)).length > 0;
    return (waits || (await followed.news()) !== null) && takeLease(db, clock, LEASE.name, holder, LEASE.ms);
  }

  /** @throws Problem 404 */
  async function byKey(key: string): Promise<Follower> {
    const follower = await followersOn(db).byKey(hashOf(key));
    if (!follower) throw notFound('link');
    return follower;
  }

  async function tellOne(email: string): Promise<boolean> {
    // Read before the transaction: SQLite has one connection.
    const read = new Map<string, PublicProposal>();
    for (const { proposalId } of await followersOn(db).lockDue(email)) read.set(proposalId, await publicly(proposalId));
    return inOneTransaction(async ({ trx }) => {
      const due = (await followersOn(trx).lockDue(email)).filter(({ proposalId }) => read.has(proposalId));
      const all: (FollowedNews & { id: string })[] = [];
      for (const { proposalId, toldAt, confirmedAt } of due) {
        const proposal = read.get(proposalId);
        const since = toldAt ?? confirmedAt ?? '';
        const lines = (await deps.history(trx, proposalId)).filter(({ at }) => at > since).map(({ text }) => text);
        if (proposal && lines.length > 0) all.push({ id: proposalId, ...newsOf(proposal, lines.toReversed()) });
      }
      await followersOn(trx).told(
        due.map(({ id }) => id),
        clock(),
      );
      const [first] = all;
      if (!first) return false;
      const mail: MailText = followMail(all, `${baseUrl}/proposals/${first.id}`);
      const written = await deps.writeNews(trx, { to: email, topic: FOLLOW_TOPIC, ...mail });
      // Whoever has stopped these mails follows nothing any more.
      if (!written) await followersOn(trx).removeAddress(email);
      return written;
    });
  }
}
export type FollowingService = ReturnType<typeof followingService>;

const newsOf = ({ number, place, standing }: PublicProposal, lines: readonly string[]): FollowedNews => ({
  number,
  place,
  standing: standing.stage,
  lines,
});
