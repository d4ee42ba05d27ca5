import type { Facade } from './pictures-buildings.ts';
import { facade, shop } from './pictures-buildings.ts';
import { bandstand, bowlingGreen, carPark, plot, quay, railwayLand, riverside } from './pictures-green.ts';
import { bush, group, ink, lamp, many, oval, person, poly, rect, stroke, tree, tufts } from './pictures-kit.ts';
import { court, field, verge } from './pictures-land.ts';
import { arches, fishMarket, pavilion, winterGardens } from './pictures-landmarks.ts';
import { room } from './pictures-rooms.ts';

const office: Omit<Facade, 'light' | 'panes'> = {
  seed: 41,
  wall: '#b98d6c',
  trim: ink.cream,
  wide: 640,
  storeys: 3,
  storeyHeight: 122,
  bays: 7,
  roof: 'parapet',
  pane: 'sash',
  door: 'double',
  place: 'quay',
};
const library: Omit<Facade, 'light' | 'panes' | 'seed'> = {
  wall: ink.brick,
  trim: ink.cream,
  wide: 620,
  storeys: 1,
  storeyHeight: 220,
  bays: 7,
  roof: 'parapet',
  pane: 'tall',
  door: 'double',
  place: 'street',
  sign: null,
};
const centre: Omit<Facade, 'light' | 'panes' | 'seed'> = {
  wall: '#d19a6d',
  wide: 720,
  storeys: 1,
  storeyHeight: 150,
  bays: 6,
  roof: 'slope',
  pane: 'wide',
  door: 'double',
  doorColour: ink.red,
  place: 'park',
  ramp: true,
  sign: ink.teal,
};

const scenes = {
  'office-boarded': () =>
    facade({
      ...office,
      light: 'grey',
      panes: 'boarded',
      extras: (foot) => hoarding(200, foot) + tufts(26, foot - 6, 12, 26, 4, [ink.moss, ink.sage]),
    }),
  'office-dusk': () =>
    facade({ ...office, seed: 42, light: 'dusk', panes: 'boarded', extras: () => lamp(900, 660, 1.1) }),
  'library-closed': () =>
    facade({
      ...library,
      seed: 43,
      light: 'grey',
      panes: 'dark',
      extras: (foot) => leaves(foot) + bush(330, foot + 8, 1, 3) + bush(900, foot + 8, 1.1, 4),
    }),
  'library-open': () =>
    facade({
      ...library,
      seed: 44,
      light: 'gold',
      storeys: 2,
      storeyHeight: 176,
      panes: 'books',
      sign: ink.navy,
      extras: (foot) =>
        person(520, foot + 44, 1.1, ink.red) +
        person(700, foot + 40, 1.05, ink.teal, '#8d5f45') +
        person(744, foot + 42, 0.8, ink.ochre),
    }),
  'library-small': () =>
    facade({
      ...centre,
      seed: 45,
      light: 'morning',
      wall: '#cfc3a4',
      brick: false,
      wide: 520,
      bays: 4,
      panes: 'books',
      doorColour: ink.teal,
      sign: ink.navy,
      extras: (foot) => bikes(250, foot + 40) + tree(960, foot + 20, 1, 5, ink.sage),
    }),
  'community-centre': () =>
    facade({
      ...centre,
      seed: 46,
      light: 'noon',
      panes: 'dark',
      extras: (foot) =>
        bikes(190, foot + 40) +
        person(560, foot + 30, 1.1, ink.ochre) +
        person(520, foot + 36, 1.1, ink.navy, '#8d5f45') +
        bunting(),
    }),
  'community-centre-evening': () =>
    facade({
      ...centre,
      seed: 47,
      light: 'dusk',
      wide: 540,
      bays: 5,
      panes: 'lit',
      extras: (foot) => person(500, foot + 34, 1.1, ink.teal) + lamp(980, foot + 30, 1.1),
    }),
  'youth-centre': () =>
    facade({
      seed: 48,
      light: 'grey',
      wall: '#b5705a',
      wide: 600,
      storeys: 2,
      storeyHeight: 118,
      bays: 6,
      roof: 'flat',
      pane: 'wide',
      panes: 'dark',
      door: 'roller',
      place: 'yard',
      extras: (foot) => muralBand(foot),
    }),
  toilets: () =>
    facade({
      seed: 49,
      light: 'noon',
      wall: '#c98a5e',
      trim: ink.cream,
      wide: 560,
      storeys: 1,
      storeyHeight: 150,
      bays: 7,
      roof: 'flat',
      pane: 'round',
      panes: 'dark',
      door: 'single',
      doors: 2,
      doorColour: '#3f7f9c',
      place: 'front',
    }),
  store: () =>
    facade({
      seed: 50,
      light: 'morning',
      wall: ink.brickDark,
      wide: 300,
      storeys: 1,
      storeyHeight: 150,
      bays: 3,
      roof: 'gable',
      pane: 'small',
      panes: 'dark',
      door: 'double',
      doorColour: '#4f7a55',
      place: 'park',
      extras: (foot) => tree(830, foot + 10, 2.1, 8) + bush(380, foot + 10, 1.2, 6),
    }),
  garage: () =>
    facade({
      seed: 51,
      light: 'grey',
      wall: '#bd7a5d',
      wide: 520,
      storeys: 1,
      storeyHeight: 190,
      bays: 5,
      roof: 'flat',
      pane: 'small',
      panes: 'dark',
      door: 'roller',
      doors: 2,
      place: 'yard',
    }),
  depot: () =>
    facade({
      seed: 52,
      light: 'morning',
      wall: '#7f9aa0',
      brick: false,
      wide: 640,
      storeys: 1,
      storeyHeight: 250,
      bays: 3,
      roof: 'gable',
      pane: 'small',
      panes: 'dark',
      door: 'roller',
      doors: 2,
      place: 'yard',
      extras: (foot) =>
        ribs(foot) +
        gritter(330, foot + 90) +
        poly(
          [
            [850, foot + 70],
            [960, foot - 50],
            [1010, foot - 30],
            [1130, foot + 70],
          ],
          '#e9e2d2',
        ),
    }),
  'depot-small': () =>
    facade({
      seed: 53,
      light: 'noon',
      wall: '#a9917a',
      wide: 520,
      storeys: 1,
      storeyHeight: 170,
      bays: 5,
      roof: 'slope',
      pane: 'small',
      panes: 'dark',
      door: 'roller',
      place: 'yard',
      extras: (foot) => van(300, foot + 80) + timber(900, foot + 60),
    }),
  warehouse: () =>
    facade({
      seed: 54,
      light: 'gold',
      wall: '#a8563f',
      trim: '#caa27c',
      wide: 560,
      storeys: 3,
      storeyHeight: 124,
      bays: 7,
      roof: 'gable',
      pane: 'small',
      panes: 'dark',
      door: 'double',
      doorColour: ink.navy,
      place: 'quay',
      extras: (foot) => hoist(foot),
    }),
  house: () =>
    facade({
      seed: 55,
      light: 'noon',
      wall: ink.brick,
      trim: ink.cream,
      wide: 340,
      storeys: 2,
      storeyHeight: 122,
      bays: 3,
      roof: 'hip',
      pane: 'sash',
      panes: 'dark',
      door: 'single',
      doorColour: '#4f7a55',
      place: 'park',
      extras: (foot) =>
        tufts(120, foot - 2, 60, 48, 7, [ink.moss, '#8a9d4e', ink.sage]) +
        bush(390, foot + 20, 1.3, 3) +
        bush(820, foot + 20, 1.5, 5) +
        many(16, (i) => rect(180 + i * 56, foot + 44, 12, 64, ink.white)) +
        rect(170, foot + 58, 880, 8, ink.white),
    }),
  hut: () =>
    facade({
      seed: 56,
      light: 'morning',
      wall: '#a9c0a2',
      brick: false,
      wide: 520,
      storeys: 1,
      storeyHeight: 150,
      bays: 5,
      roof: 'slope',
      pane: 'wide',
      panes: 'dark',
      door: 'single',
      doorColour: ink.moss,
      place: 'park',
      ramp: true,
      extras: () => many(10, (i) => rect(340, 472 + i * 14, 520, 1.6, '#5f7a5c', 'opacity=".4"')),
    }),
  'day-hospital': () =>
    facade({
      seed: 57,
      light: 'morning',
      wall: '#d9c6a6',
      wide: 820,
      storeys: 1,
      storeyHeight: 140,
      bays: 8,
      roof: 'hip',
      pane: 'wide',
      panes: 'dark',
      door: 'double',
      doorColour: '#56808c',
      place: 'park',
      ramp: true,
      extras: (foot) =>
        tufts(140, foot - 4, 90, 46, 9, [ink.moss, '#b6b06c', '#8a9d4e']) +
        bush(260, foot + 26, 1.3, 2) +
        bush(930, foot + 24, 1.5, 9),
    }),
  'health-centre': () =>
    facade({
      seed: 58,
      light: 'noon',
      wall: '#f2ece0',
      brick: false,
      wide: 700,
      storeys: 2,
      storeyHeight: 130,
      bays: 6,
      roof: 'flat',
      pane: 'wide',
      panes: 'dark',
      door: 'double',
      doorColour: '#3f7f9c',
      place: 'street',
      ramp: true,
      sign: '#3f7f9c',
      extras: (foot) => person(470, foot + 44, 1.1, ink.ochre),
    }),
  'village-room': () =>
    facade({
      seed: 59,
      light: 'dusk',
      wall: '#cdbb97',
      trim: '#e6d9b9',
      wide: 420,
      storeys: 1,
      storeyHeight: 170,
      bays: 4,
      roof: 'gable',
      pane: 'sash',
      panes: 'lit',
      door: 'single',
      doorColour: ink.red,
      place: 'park',
      extras: () =>
        group(
          600,
          330,
          1,
          rect(-24, -66, 48, 60, '#cdbb97'),
          poly(
            [
              [-34, -62],
              [0, -116],
              [34, -62],
            ],
            ink.slateDark,
          ),
          oval(0, -36, 13, 16, '#3d4148'),
        ),
    }),
  'shop-teal': () => shop({ light: 'noon', seed: 61, front: ink.teal, wall: ink.brick, state: 'empty' }),
  'shop-brick': () =>
    shop({ light: 'morning', seed: 62, front: '#7d2f2b', wall: '#b5654a', state: 'empty', bow: true }),
  'shop-open': () => shop({ light: 'dusk', seed: 63, front: ink.ochre, wall: '#c98263', state: 'open' }),
  'shop-shutter': () => shop({ light: 'grey', seed: 64, front: '#6b7a86', wall: ink.stone, state: 'shut', low: true }),
  pavilion: () => pavilion('gold', 65),
  'winter-gardens': () => winterGardens('noon', 66),
  'fish-market': () => fishMarket('morning', 67),
  arches: () => arches('gold', 68),
  'verge-rubbish': () => verge({ light: 'grey', seed: 3, dress: 'rubbish' }),
  'verge-flowers': () => verge({ light: 'noon', seed: 5, dress: 'flowers' }),
  'verge-grass': () => verge({ light: 'noon', seed: 7, dress: 'grass' }),
  'verge-mud': () => verge({ light: 'grey', seed: 9, dress: 'mud' }),
  'verge-cherry': () => verge({ light: 'morning', seed: 11, dress: 'cherry' }),
  'field-fence': () => field({ light: 'noon', seed: 13, view: 'houses' }),
  'field-dusk': () => field({ light: 'dusk', seed: 15, view: 'cliff' }),
  'field-sea': () => field({ light: 'noon', seed: 17, view: 'sea' }),
  'field-school': () => field({ light: 'morning', seed: 19, view: 'school' }),
  'corner-plot': () => court({ light: 'grey', seed: 21, floor: 'dumped' }),
  'pocket-park': () => court({ light: 'gold', seed: 23, floor: 'garden' }),
  'garage-court': () => court({ light: 'grey', seed: 25, floor: 'concrete' }),
  'estate-green': () => court({ light: 'noon', seed: 27, floor: 'lawn' }),
  'estate-green-slope': () => court({ light: 'morning', seed: 29, floor: 'slope' }),
  allotment: () => plot({ light: 'noon', seed: 31, care: 'tended' }),
  'allotment-overgrown': () => plot({ light: 'grey', seed: 32, care: 'wild' }),
  'kitchen-garden': () => plot({ light: 'morning', seed: 33, care: 'kitchen' }),
  'walled-garden': () => plot({ light: 'gold', seed: 34, care: 'walled' }),
  riverside: () => riverside('morning', 35, false),
  'riverside-grey': () => riverside('grey', 36, true),
  'bowling-green': () => bowlingGreen('morning', 37),
  bandstand: () => bandstand('noon', 38),
  quay: () => quay('gold', 39),
  'railway-land': () => railwayLand('gold', 40),
  'car-park': () => carPark('noon', 71, true),
  'car-park-ground': () => carPark('morning', 72, false),
  'hall-day': () =>
    room({ light: 'morning', seed: 73, wall: '#e9dfc4', floor: '#c79b63', window: 'tall', furniture: 'stage' }),
  'hall-evening': () =>
    room({
      light: 'dusk',
      seed: 74,
      wall: '#d9cfc0',
      floor: '#c08f58',
      window: 'tall',
      furniture: 'court',
      panel: '#9fb0a0',
    }),
  'hall-primary': () =>
    room({ light: 'noon', seed: 75, wall: '#f1e6c6', floor: '#d3ad74', window: 'wide', furniture: 'paintings' }),
  'health-room': () =>
    room({ light: 'gold', seed: 76, wall: '#dfe3d0', floor: '#c9b48e', window: 'wide', furniture: 'circle' }),
  'clinic-room': () =>
    room({ light: 'noon', seed: 77, wall: '#e3ece6', floor: '#cfc3a8', window: 'wide', furniture: 'clinic' }),
  'meeting-room': () =>
    room({
      light: 'gold',
      seed: 78,
      wall: '#c9b58d',
      floor: '#8f5f43',
      window: 'tall',
      furniture: 'table',
      panel: '#8a5a3b',
    }),
  lounge: () =>
    room({ light: 'morning', seed: 79, wall: '#efe0c4', floor: '#b98f6a', window: 'door', furniture: 'armchairs' }),
  'repair-room': () =>
    room({ light: 'noon', seed: 80, wall: '#dcd6c4', floor: '#a99f8f', window: 'left', furniture: 'workshop' }),
} satisfies Record<string, () => string>;

export type SceneName = keyof typeof scenes;
export const sceneNames = Object.keys(scenes) as SceneName[];
/** An original drawing as SVG, 1200 × 800. */
export const scene = (name: SceneName): string => scenes[name]();

const hoarding = (x: number, foot: number): string =>
  many(4, (i) => rect(x - 60 + i * 62, foot - 74, 58, 84, i % 2 ? '#557d84' : '#4c737a')) +
  rect(x - 60, foot - 78, 246, 8, ink.navy);
const leaves = (foot: number): string =>
  many(30, (i) =>
    oval(
      330 + ((i * 97) % 560),
      foot + 6 + ((i * 31) % 48),
      9,
      5,
      ['#b5803f', '#c29a52', '#9b5340'][i % 3] ?? '#b5803f',
    ),
  );
const bikes = (x: number, foot: number): string =>
  many(3, (i) =>
    group(
      x + i * 66,
      foot,
      0.75,
      oval(-34, -26, 26, 26, 'none', 'stroke="#3d4148" stroke-width="5"'),
      oval(34, -26, 26, 26, 'none', 'stroke="#3d4148" stroke-width="5"'),
      stroke(
        'M-34 -26 L-12 -58 L22 -58 L0 -26 Z M34 -26 L20 -66 h14 M-12 -58 l-4 -10 h14',
        [ink.red, ink.teal, ink.ochre][i] ?? ink.red,
        5,
      ),
    ),
  );
const bunting = (): string =>
  stroke('M250 470 Q430 520 600 470 Q780 520 950 410', ink.navy, 2) +
  many(14, (i) =>
    poly(
      [
        [262 + i * 49, 478 + (i % 7 < 4 ? (i % 7) * 6 : 36 - (i % 7) * 6)],
        [282 + i * 49, 480 + (i % 7 < 4 ? (i % 7) * 6 : 36 - (i % 7) * 6)],
        [272 + i * 49, 504 + (i % 7 < 4 ? (i % 7) * 6 : 36 - (i % 7) * 6)],
      ],
      [ink.red, ink.ochre, ink.cream][i % 3] ?? ink.red,
    ),
  );
const muralBand = (foot: number): string =>
  rect(310, foot - 118, 170, 112, '#8fb0ae', 'opacity=".7"') +
  oval(380, foot - 70, 34, 34, '#d9a55a', 'opacity=".7"') +
  stroke(`M310 ${foot - 30} q40 -40 85 0 t85 0`, '#5f8d8a', 12, 'opacity=".7"');
const ribs = (foot: number): string =>
  many(32, (i) => rect(286 + i * 20, foot - 246, 2, 90, '#4d666c', 'opacity=".4"'));
const gritter = (x: number, foot: number): string =>
  group(
    x,
    foot,
    1.3,
    oval(0, 4, 130, 12, '#2b2136', 'opacity=".25"'),
    poly(
      [
        [-110, -40],
        [-120, -112],
        [30, -112],
        [20, -40],
      ],
      ink.ochre,
    ),
    rect(36, -104, 76, 74, '#e7b84a', 'rx="8"'),
    rect(62, -94, 42, 30, '#6f8890'),
    rect(-116, -40, 232, 18, '#4a4f57'),
    rect(60, -116, 24, 10, '#ee8b3a'),
    ...[-76, -24, 78].map((w) => oval(w, -12, 22, 22, '#34363a') + oval(w, -12, 8, 8, ink.stone)),
  );
const van = (x: number, foot: number): string =>
  group(
    x,
    foot,
    1.3,
    oval(0, 4, 120, 11, '#2b2136', 'opacity=".25"'),
    rect(-110, -104, 150, 88, ink.white, 'rx="8"'),
    poly(
      [
        [38, -98],
        [84, -98],
        [112, -58],
        [112, -16],
        [38, -16],
      ],
      ink.white,
    ),
    poly(
      [
        [54, -88],
        [80, -88],
        [100, -58],
        [54, -58],
      ],
      '#6f8890',
    ),
    rect(-110, -40, 222, 10, ink.teal),
    ...[-64, 70].map((w) => oval(w, -12, 21, 21, '#34363a') + oval(w, -12, 8, 8, ink.stone)),
  );
const timber = (x: number, foot: number): string =>
  many(5, (i) => rect(x - (i % 2) * 12, foot - 16 - i * 18, 200, 15, i % 2 ? ink.wood : '#caa06c'));
const hoist = (foot: number): string =>
  [0, 1, 2]
    .map(
      (level) =>
        rect(568, foot - 366 + level * 124, 64, 92, ink.teal) + rect(598, foot - 366 + level * 124, 4, 92, '#1e5254'),
    )
    .slice(0, 2)
    .join('') +
  rect(594, foot - 430, 12, 60, '#3d4148') +
  stroke(`M600 ${foot - 424} H690 M684 ${foot - 424} V${foot - 250}`, '#3d4148', 6) +
  rect(664, foot - 250, 40, 40, ink.wood);
