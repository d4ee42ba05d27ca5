import type { HireScene } from './hire-scene.ts';

/** The booking of a scene, as the ledger knows it. */
export const lineFor = ({ booking, today }: Pick<HireScene, 'booking' | 'today'>) => ({
  areaId: booking.areaId,
  bookingId: booking.id,
  today,
});
