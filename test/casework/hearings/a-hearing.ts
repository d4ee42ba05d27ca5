import { callSchema, holdSchema, type Hearing } from '../../../src/casework/hearings/hearing-contract.ts';
import { hearingsOn } from '../../../src/casework/hearings/hearing-store.ts';
import type { Asset } from '../../../src/register/assets/asset-contract.ts';
import { anAsset, found } from '../../support/domain.ts';
import { aPerson, onDay, resultPublished, scored, sent, written, type Verge } from '../proposals/a-proposal.ts';

/** Marks of worked case B: 284 of 400 points. */
export const CASE_B = 'NEED3 BEN3 INC3 SUP4 USE4 DEL2 FIN2 GOV2 ENV2 EXIT3';

/** A closed building of the owner, and a third person who answers for the group. */
export async function aClosedBuilding({ services, town, groupId }: Verge, name = 'Old Library'): Promise<Asset> {
  await aPerson(services, 'third@example.org', [['group_deputy', 'group', groupId]]);
  return anAsset(services, town, { name, kind: 'building', state: 'vacant' });
}

/** A proposal for a building that has its marks: complete on the day it is now, scored a day after the comments. */
export async function scoredBuilding(verge: Verge, marks = CASE_B): Promise<string> {
  const id = await completeBuilding(verge);
  await onDay(verge, '2026-10-06');
  await marked(verge, id, marks);
  return id;
}

/** Two scorers agree, an officer answers every gate, and the marks are out. */
export async function marked(verge: Verge, id: string, marks = CASE_B): Promise<void> {
  await scored(verge, id, marks);
  await resultPublished(verge, id, { gate_G8: 'yes' });
}

export async function completeBuilding(verge: Verge): Promise<string> {
  const { id: assetId } = await aClosedBuilding(verge);
  const id = await written(verge, { assetId, starts: '2026-12-16', ends: '2027-12-15' });
  await sent(verge, id);
  await verge.services.proposals.checking.complete(verge.broker, id, { seen: 'received' });
  return id;
}

/** Calls a hearing as democratic services do: in the town hall, with two other ways to be heard. */
export async function called({ services, clerk }: Verge, id: string, more: Record<string, unknown> = {}) {
  return services.hearings.call(
    clerk,
    id,
    callSchema.parse({
      seen: 'hearing_due',
      day: '2026-11-05',
      begins: '18:30',
      venue: 'Town hall, Market Place',
      access: 'No steps, a hearing loop, an accessible toilet.',
      committee: 'yes',
      way_paper: 'Slips in the library',
      way_telephone: '01234 567890, mornings',
      ...more,
    }),
  );
}

export const held = ({ services, clerk }: Verge, id: string, more: Record<string, unknown> = {}) =>
  services.hearings.hold(
    clerk,
    id,
    holdSchema.parse({
      seen: 'hearing_called',
      in_room: 70,
      spoke_for: 61,
      spoke_against: 4,
      interests: 'None',
      ...more,
    }),
  );

export const hearingOf = async ({ services }: Verge, id: string): Promise<Hearing> =>
  found((await hearingsOn(services.db).of(id)).at(-1));
