import type { Light } from './pictures-kit.ts';
import {
  bench,
  bush,
  chance,
  ground,
  group,
  H,
  hills,
  ink,
  lamp,
  many,
  oval,
  path,
  person,
  pick,
  picture,
  poly,
  rect,
  sea,
  stroke,
  terrace,
  tree,
  tufts,
  W,
} from './pictures-kit.ts';

type Verge = { light: Light; seed: number; dress: 'rubbish' | 'flowers' | 'grass' | 'mud' | 'cherry' };
/** A verge between footpath and road, houses behind. */
export function verge({ light, seed, dress }: Verge): string {
  const long = dress === 'rubbish' || dress === 'flowers';
  return picture(
    light,
    seed,
    hills(400, '#a9bda6', seed),
    terrace(-40, 470, 13, 0.95, seed),
    tree(150, 500, 0.9, seed + 1),
    tree(1050, 496, 1.1, seed + 2),
    rect(-10, 462, W + 20, 50, ink.kerb),
    rect(-10, 505, W + 20, 10, '#b8b0a2'),
    lamp(930, 512, 0.8),
    path('M-10 512 H1210 V690 Q600 660 -10 700Z', dress === 'mud' ? '#a8a070' : long ? ink.grassDark : ink.grass),
    tufts(long ? 260 : 90, 520, 150, long ? 46 : 14, seed, [ink.moss, ink.sage, '#8a9d4e', '#b6b06c']),
    dressing(dress, seed),
    path('M-10 694 Q600 656 1210 686 V820 H-10Z', ink.kerb),
    path('M-10 708 Q600 670 1210 700 V820 H-10Z', ink.road),
    many(6, (i) => rect(40 + i * 220, 758 - Math.sin(i) * 3, 110, 9, ink.white, 'opacity=".8"')),
    rect(-10, 690, W + 20, 130, 'url(#near)'),
  );
}
function dressing(dress: Verge['dress'], seed: number): string {
  if (dress === 'rubbish') return rubbish(420, 640, seed) + sofa(780, 640) + nettles(150, 600, seed);
  if (dress === 'flowers')
    return (
      blooms(170, seed) +
      bench(300, 606, 0.9) +
      group(
        880,
        600,
        1,
        rect(-5, -70, 10, 70, ink.woodDark),
        rect(-64, -120, 128, 58, ink.cream),
        rect(-52, -106, 80, 7, ink.teal),
        rect(-52, -92, 104, 5, '#a99a80'),
        rect(-52, -80, 90, 5, '#a99a80'),
      )
    );
  if (dress === 'cherry')
    return (
      [220, 620, 1010]
        .map((x, i) => tree(x, 610 - (i % 2) * 10, 1.35, seed + i, i === 1 ? '#efc0bd' : '#e9b1b3'))
        .join('') + many(60, (i) => oval(chance(seed, i) * W, 600 + chance(seed + 5, i) * 70, 5, 3, '#f3cfcb'))
    );
  if (dress === 'mud')
    return (
      many(3, (i) =>
        stroke(
          `M${-40 + i * 30} ${660 - i * 34} Q500 ${600 - i * 20} 1240 ${640 - i * 36}`,
          '#7d6347',
          15,
          'opacity=".75" stroke-dasharray="14 7"',
        ),
      ) +
      oval(640, 622, 190, 18, '#8a6e4e', 'opacity=".7"') +
      oval(660, 620, 90, 8, '#b9c3c0', 'opacity=".8"') +
      busStop(980, 560)
    );
  return tree(300, 606, 1.5, seed + 7, ink.sage) + tree(700, 596, 1.3, seed + 8, ink.moss) + busStop(1010, 560);
}
const busStop = (x: number, foot: number): string =>
  group(
    x,
    foot,
    1,
    rect(-90, -150, 180, 10, ink.navy),
    rect(-84, -140, 168, 140, '#cfe0dd', 'opacity=".75"'),
    rect(-88, -140, 7, 140, ink.navy),
    rect(81, -140, 7, 140, ink.navy),
    rect(-60, -42, 120, 9, ink.woodDark),
    rect(110, -180, 7, 180, ink.navy),
    rect(96, -210, 36, 34, ink.red),
  );
export const blooms = (count: number, seed: number, top = 540, spread = 120): string =>
  many(count, (i) => {
    const [x, y] = [chance(seed + 20, i) * W, top + chance(seed + 21, i) * spread];
    const size = 4 + ((y - top) / spread) * 7;
    const petal = pick(['#d8503c', '#fbf4e4', '#5b7fb0', '#e7b84a', '#d98aa0'], seed + 22, i);
    return (
      stroke(`M${x.toFixed()} ${y.toFixed()} v${(size * 4).toFixed()}`, ink.moss, 2) +
      oval(x, y, size, size * 0.8, petal) +
      oval(x, y, size * 0.35, size * 0.3, petal === '#fbf4e4' ? ink.ochre : '#3a2f38')
    );
  });
const nettles = (x: number, y: number, seed: number): string =>
  many(16, (i) =>
    group(
      x + chance(seed, i) * 170,
      y + chance(seed, i + 30) * 60,
      0.8,
      stroke('M0 0 V-92', '#54703f', 4),
      many(5, (k) =>
        path(`M0 ${-18 * k - 10} q16 -12 26 -2 q-12 8 -26 2 M0 ${-18 * k - 10} q-16 -12 -26 -2 q12 8 26 2`, '#5f7d49'),
      ),
    ),
  );
export const rubbish = (x: number, foot: number, seed: number): string =>
  many(5, (i) =>
    group(
      x + i * 52 - 60,
      foot + (i % 2) * 14,
      0.8 + chance(seed, i) * 0.4,
      oval(0, 2, 46, 7, '#2b2136', 'opacity=".25"'),
      path('M-40 0 Q-50 -46 -14 -56 L-8 -72 L8 -72 L14 -56 Q50 -44 40 0Z', i === 3 ? ink.teal : '#3d4148'),
      stroke('M-20 -40 Q-8 -24 -18 -8', '#6a6f78', 3),
    ),
  ) +
  group(
    x + 250,
    foot + 14,
    1,
    oval(0, 0, 44, 14, '#34363a'),
    oval(0, -10, 44, 14, '#4a4d52'),
    oval(0, -11, 20, 6, '#77736a'),
  );
export const sofa = (x: number, foot: number): string =>
  group(
    x,
    foot,
    1.1,
    oval(0, 4, 130, 10, '#2b2136', 'opacity=".25"'),
    rect(-110, -98, 220, 70, '#a85a4a', 'rx="14"'),
    rect(-124, -70, 34, 68, '#92493c', 'rx="10"'),
    rect(90, -70, 34, 68, '#92493c', 'rx="10"'),
    rect(-92, -50, 92, 40, '#bd6c59', 'rx="8"'),
    rect(0, -50, 92, 40, '#b56350', 'rx="8"'),
    path('M20 -90 l24 30 l-10 6 l-22 -28Z', '#e7dcc0'),
  );

type Field = { light: Light; seed: number; view: 'houses' | 'sea' | 'cliff' | 'school' };
export function field({ light, seed, view }: Field): string {
  const far =
    view === 'sea' || view === 'cliff'
      ? sea(388, view === 'cliff' ? 440 : 100)
      : hills(420, '#a9bda6', seed) +
        terrace(view === 'school' ? 640 : 160, 452, view === 'school' ? 5 : 9, 0.5, seed, [
          '#d9b79a',
          ink.stone,
          '#c98263',
        ]);
  const middle =
    view === 'school'
      ? tree(120, 520, 1.9, seed, ink.moss) + tree(300, 500, 1.5, seed + 1, ink.sage) + goal(860, 490)
      : view === 'sea'
        ? gorse(seed)
        : view === 'cliff'
          ? ''
          : tree(1060, 480, 1, seed);
  return picture(
    light,
    seed,
    far,
    view === 'cliff'
      ? path('M-20 470 Q240 410 520 470 T880 500 Q1000 520 1030 640 L1050 820 H-20Z', '#a8a372') +
          path('M880 500 Q1000 520 1030 640 L1080 820 H960 Q990 620 880 500Z', '#b99f78')
      : ground(470, view === 'school' ? ink.grass : '#b9bf7f', ink.grassDark, seed),
    middle,
    tufts(150, 500, 280, 34, seed, [ink.moss, '#c6b66f', '#9aa35c', '#8a9d4e']),
    view === 'school' || view === 'houses' ? fence(600, 'wire') : fence(620, 'rail'),
    view === 'houses' ? gate(830, 640) : view === 'sea' ? gate(300, 650) : '',
    rect(-10, 560, W + 20, H - 550, 'url(#near)'),
  );
}
const goal = (x: number, foot: number): string => stroke(`M${x} ${foot} v-70 h130 v70`, ink.white, 6);
const gorse = (seed: number): string =>
  many(7, (i) =>
    group(
      60 + i * 180 + chance(seed, i) * 60,
      520 + chance(seed, i + 20) * 60,
      1 + chance(seed, i + 9) * 0.6,
      bush(0, 0, 1, seed + i, '#62793f'),
      many(14, (k) => oval(-50 + chance(seed + i, k) * 100, -14 - chance(seed + i, k + 30) * 40, 5, 4, '#eec23f')),
    ),
  );
function fence(y: number, kind: 'wire' | 'rail'): string {
  const posts = many(9, (i) => rect(20 + i * 148, y - 78 + (i % 3) * 3, kind === 'wire' ? 9 : 14, 92, ink.woodDark));
  const wires =
    kind === 'wire'
      ? [60, 40, 20].map((d) => stroke(`M-10 ${y - d} Q600 ${y - d + 8} 1210 ${y - d - 2}`, '#6d675f', 2.4)).join('')
      : [58, 28].map((d) => stroke(`M-10 ${y - d} Q600 ${y - d + 12} 1210 ${y - d - 4}`, ink.wood, 10)).join('');
  return wires + posts;
}
const gate = (x: number, foot: number): string =>
  group(
    x,
    foot,
    1.1,
    rect(-8, -108, 14, 112, ink.woodDark),
    rect(172, -108, 14, 112, ink.woodDark),
    many(5, (i) => rect(4, -96 + i * 20, 170, 8, ink.wood)),
    stroke('M8 -16 L168 -92', ink.wood, 9),
  );

type Court = { light: Light; seed: number; floor: 'dumped' | 'garden' | 'concrete' | 'lawn' | 'slope' };
/** Open ground between houses. */
export function court({ light, seed, floor }: Court): string {
  const pale = floor === 'lawn' || floor === 'slope' || floor === 'concrete';
  const back = pale
    ? terrace(-30, 440, 9, 1.35, seed, ['#dcc3a3', '#d3b08c', ink.cream])
    : terrace(330, 440, 5, 1.15, seed);
  const walls = pale
    ? ''
    : rect(-20, 40, 330, 520, ink.brick) +
      bricks(-20, 40, 330, 520, seed) +
      rect(-20, 40, 330, 520, 'url(#side)') +
      rect(905, 90, 320, 470, ink.brickDark) +
      bricks(905, 90, 320, 470, seed + 1) +
      poly(
        [
          [310, 560],
          [310, 40],
          [345, 60],
          [345, 520],
        ],
        '#8a4a39',
      ) +
      poly(
        [
          [905, 560],
          [905, 90],
          [872, 108],
          [872, 520],
        ],
        '#7d4435',
      );
  return picture(light, seed, back, walls, courtFloor(floor, seed));
}
export const bricks = (x: number, y: number, w: number, h: number, seed: number): string =>
  many(Math.round((w * h) / 2600), (i) =>
    rect(
      x + chance(seed, i) * (w - 26),
      y + Math.floor((chance(seed + 9, i) * h) / 14) * 14,
      24,
      9,
      chance(seed + 3, i) > 0.5 ? '#fff' : '#3a1d18',
      'opacity=".1"',
    ),
  );
function courtFloor(floor: Court['floor'], seed: number): string {
  if (floor === 'concrete')
    return (
      rect(-10, 436, W + 20, 400, '#c3bdb2') +
      many(4, (i) => stroke(`M${i * 330 - 60} 820 L${330 + i * 180} 440`, '#a39c90', 4)) +
      stroke('M-10 560 H1210 M-10 690 H1210', '#a39c90', 4) +
      tufts(34, 545, 150, 26, seed, [ink.moss, ink.sage]) +
      lamp(890, 560, 1.2) +
      stroke('M380 690 h70 v40 h70 v-40 h70 M450 730 v40 h70 v-40', '#f3d9d4', 6) +
      oval(700, 720, 44, 20, 'none', 'stroke="#f1e3a8" stroke-width="6"') +
      rect(-10, 560, W + 20, 260, 'url(#near)')
    );
  if (floor === 'lawn')
    return (
      ground(440, ink.grass, ink.grassDark, seed) +
      tufts(90, 470, 300, 12, seed, [ink.moss, ink.sage]) +
      bench(620, 600, 1.3) +
      tree(260, 620, 1.3, seed, ink.sage) +
      tree(980, 600, 1.2, seed + 1, ink.moss)
    );
  if (floor === 'slope')
    return (
      rect(-10, 430, W + 20, 330, '#cdbf9f') +
      rect(-10, 430, W + 20, 70, '#b7a98c') +
      path('M-20 420 Q400 450 700 540 T1220 640 V820 H-20Z', ink.grass) +
      path('M-20 560 Q500 600 1220 760 V820 H-20Z', ink.sage) +
      bush(1010, 610, 1.5, seed) +
      bush(1140, 640, 1.6, seed + 1) +
      stroke('M180 620 V400 M620 700 V470', ink.navy, 9) +
      stroke('M180 410 Q400 470 620 480', '#f7f2e6', 4) +
      many(5, (i) =>
        poly(
          [
            [220 + i * 74, 424 + i * 11],
            [272 + i * 74, 430 + i * 11],
            [268 + i * 74, 516 + i * 10],
            [226 + i * 74, 510 + i * 10],
          ],
          pick(['#f7f0e0', ink.teal, '#d9a0a0', ink.ochre], seed, i),
        ),
      ) +
      tufts(80, 600, 190, 14, seed, [ink.moss])
    );
  if (floor === 'garden')
    return (
      rect(-10, 430, W + 20, 400, '#cdbb98') +
      mural() +
      path('M340 820 Q520 640 600 540 L690 540 Q700 660 880 820Z', '#e3d5b6') +
      [
        [110, 690],
        [1000, 680],
        [980, 560],
        [190, 575],
      ]
        .map(([x = 0, y = 0], i) => planter(x, y, i < 2 ? 1.4 : 1, seed + i))
        .join('') +
      bench(480, 570, 0.95) +
      bench(800, 610, 1.1) +
      tree(860, 560, 1.3, seed, ink.sage) +
      person(560, 640, 1.1, ink.ochre) +
      person(610, 648, 1, ink.teal, '#8d5f45') +
      rect(-10, 600, W + 20, 220, 'url(#near)')
    );
  return (
    rect(345, 430, 527, 130, '#a3a468') +
    path('M-20 520 Q600 470 1220 530 V820 H-20Z', '#a3a468') +
    tufts(200, 520, 250, 36, seed, [ink.moss, '#b6b06c', '#8a9d4e']) +
    many(40, (i) =>
      rect(
        chance(seed, i) * W,
        560 + chance(seed + 2, i) * 220,
        14,
        7,
        pick([ink.brick, ink.cream, '#8a8378'], seed, i),
        `transform="rotate(${Math.round(chance(seed, i + 70) * 40)} 600 600)" opacity=".7"`,
      ),
    ) +
    sofa(470, 640) +
    rubbish(720, 660, seed) +
    bush(960, 590, 1.3, seed, '#5f7d49') +
    rect(-10, 600, W + 20, 220, 'url(#near)')
  );
}
const mural = (): string =>
  rect(905, 180, 320, 250, '#7fb0b5') +
  path('M905 380 Q980 340 1060 380 T1225 370 V430 H905Z', ink.teal) +
  [
    [980, 250],
    [1080, 300],
    [1150, 230],
  ]
    .map(([x = 0, y = 0]) => stroke(`M${x - 34} ${y} q17 -24 34 0 q17 -24 34 0`, ink.white, 8))
    .join('') +
  oval(1170, 330, 30, 30, ink.ochre);
const planter = (x: number, foot: number, size: number, seed: number): string =>
  group(
    x,
    foot,
    size,
    many(9, (i) =>
      bush(-60 + i * 16, -44 - chance(seed, i) * 14, 0.35, seed + i, pick([ink.moss, ink.sage, '#7e9b63'], seed, i)),
    ),
    many(12, (i) =>
      oval(
        -66 + chance(seed, i) * 132,
        -64 - chance(seed, i + 20) * 24,
        6,
        5,
        pick(['#d8503c', ink.ochre, '#fbf4e4', '#8a6aa0'], seed + 1, i),
      ),
    ),
    rect(-84, -48, 168, 48, ink.wood),
    rect(-84, -32, 168, 3, ink.woodDark),
    rect(-84, -16, 168, 3, ink.woodDark),
  );
