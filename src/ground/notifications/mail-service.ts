import type { Clock } from '../../kernel/clock.ts';
import type { Database, Db } from '../../kernel/database.ts';
import type { NewId } from '../../kernel/ids.ts';
import { giveBackLease, takeLease } from '../../kernel/lease.ts';
import { hashOf, linkKeyOf } from '../../kernel/secrets.ts';
import { SECRET_KINDS, type NewMail, type NewNews, type StoredMail } from './mail-contract.ts';
import { htmlOf, oneLine, textOf } from './mail-text.ts';
import { mailsOn } from './mail-store.ts';
import { newsOn, type NewsAddress } from './news-store.ts';

/**
 * What SMTP made of a mail. `down`: nothing can be sent at all just now. `broken`: the connection broke, by this mail or by chance.
 * `later`: this mail may be tried again. `never`: the receiving server's last word.
 */
export type Delivery = { outcome: 'sent' } | { outcome: 'down' | 'broken' | 'later' | 'never'; problem: string };
export type Deliver = (mail: StoredMail) => Promise<Delivery>;

type Deps = {
  db: Database;
  clock: Clock;
  newId: NewId;
  deliver: Deliver | null;
  secret: string;
  baseUrl: string;
  /** The sentence with which a mail says how to reach somebody; null where nobody can be reached. */
  reachIn(trx: Db, areaId: string | undefined, why: string | undefined): Promise<string | null>;
};

const LEASE = { name: 'mail', ms: 60_000 };
const AT_ONCE = 50;
/** Minutes until the next try; the last one is repeated until a mail is given up, after two and a half days. */
const BACK_OFF_MINUTES = [1, 2, 5, 15, 30, 60];
const GIVE_UP_AFTER_TRIES = 60;
/** While the server is down we knock at 2, 4, 8 … seconds, at last once a minute. */
const LONGEST_PAUSE_S = 60;

/** Puts mails in the outbox and sends them. One process sends at a time, in the order of writing. */
export function mailService({ db, clock, newId, deliver, secret, baseUrl, reachIn }: Deps) {
  const holder = newId();
  const outbox = mailsOn(db);
  let round: Promise<number> | null = null;
  let knocks = 0;
  let knockAgainAt = 0;

  return {
    latest: outbox.latest,
    byId: outbox.byId,
    forget: outbox.forget,
    /** Mails that did not arrive, for officers to see. */
    failures: outbox.failures,
    /** For administrators: how much waits, since when, and what did not arrive since a day. */
    queue: outbox.queue,

    write,

    /** Counts everything that waits as sent, without sending it: mails of a past that is only told. They stay readable. */
    layAside: (trx: Db): Promise<void> => mailsOn(trx).allSent(),

    /** Writes news, with a way to stop it. @returns whether it was written: nobody gets what they have stopped */
    async writeNews(trx: Db, { topic, ...news }: NewNews): Promise<boolean> {
      if (await newsOn(trx).hasStopped(news.to, topic)) return false;
      // Always the same for an address and a topic, so that every mail's link goes on working; only its hash is kept.
      const token = linkKeyOf(secret, 'stop news', news.to, topic);
      await newsOn(trx).remember(hashOf(token), news.to, topic);
      await write(trx, { ...news, unsubscribeUrl: `${baseUrl}/unsubscribe/${token}` });
      return true;
    },

    resumeNews: (trx: Db, email: string, topic: string): Promise<void> => newsOn(trx).resume(email, topic),
    newsFor: (token: string): Promise<NewsAddress | undefined> => newsOn(db).byToken(hashOf(token)),
    stopNews: (token: string): Promise<void> => newsOn(db).stop(hashOf(token), clock()),

    /**
     * Sends what is due. A mail that SMTP took is marked at once; if the process dies in between it may go out twice,
     * with the same Message-ID, so that mail programs show it once. While the server is down everything waits; a mail that is
     * put off holds back later ones to the same person: what somebody gets, they get in order.
     * @returns how many were sent
     */
    sendDue(): Promise<number> {
      return (round ??= sendRound().finally(() => (round = null)));
    },
  };

  /**
   * Writes a mail inside the transaction that causes it, unless it was written because of the same fact before.
   * @throws Error for an address that could carry more than one, or a header
   */
  async function write(trx: Db, given: NewMail): Promise<void> {
    const reach = SECRET_KINDS.test(given.kind) ? null : await reachIn(trx, given.areaId, given.talk);
    const mail = { ...given, subject: oneLine(given.subject), reach };
    if (!/^[^\s,;<>"()]+@[^\s,;<>"()]+$/.test(mail.to)) throw new Error(`"${mail.to}" is not one e-mail address.`);
    const now = clock().toISOString();
    await mailsOn(trx).add([
      {
        id: newId(),
        to: mail.to,
        kind: mail.kind,
        subject: mail.subject,
        text: textOf(mail),
        html: htmlOf(mail),
        unsubscribeUrl: mail.unsubscribeUrl ?? null,
        state: 'waiting',
        tries: 0,
        createdAt: now,
        dueAt: now,
        sentAt: null,
        problem: null,
        calendar: mail.calendar ?? null,
        onceKey: mail.because === undefined ? null : `${mail.because} ${mail.kind} ${mail.to}`,
      },
    ]);
  }

  async function sendRound(): Promise<number> {
    if (!deliver || clock().getTime() < knockAgainAt) return 0;
    // Where nothing waits nothing is written, not even the lease.
    if (!(await outbox.isAnyDue(clock()))) return 0;
    if (!(await takeLease(db, clock, LEASE.name, holder, LEASE.ms))) return 0;
    let sent = 0;
    try {
      // One at a time and each read anew: should we stall and lose the lease, another process may have gone on meanwhile.
      for (let taken = 0; taken < AT_ONCE; taken++) {
        const mail = await outbox.nextDue(clock());
        if (!mail) break;
        const { outcome } = await send(mail, deliver);
        if (outcome === 'sent') sent++;
        pauseAfter(outcome);
        if (outcome === 'down' || outcome === 'broken') break;
        if (!(await takeLease(db, clock, LEASE.name, holder, LEASE.ms))) break;
      }
    } finally {
      await giveBackLease(db, LEASE.name, holder);
    }
    return sent;
  }

  async function send(mail: StoredMail, by: Deliver): Promise<Delivery> {
    const delivery = await by(mail).catch((error: unknown): Delivery => ({ outcome: 'later', problem: String(error) }));
    if (delivery.outcome === 'sent') {
      await outbox.sent(mail.id, clock());
      await forgetSecret(mail);
      return delivery;
    }
    if (delivery.outcome === 'down') return delivery;
    const tries = mail.tries + 1;
    if (delivery.outcome === 'never' || tries >= GIVE_UP_AFTER_TRIES) {
      await outbox.failed(mail.id, tries, delivery.problem);
      await forgetSecret(mail);
      return delivery;
    }
    const minutes = BACK_OFF_MINUTES[Math.min(tries, BACK_OFF_MINUTES.length) - 1] ?? 60;
    await outbox.retry(mail.id, tries, new Date(clock().getTime() + minutes * 60_000), delivery.problem);
    return delivery;
  }

  async function forgetSecret({ id, kind }: StoredMail): Promise<void> {
    if (SECRET_KINDS.test(kind)) await outbox.empty(id, 'A code or a link, no longer kept');
  }

  function pauseAfter(outcome: Delivery['outcome']): void {
    knocks = outcome === 'down' || outcome === 'broken' ? knocks + 1 : 0;
    knockAgainAt = knocks === 0 ? 0 : clock().getTime() + Math.min(LONGEST_PAUSE_S, 2 ** knocks) * 1_000;
  }
}
export type MailService = ReturnType<typeof mailService>;
