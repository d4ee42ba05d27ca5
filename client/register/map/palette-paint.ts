/** The colours and faces of the map, named as in map.css (`sea` is `--map-sea`). */
export const PALETTE_NAMES = [
  'beyond',
  'sea',
  'sea-line',
  'land',
  'coast',
  'beach',
  'beach-dot',
  'built-up',
  'park',
  'park-line',
  'wood',
  'wood-tree',
  'field',
  'field-line',
  'water',
  'water-line',
  'pier',
  'building',
  'building-line',
  'rail',
  'rail-gap',
  'station',
  'road-main',
  'road-main-case',
  'road-secondary',
  'road-secondary-case',
  'road-street',
  'road-street-case',
  'path',
  'label',
  'label-soft',
  'label-water',
  'label-green',
  'halo',
  'boundary',
  'ward',
  'plate',
  'ink',
  'land-asset',
  'building-asset',
  'cluster',
  'cluster-text',
  'highlight',
  'position',
] as const;
export type PaletteName = (typeof PALETTE_NAMES)[number];
export type Palette = Record<PaletteName, string> & { font: string; fontWater: string };

/** Canvas cannot use `var()`, so the custom properties are read from the element once per scheme. */
export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  const read = (name: string, fallback: string) => style.getPropertyValue(`--map-${name}`).trim() || fallback;
  const colours = Object.fromEntries(PALETTE_NAMES.map((name) => [name, read(name, 'gray')])) as Record<
    PaletteName,
    string
  >;
  return { ...colours, font: read('font', 'sans-serif'), fontWater: read('font-water', 'serif') };
}

/** Calls back when the person switches between light, dark and forced colours. Returns the way to stop. */
export function onSchemeChange(callback: () => void): () => void {
  const queries = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map((query) => matchMedia(query));
  for (const query of queries) query.addEventListener('change', callback);
  return () => {
    for (const query of queries) query.removeEventListener('change', callback);
  };
}
