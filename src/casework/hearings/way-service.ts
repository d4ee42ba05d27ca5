import { z } from 'zod';
import type { Who } from '../../ground/people/role-contract.ts';
import { notFound } from '../../kernel/problem.ts';
import { WAYS } from './hearing-contract.ts';
import type { HearingDeps } from './hearing-deps.ts';
import { hearingsOn } from './hearing-store.ts';
import { WAY_WORDS } from './hearing-words.ts';

export const wayCameSchema = z.object({
  kind: z.enum(WAYS, 'Say which way.'),
  came: z
    .string('Say how many were heard this way, and what they said.')
    .trim()
    .min(3, 'Say how many were heard this way, and what they said. Name nobody.')
    .max(2_000, 'Use up to 2,000 characters.'),
});

/** What came of the other ways to be heard: it stands in the papers of the hearing. */
export function recordingWays({ inOneTransaction, steps }: Pick<HearingDeps, 'inOneTransaction' | 'steps'>) {
  return {
    record: (who: Who, id: string, { kind, came }: z.infer<typeof wayCameSchema>): Promise<void> =>
      inOneTransaction(async (unit) => {
        const { proposal } = await steps.locked(unit, id);
        const hearing = (await hearingsOn(unit.trx).of(id)).at(-1);
        const way = hearing && (await hearingsOn(unit.trx).ways(hearing.id)).find((one) => one.kind === kind);
        if (!way) throw notFound('way to be heard');
        await hearingsOn(unit.trx).wayCame({ ...way, came });
        unit.record({
          kind: 'hearing_way_recorded',
          areaId: proposal.areaId,
          subjectKind: 'proposal',
          subjectId: id,
          actor: who.personId,
          before: way.came,
          after: { kind, came },
          publicText: `${WAY_WORDS[kind].name}, what came of it: ${came}`,
        });
      }),
  };
}
