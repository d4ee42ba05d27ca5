import type { Db } from './database.ts';
import type { Clock } from './clock.ts';
import type { NewId } from './ids.ts';
import { removeFound } from './remove-found.ts';
import session, { type SessionData } from 'express-session';
import { hashOf } from './secrets.ts';

/**
 * A session ends after this much rest, and however busy it was after the absolute time (OWASP session management, "session expiration").
 * One in which nobody has signed in yet only waits for a code.
 */
export const SESSION_ENDS = { idleMs: 7 * 24 * 3_600_000, absoluteMs: 30 * 24 * 3_600_000, waitingMs: 3_600_000 };

/** How exactly we keep when a session was last used: a request need not write more often. */
const SEEN_WITHIN_MS = 60_000;

export type Device = { id: string; device: string; startedAt: string; seenAt: string; current: boolean };

type SessionRow = {
  id_hash: string;
  public_id: string;
  data: string;
  expires_at: string;
  started_at: string;
  seen_at: string;
  device: string;
};

type Deps = { db: Db; clock: Clock; newId: NewId };

/** Sessions in the database, so that every process knows them. The id is stored hashed: the table lets nobody in. */
export class DatabaseSessions extends session.Store {
  private readonly deps: Deps;

  constructor(deps: Deps) {
    super();
    this.deps = deps;
  }

  override get(id: string, done: (error: unknown, data?: SessionData | null) => void): void {
    void this.read(id).then((data) => done(null, data), done);
  }

  override set(id: string, data: SessionData, done?: (error?: unknown) => void): void {
    void this.write(id, data).then(() => {
      // From now on it comes from the database: express-session saves a new one again while the answer is under way.
      data.seenAt ??= this.now();
      done?.();
    }, done);
  }

  override destroy(id: string, done?: (error?: unknown) => void): void {
    void this.deps
      .db('sessions')
      .where({ id_hash: hashOf(id) })
      .delete()
      .then(() => done?.(), done);
  }

  override touch(id: string, data: SessionData, done?: () => void): void {
    const fresh =
      data.seenAt !== undefined && this.deps.clock().getTime() - new Date(data.seenAt).getTime() < SEEN_WITHIN_MS;
    if (fresh) return done?.();
    this.write(id, data).then(
      () => done?.(),
      () => done?.(),
    );
  }

  /** Where a person is signed in, the latest first. */
  async devices(personId: string, currentId: string): Promise<Device[]> {
    const rows: SessionRow[] = await this.deps
      .db('sessions')
      .where({ person_id: personId })
      .where('expires_at', '>', this.now())
      .orderBy('seen_at', 'desc');
    return rows.map((row) => ({
      id: row.public_id,
      device: row.device,
      startedAt: row.started_at,
      seenAt: row.seen_at,
      current: row.id_hash === hashOf(currentId),
    }));
  }

  async signOut(personId: string, deviceId: string): Promise<void> {
    await this.deps.db('sessions').where({ person_id: personId, public_id: deviceId }).delete();
  }

  async signOutEverywhere(personId: string): Promise<void> {
    await this.deps.db('sessions').where({ person_id: personId }).delete();
  }

  async signOutOthers(personId: string, currentId: string): Promise<void> {
    await this.deps
      .db('sessions')
      .where({ person_id: personId })
      .whereNot({ id_hash: hashOf(currentId) })
      .delete();
  }

  /** Removes sessions that were over before an instant. */
  async forgetEnded(before: Date): Promise<number> {
    return removeFound(this.deps.db('sessions').where('expires_at', '<=', before.toISOString()));
  }

  private async read(id: string): Promise<SessionData | null> {
    const row: SessionRow | undefined = await this.deps
      .db('sessions')
      .where({ id_hash: hashOf(id) })
      .where('expires_at', '>', this.now())
      .first();
    return row ? { ...JSON.parse(row.data), seenAt: row.seen_at } : null;
  }

  /** A session that came from the database is only ever changed: when it was ended meanwhile, a request under way must not bring it back. */
  private async write(id: string, { seenAt, ...data }: SessionData): Promise<void> {
    const now = this.deps.clock();
    const startedAt = data.startedAt ?? now.toISOString();
    const idleMs = data.personId ? SESSION_ENDS.idleMs : SESSION_ENDS.waitingMs;
    const ends = Math.min(now.getTime() + idleMs, new Date(startedAt).getTime() + SESSION_ENDS.absoluteMs);
    const changing = {
      person_id: data.personId ?? null,
      data: JSON.stringify({ ...data, startedAt }),
      device: data.device ?? '',
      seen_at: now.toISOString(),
      expires_at: new Date(ends).toISOString(),
    };
    const table = this.deps.db('sessions');
    if (seenAt !== undefined) return void (await table.where({ id_hash: hashOf(id) }).update(changing));
    const row = { ...changing, id_hash: hashOf(id), public_id: this.deps.newId(), started_at: startedAt };
    await table.insert(row).onConflict('id_hash').merge(changing);
  }

  private now(): string {
    return this.deps.clock().toISOString();
  }
}
