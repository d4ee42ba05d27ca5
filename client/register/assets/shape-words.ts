import { area, counted } from '../../kernel/format.ts';

/** The words of the outline editor. */
export const SHAPE_WORDS = {
  map: 'Map to draw the outline on',
  howTo:
    'Click to add a corner, drag to move one. By keyboard: Tab to a corner, arrow keys move it, Shift makes bigger steps, Page Up and Page Down go to the other corners, Delete removes it.',
  pointMap: 'Map to choose the place on',
  pointHowTo:
    'Click where the place is. By keyboard: Tab to the map, move it with the arrow keys, then press “Set the point in the middle of the map”.',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fit: 'Show all of it',
  draw: 'Click adds a corner',
  place: 'Click sets the point',
  addHere: 'Add a corner in the middle of the map',
  pointHere: 'Set the point in the middle of the map',
  undo: 'Undo',
  clear: 'Remove the outline',
  list: (count: number): string => (count === 0 ? 'Corners as numbers' : `Corners as numbers (${count})`),
  noCorners: 'There are no corners yet.',
  corner: (number: number): string => `Corner ${number}`,
  point: 'Point of the place',
  longitude: 'Longitude',
  latitude: 'Latitude',
  remove: 'Remove',
  addAfter: 'Add one after it',
  part: 'Which line do you edit?',
  partName: (polygon: number, ring: number): string =>
    ring === 0 ? `Part ${polygon + 1}` : `Part ${polygon + 1}, gap ${ring}`,
  earlier: 'Earlier corners',
  later: 'Later corners',
  unreadable: 'The text is not an outline we can draw. Correct it, or empty it.',
  failed: 'The map cannot be shown. The fields below do the same.',
} as const;

/** How the outline stands, for the line below the map. */
export function shapeStatus(count: number, squareMetres: number, crosses: boolean): string {
  if (count === 0) return 'No outline yet.';
  if (count < 3)
    return `${counted(count, 'corner')}. Add at least ${counted(3 - count, 'more corner', 'more corners')}.`;
  return `${counted(count, 'corner')}, ${area(squareMetres)}.${crosses ? ' The outline crosses itself: move or remove a corner.' : ''}`;
}

/** Whether a point is chosen, for the line below the map. */
export const pointStatus = (point: readonly [number, number] | null): string =>
  point ? 'The place is marked on the map.' : 'No place is marked yet.';
