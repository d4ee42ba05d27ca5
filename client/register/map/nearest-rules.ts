type OnGround = { lon: number; lat: number };

/** The things nearest to a point, nearest first. Flat reckoning is exact enough within one view. */
export function nearestFirst<T extends OnGround>(things: readonly T[], centre: OnGround, most: number): T[] {
  const shrink = Math.cos((centre.lat * Math.PI) / 180);
  const distance = (thing: OnGround) => Math.hypot((thing.lon - centre.lon) * shrink, thing.lat - centre.lat);
  return [...things].sort((a, b) => distance(a) - distance(b)).slice(0, most);
}

export const COMPASS = [
  'north',
  'north-east',
  'east',
  'south-east',
  'south',
  'south-west',
  'west',
  'north-west',
] as const;
export type CompassPoint = (typeof COMPASS)[number];

/** In which of eight directions one point lies from another. */
export function directionFrom(centre: OnGround, to: OnGround): CompassPoint {
  const shrink = Math.cos((centre.lat * Math.PI) / 180);
  const turn = Math.atan2((to.lon - centre.lon) * shrink, to.lat - centre.lat) / (Math.PI / 4);
  return COMPASS[(Math.round(turn) + 8) % 8] ?? 'north';
}
