import type { Clock } from '../../kernel/clock.ts';
import type { Database } from '../../kernel/database.ts';
import type { InOneTransaction } from '../../kernel/facts.ts';
import type { NewId } from '../../kernel/ids.ts';
import { giveBackLease, takeLease } from '../../kernel/lease.ts';
import type { KeptLine } from './retention-contract.ts';
import type { Forgets } from './retention-slot.ts';

type Deps = {
  db: Database;
  clock: Clock;
  newId: NewId;
  inOneTransaction: InOneTransaction;
  /** What every feature lets go of. Several may let go of the same kind. */
  forgets: readonly Forgets[];
};
/** How many were removed, by kind; without the kinds of which there was nothing. */
export type Forgotten = Record<string, number>;

const LEASE = { name: 'retention', ms: 10 * 60_000 };
const DAY_MS = 24 * 3_600_000;

/** Lets go of what need not stay. Safe to repeat, and from several processes: one at a time does it. */
export function retentionService({ db, clock, newId, inOneTransaction, forgets }: Deps) {
  const holder = newId();
  return {
    /** @returns how much of what was removed; nothing while another process is at it */
    async apply(): Promise<Forgotten> {
      if (!(await takeLease(db, clock, LEASE.name, holder, LEASE.ms))) return {};
      try {
        const forgotten = await forgetAll();
        if (Object.keys(forgotten).length > 0) await note(forgotten);
        return forgotten;
      } finally {
        await giveBackLease(db, LEASE.name, holder);
      }
    },

    /** How long we keep what: the very table that the job works by. */
    async table(): Promise<KeptLine[]> {
      const kinds = new Map(forgets.map(({ kept }) => [kept.kind, kept]));
      const lines: KeptLine[] = [];
      for (const kept of kinds.values()) lines.push({ ...kept, elsewhere: await elsewhere(kept.kind, kept.days) });
      return lines;
    },
  };

  async function forgetAll(): Promise<Forgotten> {
    const forgotten: Forgotten = {};
    for (const { kept, forget } of forgets) {
      const count = await forget(new Date(clock().getTime() - kept.days * DAY_MS));
      if (count > 0) forgotten[kept.kind] = (forgotten[kept.kind] ?? 0) + count;
    }
    return forgotten;
  }

  function note(forgotten: Forgotten): Promise<void> {
    return inOneTransaction(async ({ record }) =>
      record({
        kind: 'retention_applied',
        subjectKind: 'installation',
        subjectId: 'retention',
        actor: 'system',
        after: forgotten,
      }),
    );
  }

  async function elsewhere(kind: string, usual: number): Promise<KeptLine['elsewhere']> {
    const inAreas = forgets.find(({ kept, inAreas: own }) => kept.kind === kind && own)?.inAreas;
    return ((await inAreas?.()) ?? []).filter(({ days }) => days !== usual);
  }
}
