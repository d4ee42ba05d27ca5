import type { Ground } from './places-layer.ts';

export type PositionProblem = 'refused' | 'not_found' | 'not_offered';

/** Asks the device where it is, once, because the person pressed a button. Nothing is sent to us. */
export function findPosition(): Promise<Ground | PositionProblem> {
  if (!('geolocation' in navigator)) return Promise.resolve('not_offered');
  return new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ lon: coords.longitude, lat: coords.latitude, accuracyM: coords.accuracy }),
      (error) => resolve(error.code === error.PERMISSION_DENIED ? 'refused' : 'not_found'),
      { timeout: 10_000, maximumAge: 60_000 },
    );
  });
}
