import type { Light } from './pictures-kit.ts';
import { glow, group, ink, many, oval, path, picture, poly, rect, stroke, tree } from './pictures-kit.ts';

type Furniture = 'circle' | 'stage' | 'court' | 'table' | 'clinic' | 'armchairs' | 'workshop' | 'paintings';
export type Room = {
  light: Light;
  seed: number;
  wall: string;
  floor: string;
  panel?: string;
  window: 'tall' | 'wide' | 'door' | 'left';
  furniture: Furniture;
};

/** The inside of a room, with the light of its windows on the floor. */
export function room({ light, seed, wall, floor, panel, window, furniture }: Room): string {
  return picture(
    light,
    seed,
    rect(-10, -10, 1220, 820, wall),
    rect(-10, -10, 1220, 60, ink.white, 'opacity=".55"'),
    poly(
      [
        [-10, -10],
        [150, 60],
        [150, 520],
        [-10, 640],
      ],
      '#2b2136',
      'opacity=".10"',
    ),
    poly(
      [
        [1210, -10],
        [1050, 60],
        [1050, 520],
        [1210, 640],
      ],
      '#2b2136',
      'opacity=".16"',
    ),
    panel
      ? rect(150, 350, 900, 170, panel) + many(10, (i) => rect(164 + i * 90, 366, 72, 140, '#2b2136', 'opacity=".12"'))
      : '',
    poly(
      [
        [150, 520],
        [1050, 520],
        [1230, 820],
        [-30, 820],
      ],
      floor,
    ),
    many(13, (i) => stroke(`M${150 + i * 75} 520 L${-30 + i * 105} 820`, '#2b2136', 2, 'opacity=".12"')),
    rect(150, 510, 900, 12, ink.white, 'opacity=".8"'),
    panes(window, light, seed),
    lightOnFloor(window, light),
    furnish(furniture, seed),
    many(
      3,
      (i) =>
        stroke(`M${330 + i * 270} -10 V80`, '#4a4f57', 3) +
        path(`M${296 + i * 270} 112 Q${330 + i * 270} 60 ${364 + i * 270} 112Z`, ink.ochre) +
        (light === 'dusk' || light === 'gold' ? glow(330 + i * 270, 120, 170) : ''),
    ),
  );
}
function panes(kind: Room['window'], light: Light, seed: number): string {
  const view = light === 'dusk' ? '#5b6f95' : '#bcdde0';
  const frame = (x: number, y: number, w: number, h: number): string =>
    rect(x - 10, y - 10, w + 20, h + 20, ink.white) +
    rect(x, y, w, h, view) +
    rect(x, y + h * 0.72, w, h * 0.28, light === 'dusk' ? '#44586a' : '#9fbf8c') +
    oval(x + w * 0.3, y + h * 0.72, w * 0.26, h * 0.14, light === 'dusk' ? '#3d5060' : '#86a974') +
    rect(x + w / 2 - 3, y, 6, h, ink.white) +
    rect(x, y + h * 0.42, w, 6, ink.white) +
    rect(x - 18, y + h + 8, w + 36, 10, ink.white);
  if (kind === 'tall') return many(4, (i) => frame(226 + i * 210, 130, 118, 270));
  if (kind === 'wide') return frame(270, 150, 300, 190) + frame(640, 150, 300, 190);
  if (kind === 'left') return frame(230, 150, 280, 190);
  return (
    frame(250, 160, 280, 180) +
    rect(690, 130, 250, 390, ink.white) +
    rect(706, 146, 104, 358, view) +
    rect(820, 146, 104, 358, view) +
    rect(706, 400, 218, 104, '#9fbf8c') +
    tree(765, 470, 0.9, seed, ink.moss)
  );
}
const lightOnFloor = (kind: Room['window'], light: Light): string =>
  light === 'dusk'
    ? ''
    : many(kind === 'tall' ? 4 : kind === 'left' ? 1 : 2, (i) => {
        const x = kind === 'tall' ? 180 + i * 210 : 230 + i * 390;
        const w = kind === 'tall' ? 120 : 290;
        return poly(
          [
            [x, 560],
            [x + w, 560],
            [x + w - 90, 700],
            [x - 120, 700],
          ],
          '#fff3cf',
          'opacity=".42"',
        );
      });

function furnish(kind: Furniture, seed: number): string {
  if (kind === 'circle')
    return (
      oval(600, 650, 330, 78, '#d9cdb2') +
      oval(600, 648, 280, 62, '#c7d3c4') +
      [
        [340, 620, 1],
        [450, 580, 0.88],
        [600, 566, 0.84],
        [750, 580, 0.88],
        [860, 620, 1],
      ]
        .map(([x = 0, y = 0, s = 1]) => chair(x, y, s * 1.15, ink.teal))
        .join('') +
      [
        [420, 726],
        [600, 750],
        [780, 726],
      ]
        .map(([x = 0, y = 0]) => chairBack(x, y, 1.25, ink.navy))
        .join('') +
      plant(1000, 600, 1.3) +
      group(
        600,
        660,
        1,
        oval(0, 0, 66, 17, ink.wood),
        rect(-5, 0, 10, 36, ink.woodDark),
        rect(-16, -22, 26, 20, ink.white),
        oval(24, -8, 10, 8, ink.ochre),
      )
    );
  if (kind === 'stage')
    return (
      rect(250, 130, 700, 400, '#5a3230') +
      rect(330, 250, 540, 280, '#6b3d38') +
      poly(
        [
          [230, 530],
          [970, 530],
          [1000, 580],
          [200, 580],
        ],
        ink.wood,
      ) +
      rect(200, 580, 800, 34, ink.woodDark) +
      path(
        'M250 130 H950 V200 Q880 220 820 196 Q760 226 700 198 Q640 226 600 200 Q540 226 480 198 Q420 222 360 198 Q300 220 250 200Z',
        ink.red,
      ) +
      path(
        'M250 190 Q320 200 330 330 Q320 460 270 532 H250Z M950 190 Q880 200 870 330 Q880 460 930 532 H950Z',
        '#9a3c31',
      ) +
      many(2, (i) =>
        group(
          i ? 1085 : 115,
          690,
          1.1,
          many(4, (k) => rect(-44, -30 - k * 20, 88, 12, ink.teal, 'rx="5"')),
          rect(-40, -24, 6, 60, '#4a4f57'),
          rect(34, -24, 6, 60, '#4a4f57'),
        ),
      ) +
      piano(820, 620)
    );
  if (kind === 'court')
    return (
      stroke('M170 790 L300 560 H900 L1030 790 M600 560 V820 M236 672 H964', ink.white, 7) +
      oval(600, 672, 120, 30, 'none', `stroke="${ink.ochre}" stroke-width="7"`) +
      group(
        600,
        300,
        1.2,
        rect(-80, -90, 160, 100, ink.white),
        rect(-34, -44, 68, 50, 'none', `stroke="${ink.red}" stroke-width="6"`),
        oval(0, 22, 34, 9, 'none', `stroke="${ink.red}" stroke-width="6"`),
      ) +
      many(5, (i) => rect(60, 440 + i * 24, 70 + i * 2, 12, ink.wood)) +
      oval(760, 720, 24, 24, '#d27a3c')
    );
  if (kind === 'table')
    return (
      many(5, (i) => chair(330 + i * 135, 606, 1, ink.brickDark)) +
      poly(
        [
          [250, 610],
          [950, 610],
          [1050, 690],
          [150, 690],
        ],
        '#9c6a41',
      ) +
      poly(
        [
          [150, 690],
          [1050, 690],
          [1050, 712],
          [150, 712],
        ],
        '#7a5033',
      ) +
      rect(200, 712, 18, 80, '#7a5033') +
      rect(982, 712, 18, 80, '#7a5033') +
      group(
        600,
        640,
        1,
        oval(0, 0, 46, 12, ink.white),
        path('M-14 -40 h28 l6 36 h-40Z', '#cfe3df'),
        oval(60, -4, 12, 8, '#cfe3df'),
      ) +
      many(4, (i) =>
        rect(300 + i * 160, 630 + (i % 2) * 20, 56, 26, ink.cream, 'transform="skewX(-18) translate(200 0)"'),
      ) +
      many(4, (i) => chairBack(300 + i * 200, 790, 1.15, ink.brickDark)) +
      portrait(180, 190) +
      portrait(1020, 190)
    );
  if (kind === 'clinic')
    return (
      chair(330, 640, 1.3, ink.ochre) +
      chair(460, 630, 1.25, ink.ochre) +
      chair(590, 630, 1.25, ink.ochre) +
      chair(930, 640, 1.3, ink.ochre) +
      group(
        720,
        680,
        1.3,
        oval(0, 4, 92, 14, '#2b2136', 'opacity=".15"'),
        rect(-80, -50, 160, 12, ink.wood),
        rect(-70, -40, 9, 42, ink.woodDark),
        rect(62, -40, 9, 42, ink.woodDark),
        rect(-30, -72, 26, 22, ink.red),
        rect(0, -66, 22, 16, ink.teal),
        oval(42, -60, 12, 11, ink.ochre),
      ) +
      group(
        170,
        690,
        1.2,
        rect(-70, -60, 140, 60, ink.teal),
        rect(-70, -60, 140, 10, '#226062'),
        oval(-30, -72, 22, 20, ink.red),
        rect(6, -88, 30, 30, ink.ochre),
        poly(
          [
            [40, -60],
            [56, -96],
            [72, -60],
          ],
          '#d98aa0',
        ),
      ) +
      plant(1080, 660, 1.2) +
      rect(560, 200, 0, 0, ink.white)
    );
  if (kind === 'armchairs')
    return (
      oval(520, 700, 360, 70, '#c98c74', 'opacity=".5"') +
      armchair(270, 690, 1.3, ink.teal) +
      armchair(480, 640, 1.1, ink.ochre) +
      armchair(820, 710, 1.35, ink.brick) +
      group(
        590,
        720,
        1.3,
        oval(0, -48, 88, 20, ink.wood),
        rect(-6, -46, 12, 52, ink.woodDark),
        path('M-34 -76 h34 v18 q-17 12 -34 0Z', ink.white),
        stroke('M0 -72 q14 0 8 12', ink.white, 4),
        oval(38, -56, 26, 8, ink.cream),
        oval(34, -62, 12, 8, ink.wood),
      ) +
      plant(1080, 650, 1.3)
    );
  if (kind === 'workshop')
    return (
      rect(590, 160, 380, 190, '#c8a677') +
      tools() +
      poly(
        [
          [170, 560],
          [1030, 560],
          [1070, 610],
          [130, 610],
        ],
        ink.wood,
      ) +
      rect(130, 610, 940, 20, ink.woodDark) +
      [170, 590, 1010].map((x) => rect(x, 630, 22, 110, ink.woodDark)).join('') +
      group(
        360,
        566,
        1,
        rect(-60, -60, 120, 60, '#5b6470'),
        oval(-24, -30, 16, 16, ink.cream),
        rect(10, -44, 40, 8, ink.ochre),
      ) +
      group(
        850,
        566,
        1,
        rect(-40, -46, 80, 46, ink.red),
        rect(-14, -62, 28, 18, 'none', `stroke="#3d4148" stroke-width="6"`),
      ) +
      bicycle(620, 740)
    );
  return (
    paintings(seed) +
    many(4, (i) =>
      rect(70, 560 + i * 26, 150 - i * 4, 20, [ink.teal, ink.red, ink.ochre, ink.navy][i] ?? ink.teal, 'rx="6"'),
    ) +
    many(6, (i) => chair(380 + i * 110, 690, 0.75, [ink.red, ink.ochre, ink.teal][i % 3] ?? ink.red)) +
    rect(980, 330, 150, 190, ink.cream) +
    rect(994, 344, 122, 90, '#6b7d86') +
    stroke('M400 770 H800', ink.ochre, 6)
  );
}
const chair = (x: number, foot: number, size: number, colour: string): string =>
  group(
    x,
    foot,
    size,
    oval(0, 34, 44, 8, '#2b2136', 'opacity=".16"'),
    rect(-34, -70, 68, 56, colour, 'rx="12"'),
    rect(-38, -14, 76, 18, colour, 'rx="8"'),
    rect(-38, -14, 76, 18, '#2b2136', 'rx="8" opacity=".16"'),
    rect(-34, 2, 6, 34, '#4a4f57'),
    rect(28, 2, 6, 34, '#4a4f57'),
  );
const chairBack = (x: number, foot: number, size: number, colour: string): string =>
  group(
    x,
    foot,
    size,
    rect(-38, -84, 76, 70, colour, 'rx="14"'),
    rect(-30, -74, 60, 50, '#fff', 'rx="10" opacity=".08"'),
    rect(-34, -16, 7, 56, '#4a4f57'),
    rect(27, -16, 7, 56, '#4a4f57'),
  );
const armchair = (x: number, foot: number, size: number, colour: string): string =>
  group(
    x,
    foot,
    size,
    oval(0, 4, 90, 12, '#2b2136', 'opacity=".18"'),
    rect(-64, -130, 128, 110, colour, 'rx="20"'),
    rect(-84, -84, 34, 80, colour, 'rx="14"'),
    rect(50, -84, 34, 80, colour, 'rx="14"'),
    rect(-52, -62, 104, 44, '#fff', 'rx="10" opacity=".2"'),
    rect(-84, -84, 34, 80, '#2b2136', 'rx="14" opacity=".12"'),
    rect(50, -84, 34, 80, '#2b2136', 'rx="14" opacity=".16"'),
  );
const plant = (x: number, foot: number, size: number): string =>
  group(
    x,
    foot,
    size,
    oval(0, 2, 40, 8, '#2b2136', 'opacity=".18"'),
    ...[-60, -34, -10, 14, 38, 62].map(
      (a) =>
        `<g transform="translate(0 -50) rotate(${a})">${path('M0 0 Q-20 -60 0 -112 Q20 -60 0 0Z', a % 4 ? '#5f8d63' : '#4f7d57')}</g>`,
    ),
    path('M-34 -54 H34 L26 0 H-26Z', ink.brick),
  );
const piano = (x: number, foot: number): string =>
  group(
    x + 130,
    foot + 60,
    1.1,
    rect(-80, -120, 160, 120, '#4d3328'),
    rect(-88, -74, 176, 18, '#3b261e'),
    rect(-78, -70, 156, 9, ink.white),
    many(12, (i) => rect(-72 + i * 13, -70, 5, 5, '#2b2136')),
    rect(-80, -128, 160, 12, '#5f4234'),
  );
const portrait = (x: number, y: number): string =>
  rect(x - 12, y - 12, 74, 104, ink.ochre) +
  rect(x - 4, y - 4, 58, 88, '#5a4a44') +
  oval(x + 25, y + 28, 13, 16, '#d0a583') +
  path(`M${x + 2} ${y + 84} Q${x + 25} ${y + 40} ${x + 48} ${y + 84}Z`, ink.navy);
const tools = (): string =>
  stroke(
    'M640 200 v70 M620 200 h40 M710 200 l30 70 M740 200 l-30 70 M800 190 v90 M788 190 h24 v26 h-24Z M870 200 q30 30 0 70',
    '#4a4f57',
    9,
  ) +
  stroke('M920 200 v80', ink.red, 12) +
  many(6, (i) => rect(630 + i * 52, 306, 30, 26, [ink.red, ink.teal, ink.ochre][i % 3] ?? ink.red));
const bicycle = (x: number, foot: number): string =>
  group(
    x,
    foot,
    1.6,
    oval(0, 6, 100, 9, '#2b2136', 'opacity=".18"'),
    oval(-62, -38, 42, 42, 'none', 'stroke="#3d4148" stroke-width="6"'),
    oval(62, -38, 42, 42, 'none', 'stroke="#3d4148" stroke-width="6"'),
    stroke(
      'M-62 -38 L-26 -92 L38 -92 L0 -38 L-26 -92 M0 -38 H-62 M62 -38 L36 -104 h18 M-26 -92 l-6 -14 M-44 -108 h26',
      ink.teal,
      6,
    ),
  );
function paintings(seed: number): string {
  const spots = [
    [190, 420],
    [300, 430],
    [410, 420],
    [520, 434],
    [630, 420],
    [740, 430],
    [850, 422],
  ];
  return spots
    .map(
      ([x = 0, y = 0], i) =>
        rect(x, y, 80, 66, ink.white) +
        oval(x + 40, y + 34, 22, 20, [ink.ochre, ink.red, ink.teal, ink.sage][(i + seed) % 4] ?? ink.ochre) +
        stroke(`M${x + 10} ${y + 56} q20 -16 60 -4`, ink.moss, 5),
    )
    .join('');
}
