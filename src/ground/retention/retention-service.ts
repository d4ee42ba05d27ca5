import type { Clock } from '../../kernel/clock.ts';
import type { Database } from '../../kernel/database.ts';
import type { InOneTransaction } from '../../kernel/facts.ts';
import type { NewId } from '../../kernel/ids.ts';
import { giveBackLease, takeLease } from '../../kernel/lease.ts';
import { RETENTION, RETENTION_KINDS, type RetentionKind } from './retention-contract.ts';

/** Removes what was over before an instant; gives back how many that were. */
export type Forget = (before: Date) => Promise<number>;
type Deps = {
  db: Database;
  clock: Clock;
  newId: NewId;
  inOneTransaction: InOneTransaction;
  forget: Record<RetentionKind, Forget>;
};
export type Forgotten = Partial<Record<RetentionKind, number>>;

const LEASE = { name: 'retention', ms: 10 * 60_000 };
const DAY_MS = 24 * 3_600_000;

/** Applies the table of days. Safe to repeat, and from several processes: one at a time does it. */
export function retentionService({ db, clock, newId, inOneTransaction, forget }: Deps) {
  const holder = newId();
  return {
    /** @returns how much of what was removed; nothing while another process is at it */
    async apply(): Promise<Forgotten> {
      if (!(await takeLease(db, clock, LEASE.name, holder, LEASE.ms))) return {};
      try {
        const forgotten: Forgotten = {};
        for (const kind of RETENTION_KINDS) {
          const count = await forget[kind](new Date(clock().getTime() - RETENTION[kind].days * DAY_MS));
          if (count > 0) forgotten[kind] = count;
        }
        if (Object.keys(forgotten).length > 0) {
          await inOneTransaction(async ({ record }) =>
            record({
              kind: 'retention_applied',
              subjectKind: 'installation',
              subjectId: 'retention',
              actor: 'system',
              after: forgotten,
            }),
          );
        }
        return forgotten;
      } finally {
        await giveBackLease(db, LEASE.name, holder);
      }
    },
  };
}
export type RetentionService = ReturnType<typeof retentionService>;
