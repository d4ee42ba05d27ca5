import type { Database, Db } from './database.ts';
import type { Clock } from './clock.ts';
import type { Fact, NewFact, UnitOfWork } from './fact.ts';
import { chain } from './fact-chain.ts';
import type { NewId } from './ids.ts';
import { react, type ReactTo } from './reactions.ts';

export type { UnitOfWork } from './fact.ts';
export type InOneTransaction = <T>(work: (unit: UnitOfWork) => Promise<T>) => Promise<T>;

/** Called after a commit with the facts it stored. It must not throw: what it does can be done again. */
export type FactListener = (facts: Fact[]) => Promise<void> | void;

type Deps = {
  db: Database;
  clock: Clock;
  newId: NewId;
  reactions: ReactTo;
  listeners: FactListener[];
  onError(error: unknown): void;
};

/** Makes the function through which every write goes: work, facts and what follows from them in one transaction, listeners after the commit. */
export function unitsOfWork({ db, clock, newId, reactions, listeners, onError }: Deps): InOneTransaction {
  return async (work) => {
    const facts: Fact[] = [];
    const record = (...news: NewFact[]): void => {
      for (const fact of news) facts.push(complete(fact, newId(), clock()));
    };
    const result = await db.transaction(async (trx) => {
      const unit = { trx, record };
      const value = await work(unit);
      await react(unit, facts, reactions);
      await chain(trx, facts);
      return value;
    });
    if (facts.length > 0) await tell(listeners, facts, onError);
    return result;
  };
}

/**
 * Units inside another: what one writes and records stays only if it succeeds, and only if the one around it does. They are acts of
 * their own, several of which may follow from one fact, so that none says what it is because of.
 */
export function unitsWithin(around: UnitOfWork): InOneTransaction {
  return async (work) => {
    const news: NewFact[] = [];
    const result = await around.trx.transaction((trx) => work({ trx, record: (...facts) => void news.push(...facts) }));
    around.record(...news);
    return result;
  };
}

/**
 * What the public may read of a subject's history, newest first. `on` is the day on which a step counts, where its fact says so: the clock
 * may have taken it later than it was due.
 */
export async function publicHistory(
  db: Db,
  subjectKind: string,
  subjectId: string,
  limit = 50,
): Promise<{ at: string; on: string | null; kind: string; text: string }[]> {
  const rows = await db('facts')
    .where({ subject_kind: subjectKind, subject_id: subjectId })
    .whereNotNull('public_text')
    .orderBy([
      { column: 'at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(limit)
    .select('at', 'kind', 'after', 'public_text');
  return rows.map((row) => ({ at: row.at, on: dayOfStep(row.after), kind: row.kind, text: row.public_text }));
}

function dayOfStep(kept: unknown): string | null {
  const after: unknown = typeof kept === 'string' ? JSON.parse(kept) : kept;
  return typeof after === 'object' &&
    after !== null &&
    'state' in after &&
    'on' in after &&
    typeof after.on === 'string'
    ? after.on
    : null;
}

/** The same of several subjects of one kind together, the newest first. */
export async function historyOfMany(
  db: Db,
  subjectKind: string,
  subjectIds: readonly string[],
  limit: number,
): Promise<{ subjectId: string; at: string; kind: string; text: string }[]> {
  if (subjectIds.length === 0) return [];
  const rows = await db('facts')
    .where({ subject_kind: subjectKind })
    .whereIn('subject_id', [...subjectIds])
    .whereNotNull('public_text')
    .orderBy([
      { column: 'at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(limit)
    .select('subject_id', 'at', 'kind', 'public_text');
  return rows.map((row) => ({ subjectId: row.subject_id, at: row.at, kind: row.kind, text: row.public_text }));
}

async function tell(listeners: FactListener[], facts: Fact[], onError: (error: unknown) => void): Promise<void> {
  for (const listener of listeners) {
    try {
      await listener(facts);
    } catch (error) {
      onError(error);
    }
  }
}

function complete(fact: NewFact, id: string, now: Date): Fact {
  return {
    areaId: null,
    onBehalfOf: null,
    channel: null,
    reason: null,
    before: null,
    after: null,
    publicText: null,
    at: now.toISOString(),
    ...fact,
    id,
  };
}
