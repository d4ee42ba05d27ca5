import type { Db } from '../../kernel/database.ts';
import { removeFound } from '../../kernel/remove-found.ts';
import type { StoredMail } from './mail-contract.ts';

type Row = {
  id: string;
  to: string;
  kind: string;
  subject: string;
  text: string;
  html: string;
  unsubscribe_url: string | null;
  state: StoredMail['state'];
  tries: number;
  created_at: string;
  due_at: string;
  sent_at: string | null;
  problem: string | null;
  calendar: string | null;
  once_key: string | null;
};

/** `oldestAt`: since when the oldest of those that wait has waited; `failed`: how many did not arrive of those written since a day. */
export type MailQueue = { waiting: number; oldestAt: string | null; failed: number };

/** The outbox. A mail is put in by the transaction that causes it, so it is sent if and only if that happened. */
export function mailsOn(db: Db) {
  return {
    /** A mail with a key that is there already stays out. */
    async add(mails: StoredMail[]): Promise<void> {
      if (mails.length > 0) await db('mails').insert(mails.map(toRow)).onConflict('once_key').ignore();
    },
    async isAnyDue(now: Date): Promise<boolean> {
      const due = db('mails').where({ state: 'waiting' }).where('due_at', '<=', now.toISOString());
      return (await due.first('id')) !== undefined;
    },
    /** The first mail that is due, in the order of writing, but none while an earlier one to the same person is put off. */
    async nextDue(now: Date): Promise<StoredMail | undefined> {
      const at = now.toISOString();
      const earlier = db('mails as earlier')
        .select(db.raw('1'))
        .whereRaw('earlier."to" = mails."to"')
        .whereRaw('earlier.id < mails.id')
        .where('earlier.state', 'waiting')
        .where('earlier.due_at', '>', at);
      const row: Row | undefined = await db('mails')
        .where({ state: 'waiting' })
        .where('due_at', '<=', at)
        .whereNotExists(earlier)
        .orderBy('id')
        .first();
      return row && fromRow(row);
    },
    async sent(id: string, now: Date): Promise<void> {
      await db('mails').where({ id }).update({ state: 'sent', sent_at: now.toISOString(), problem: null });
    },
    /** Every mail that waits counts as sent when it was written. */
    async allSent(): Promise<void> {
      await db('mails')
        .where({ state: 'waiting' })
        .update({ state: 'sent', sent_at: db.ref('created_at') });
    },
    /** Takes out what a mail said: what is left tells that it went, and when. */
    async empty(id: string, subject: string): Promise<void> {
      await db('mails').where({ id }).update({ subject, text: '', html: '' });
    },
    async retry(id: string, tries: number, dueAt: Date, problem: string): Promise<void> {
      await db('mails').where({ id }).update({ tries, due_at: dueAt.toISOString(), problem });
    },
    async failed(id: string, tries: number, problem: string): Promise<void> {
      await db('mails').where({ id }).update({ state: 'failed', tries, problem });
    },
    async latest(limit: number): Promise<StoredMail[]> {
      return (await db('mails').orderBy('id', 'desc').limit(limit)).map(fromRow);
    },
    async byId(id: string): Promise<StoredMail | undefined> {
      const row: Row | undefined = await db('mails').where({ id }).first();
      return row && fromRow(row);
    },
    /** What became of mails that are written once, by their keys. */
    async statesOf(keys: readonly string[]): Promise<Map<string, StoredMail['state']>> {
      const rows: { once_key: string; state: StoredMail['state'] }[] =
        keys.length === 0
          ? []
          : await db('mails')
              .whereIn('once_key', [...keys])
              .select('once_key', 'state');
      return new Map(rows.map(({ once_key: key, state }) => [key, state]));
    },
    /** Mails that did not arrive, the newest first: servers refused them, or we gave up. */
    async failures(limit: number): Promise<StoredMail[]> {
      return (await db('mails').where({ state: 'failed' }).orderBy('id', 'desc').limit(limit)).map(fromRow);
    },
    async queue(since: Date): Promise<MailQueue> {
      const waits = db('mails').where({ state: 'waiting' });
      const waiting = await waits.count({ count: '*' }).min({ oldest: 'created_at' }).first();
      const lost = db('mails').where({ state: 'failed' }).where('created_at', '>=', since.toISOString());
      const failed = await lost.count({ count: '*' }).first();
      return {
        waiting: Number(waiting?.['count']),
        oldestAt: waiting?.['oldest'] ?? null,
        failed: Number(failed?.['count']),
      };
    },
    async to(address: string): Promise<StoredMail[]> {
      return (await db('mails').where({ to: address }).orderBy('id', 'desc')).map(fromRow);
    },
    async forgetAddress(address: string): Promise<number> {
      return db('mails').where({ to: address }).delete();
    },
    /** Removes what was sent, or last tried, before an instant. */
    async forget(before: Date): Promise<number> {
      return removeFound(db('mails').whereIn('state', ['sent', 'failed']).where('due_at', '<', before.toISOString()));
    },
  };
}

const toRow = (mail: StoredMail): Row => ({
  id: mail.id,
  to: mail.to,
  kind: mail.kind,
  subject: mail.subject,
  text: mail.text,
  html: mail.html,
  unsubscribe_url: mail.unsubscribeUrl,
  state: mail.state,
  tries: mail.tries,
  created_at: mail.createdAt,
  due_at: mail.dueAt,
  sent_at: mail.sentAt,
  problem: mail.problem,
  calendar: mail.calendar,
  once_key: mail.onceKey,
});
const fromRow = (row: Row): StoredMail => ({
  id: row.id,
  to: row.to,
  kind: row.kind,
  subject: row.subject,
  text: row.text,
  html: row.html,
  unsubscribeUrl: row.unsubscribe_url,
  state: row.state,
  tries: row.tries,
  createdAt: row.created_at,
  dueAt: row.due_at,
  sentAt: row.sent_at,
  problem: row.problem,
  calendar: row.calendar,
  onceKey: row.once_key,
});
