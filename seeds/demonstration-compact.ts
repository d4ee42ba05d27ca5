import type { Services } from '../src/services.ts';
import type { Area, Owner } from '../src/ground/areas/area-contract.ts';
import { compactOn } from '../src/groups/compact/compact-store.ts';
import type { UnitOfWork } from '../src/kernel/facts.ts';
import { ACTOR } from './demonstration-actor.ts';

/** The council, the health trust and the schools have joined the compact; the others have not yet. */
export async function joinCompact(
  { newId, clock }: Pick<Services, 'newId' | 'clock'>,
  unit: UnitOfWork,
  area: Area,
  owners: Owner[],
): Promise<void> {
  const joined: [kind: Owner['kind'], minute: string, officer: string][] = [
    ['council', 'Cabinet, 3 March 2026, minute 41', 'Head of Property'],
    ['nhs', 'Trust board, 14 May 2026, item 9', 'Director of Estates'],
    ['school', 'Governors, 22 June 2026, item 6', 'Business Manager'],
  ];
  for (const [kind, minuteRef, officer] of joined) {
    const owner = owners.find((one) => one.kind === kind);
    if (!owner) continue;
    await compactOn(unit.trx).add(
      { id: newId(), areaId: area.id, ownerId: owner.id, minuteRef, officer, from: '2026-07-01', until: null },
      { by: ACTOR, at: clock().toISOString() },
    );
    unit.record({
      kind: 'compact_joined',
      areaId: area.id,
      subjectKind: 'owner',
      subjectId: owner.id,
      actor: ACTOR,
      publicText: `${owner.name} joined the compact: ${minuteRef}.`,
    });
  }
}
