import { OBSTACLES, type Obstacle } from '../bookings/booking-contract.ts';
import { REFUSALS } from '../spaces/space-contract.ts';

/** Why a date was left out, as it was stored with it. */
export const whySkipped = (stored: string | null): Obstacle =>
  [...OBSTACLES, ...REFUSALS].find((one) => one === stored) ?? 'left_out';
