import type { Area, Owner } from '../../ground/areas/area-contract.ts';
import { dayIn, type Clock } from '../../kernel/clock.ts';
import type { Db } from '../../kernel/database.ts';
import type { InOneTransaction } from '../../kernel/facts.ts';
import type { NewId } from '../../kernel/ids.ts';
import { conflict, invalid, notFound } from '../../kernel/problem.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { Adoption, NewAdoption, NewTerms } from './compact-contract.ts';
import { compactOn } from './compact-store.ts';

type Deps = { db: Db; clock: Clock; newId: NewId; inOneTransaction: InOneTransaction; owners(): Promise<Owner[]> };

/** Which owners have joined the compact, and the terms that go for rooms. */
export function compactService({ db, clock, newId, inOneTransaction, owners }: Deps) {
  const ofArea = async (areaId: string): Promise<Owner[]> =>
    (await owners()).filter((owner) => owner.areaId === areaId);

  return {
    byId: (id: string) => compactOn(db).byId(id),
    inForce: (ownerIds: readonly string[], day: Day, on: Db = db) => compactOn(on).inForce(ownerIds, day),
    termsOn: (areaId: string, day: Day, on: Db = db) => compactOn(on).termsOn(areaId, day),

    /** All that an area has recorded, and the owners who could still join. */
    async inArea(area: Area) {
      const today = dayIn(area.timeZone, clock());
      const all = await ofArea(area.id);
      const adoptions = await compactOn(db).inArea(area.id);
      const terms = await compactOn(db).termsOn(area.id, today);
      const name = new Map(all.map((owner) => [owner.id, owner.name]));
      return {
        today,
        terms,
        owners: all,
        adoptions: adoptions.map((adoption) => ({
          ...adoption,
          owner: name.get(adoption.ownerId) ?? 'An owner',
          over: adoption.until !== null && adoption.until < today,
        })),
      };
    },

    /** Records an owner's decision. @throws Problem 409 when the owner has joined for some of these days already */
    async record(area: Area, wish: NewAdoption, by: string): Promise<void> {
      const owner = (await ofArea(area.id)).find(({ id }) => id === wish.owner);
      if (!owner) throw invalid([{ field: 'owner', message: 'Choose an owner of this area.' }]);
      await inOneTransaction(async ({ trx, record }) => {
        const compact = compactOn(trx);
        await compact.lockOwner(owner.id);
        const adoption: Adoption = {
          id: newId(),
          areaId: area.id,
          ownerId: owner.id,
          minuteRef: wish.minute_ref,
          officer: wish.officer,
          from: wish.from,
          until: wish.until ?? null,
        };
        if ((await compact.overlapping(owner.id, adoption.from, adoption.until)).length > 0)
          throw conflict(
            `${owner.name} has joined for some of these days already. End that first, or choose other days.`,
          );
        await compact.add(adoption, { by, at: clock().toISOString() });
        record({
          kind: 'compact_joined',
          areaId: area.id,
          subjectKind: 'owner',
          subjectId: owner.id,
          actor: by,
          after: adoption,
          publicText: `${owner.name} joined the compact: ${wish.minute_ref}.`,
        });
      });
    },

    /** Ends an owner's part after today. What is asked for before stays under it. */
    async end(area: Area, id: string, reason: string, by: string): Promise<void> {
      const today = dayIn(area.timeZone, clock());
      await inOneTransaction(async ({ trx, record }) => {
        const adoption = await compactOn(trx).byId(id);
        if (!adoption || adoption.areaId !== area.id) throw notFound('decision');
        if (adoption.until !== null && adoption.until <= today) throw conflict('This has ended already.');
        await compactOn(trx).end(id, adoption.from > today ? adoption.from : today);
        record({
          kind: 'compact_left',
          areaId: area.id,
          subjectKind: 'owner',
          subjectId: adoption.ownerId,
          actor: by,
          reason,
          before: adoption,
          publicText: 'The owner left the compact.',
        });
      });
    },

    /** Adopts terms for rooms from a day on. Earlier terms stay on record; requests keep those of their own day. */
    async adoptTerms(area: Area, { minute_ref: minuteRef, from, ...terms }: NewTerms, by: string): Promise<void> {
      await inOneTransaction(async ({ trx, record }) => {
        await compactOn(trx).addTerms(newId(), area.id, { terms, from, minuteRef }, { by, at: clock().toISOString() });
        record({
          kind: 'room_terms_adopted',
          areaId: area.id,
          subjectKind: 'area',
          subjectId: area.id,
          actor: by,
          after: { ...terms, from, minuteRef },
          publicText: `${area.name} adopted terms for rooms: ${minuteRef}.`,
        });
      });
    },
  };
}
export type CompactService = ReturnType<typeof compactService>;
