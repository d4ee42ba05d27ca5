import type { ClaimKind } from '../bookings/claim-contract.ts';
import type { Stretch } from '../../kernel/recurrence-contract.ts';

/** A room that the public may find, and where its place is. */
export type FoundRoom = {
  id: string;
  assetId: string;
  assetName: string;
  areaId: string;
  facilityBits: number;
  point: { lon: number; lat: number } | null;
};

/** A stretch in which a space is not free. */
export type Taken = Stretch & { kind: ClaimKind };
