import type { Clock } from '../kernel/clock.ts';
import type { Database, Db } from '../kernel/database.ts';
import type { NewId } from '../kernel/ids.ts';
import { giveBackLease, takeLease } from '../kernel/lease.ts';
import type { NewMail, StoredMail } from './mail-contract.ts';
import { htmlOf, textOf } from './mail-rendering.ts';
import { mailsOn } from './mail-store.ts';

/**
 * What SMTP made of a mail. `down` means that nothing can be sent at all just now, `later` that this mail may be tried again,
 * `never` is the receiving server's last word.
 */
export type Delivery = { outcome: 'sent' } | { outcome: 'down' | 'later' | 'never'; problem: string };
export type Deliver = (mail: StoredMail) => Promise<Delivery>;

type Deps = { db: Database; clock: Clock; newId: NewId; deliver: Deliver | null };

const LEASE = { name: 'mail', ms: 60_000 };
const AT_ONCE = 50;
/** Minutes until the next try; the last one is repeated until a mail is given up. */
const BACK_OFF_MINUTES = [1, 2, 5, 15, 30, 60];
const GIVE_UP_AFTER_TRIES = 60;

/** Puts mails in the outbox and sends them. One process sends at a time, in the order of writing. */
export function mailService({ db, clock, newId, deliver }: Deps) {
  const holder = newId();
  const outbox = mailsOn(db);

  return {
    latest: outbox.latest,
    byId: outbox.byId,
    forget: outbox.forget,

    /** Writes a mail inside the transaction that causes it. */
    async write(trx: Db, mail: NewMail): Promise<void> {
      const now = clock().toISOString();
      await mailsOn(trx).add([{
        id: newId(), to: mail.to, kind: mail.kind, subject: mail.subject, text: textOf(mail), html: htmlOf(mail), unsubscribeUrl: mail.unsubscribeUrl ?? null,
        state: 'waiting', tries: 0, createdAt: now, dueAt: now, sentAt: null, problem: null,
      }]);
    },

    /**
     * Sends what is due. A mail that SMTP took is marked at once; if the process dies in between it may go out twice,
     * with the same Message-ID, so that mail programs show it once. While the server is down everything waits; a mail that is
     * put off holds back later ones to the same person: what somebody gets, they get in order.
     * @returns how many were sent
     */
    async sendDue(): Promise<number> {
      if (!deliver || !(await takeLease(db, clock, LEASE.name, holder, LEASE.ms))) return 0;
      let sent = 0;
      try {
        for (const mail of await outbox.due(clock(), AT_ONCE)) {
          const done = await send(mail, deliver);
          if (done === 'down') break;
          if (done === 'sent') sent++;
          if (!(await takeLease(db, clock, LEASE.name, holder, LEASE.ms))) break;
        }
      } finally {
        await giveBackLease(db, LEASE.name, holder);
      }
      return sent;
    },
  };

  async function send(mail: StoredMail, by: Deliver): Promise<'sent' | 'down' | 'put off' | 'given up'> {
    const delivery = await by(mail);
    if (delivery.outcome === 'sent') {
      await outbox.sent(mail.id, clock());
      return 'sent';
    }
    if (delivery.outcome === 'down') return 'down';
    const tries = mail.tries + 1;
    if (delivery.outcome === 'never' || tries >= GIVE_UP_AFTER_TRIES) {
      await outbox.failed(mail.id, tries, delivery.problem);
      return 'given up';
    }
    const minutes = BACK_OFF_MINUTES[Math.min(tries, BACK_OFF_MINUTES.length) - 1] ?? 60;
    await outbox.retry(mail.id, tries, new Date(clock().getTime() + minutes * 60_000), delivery.problem);
    return 'put off';
  }
}
export type MailService = ReturnType<typeof mailService>;
