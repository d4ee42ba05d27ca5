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
import { bricks } from './pictures-land.ts';

type Plot = { light: Light; seed: number; care: 'tended' | 'wild' | 'kitchen' | 'walled' };
/** Allotments and gardens. */
export function plot({ light, seed, care }: Plot): string {
  const wild = care === 'wild' || care === 'walled';
  const behind =
    care === 'walled'
      ? rect(-10, 250, W + 20, 260, '#b8745a') +
        bricks(-10, 250, W + 20, 260, seed) +
        rect(-10, 238, W + 20, 18, ink.stone) +
        rect(880, 330, 110, 180, ink.teal) +
        many(4, (i) => rect(905 + i * 22, 330, 3, 180, '#235f62')) +
        many(9, (i) =>
          bush(60 + i * 90 + chance(seed, i) * 30, 300 + chance(seed + 1, i) * 170, 0.8, seed + i, '#6b8450'),
        )
      : hills(430, '#a9bda6', seed) +
        terrace(care === 'kitchen' ? -20 : 700, 458, care === 'kitchen' ? 4 : 6, 0.6, seed);
  const body =
    care === 'walled'
      ? [170, 430, 690, 1090]
          .map(
            (x, i) =>
              tree(x, 600 + (i % 2) * 34, 1.25, seed + i, pick([ink.moss, ink.sage], seed, i)) +
              apples(x, 600 + (i % 2) * 34, seed + i),
          )
          .join('')
      : care === 'kitchen'
        ? greenhouse(860, 560) + rows(seed, 0) + barrow(250, 640)
        : shed(250, 560, wild) + butt(480, 566) + (wild ? brambles(seed) : rows(seed, 1) + canes(820, 570));
  return picture(
    light,
    seed,
    behind,
    tree(1120, 470, 1.1, seed),
    ground(460, wild ? '#9aa563' : '#b3bd7a', ink.grassDark, seed),
    care === 'walled' ? path('M900 510 Q860 640 760 820 H1010 Q990 640 970 510Z', '#cbb98f') : '',
    body,
    tufts(wild ? 260 : 60, 520, 270, wild ? 50 : 16, seed, [ink.moss, '#8a9d4e', '#b6b06c', '#5f7d49']),
    rect(-10, 600, W + 20, 210, 'url(#near)'),
  );
}
const shed = (x: number, foot: number, leaning: boolean): string =>
  `<g transform="rotate(${leaning ? -4 : 0} ${x} ${foot})">${group(
    x,
    foot,
    1.25,
    oval(10, 2, 120, 9, '#2b2136', 'opacity=".2"'),
    rect(-90, -128, 180, 128, leaning ? '#8d7a62' : ink.teal),
    many(9, (i) => rect(-90 + i * 20, -128, 2, 128, '#2b2136', 'opacity=".18"')),
    poly(
      [
        [-106, -124],
        [-80, -178],
        [80, -178],
        [106, -124],
      ],
      ink.slateDark,
    ),
    rect(-66, -96, 48, 96, leaning ? '#6f5f4c' : '#255f62'),
    rect(16, -92, 48, 36, ink.white),
    rect(20, -88, 40, 28, leaning ? '#56606a' : ink.glass),
  )}</g>`;
const butt = (x: number, foot: number): string =>
  group(
    x,
    foot,
    1,
    oval(0, 0, 36, 8, '#2b2136', 'opacity=".2"'),
    rect(-32, -88, 64, 88, '#3f6a58', 'rx="8"'),
    oval(0, -88, 32, 9, '#5d8f7a'),
  );
const rows = (seed: number, from: number): string =>
  many(
    5,
    (row) =>
      path(
        `M${-30 + row * 10} ${612 + row * 44} Q600 ${598 + row * 44} 1230 ${608 + row * 44} v20 Q600 ${618 + row * 44} -30 ${632 + row * 44}Z`,
        ink.earth,
      ) +
      many(16, (i) => {
        const [x, y] = [30 + i * 76 + (row % 2) * 30, 614 + row * 44];
        const size = 0.6 + row * 0.12;
        return (row + from) % 3 === 0
          ? cabbage(x, y, size, seed + i)
          : (row + from) % 3 === 1
            ? leek(x, y, size)
            : oval(x, y - 10, 26 * size, 17 * size, '#7fa05a') +
              oval(x - 5, y - 15, 12 * size, 6 * size, '#cfe0a0', 'opacity=".6"');
      }),
  );
const cabbage = (x: number, y: number, size: number, seed: number): string =>
  group(
    x,
    y,
    size,
    oval(0, -8, 30, 18, '#6f9a78'),
    oval(-8, -14, 17, 12, '#8fb593'),
    oval(7, -15, 14, 11, chance(seed, 1) > 0.7 ? '#8a6a94' : '#a9c9a4'),
  );
const leek = (x: number, y: number, size: number): string =>
  group(x, y, size, stroke('M0 0 V-26 M0 -20 Q-14 -40 -20 -52 M0 -20 Q14 -40 20 -54 M0 -20 V-58', '#5d8a6a', 6));
const canes = (x: number, foot: number): string =>
  many(
    6,
    (i) =>
      stroke(
        `M${x + i * 52} ${foot + 20} L${x + 24 + i * 52} ${foot - 150} M${x + 48 + i * 52} ${foot + 20} L${x + 24 + i * 52} ${foot - 150}`,
        ink.woodDark,
        5,
      ) +
      many(8, (k) =>
        oval(x + 8 + i * 52 + (k % 3) * 15, foot - 10 - k * 16, 12, 9, k % 4 === 1 ? '#d8503c' : '#678a4c'),
      ),
  ) + stroke(`M${x} ${foot - 148} H${x + 310}`, ink.woodDark, 5);
const brambles = (seed: number): string =>
  many(9, (i) =>
    group(
      520 + i * 76,
      580 + chance(seed, i) * 90,
      1.3 + chance(seed, i + 9) * 0.5,
      bush(0, 0, 1, seed + i, pick(['#5f7048', '#6b7d4b', '#55683f'], seed, i)),
      many(8, (k) => oval(-44 + chance(seed + i, k) * 88, -12 - chance(seed + i, k + 20) * 40, 4, 4, '#402a45')),
      stroke('M-60 0 Q-20 -88 50 -8', '#5b4a3c', 3),
    ),
  );
const apples = (x: number, foot: number, seed: number): string =>
  many(9, (i) => oval(x - 54 + chance(seed, i) * 108, foot - 205 + chance(seed, i + 20) * 100, 7, 7, '#c8493a'));
const greenhouse = (x: number, foot: number): string =>
  group(
    x,
    foot,
    1.2,
    oval(0, 2, 150, 9, '#2b2136', 'opacity=".16"'),
    poly(
      [
        [-130, 0],
        [-130, -110],
        [0, -180],
        [130, -110],
        [130, 0],
      ],
      '#cfe3df',
      'opacity=".9"',
    ),
    many(7, (i) => oval(-100 + i * 33, -30, 20, 22, pick(['#6f9a58', '#d8503c', '#8fb573'], 4, i))),
    many(7, (i) => stroke(`M${-130 + i * 43.3} 0 V${-110 - (i < 4 ? i : 6 - i) * 23}`, ink.white, 5)),
    stroke('M-130 -110 L0 -180 L130 -110 M-130 -55 H130 M-130 -110 H130', ink.white, 5),
  );
const barrow = (x: number, foot: number): string =>
  group(
    x,
    foot,
    1.2,
    oval(0, 0, 80, 8, '#2b2136', 'opacity=".2"'),
    path('M-60 -64 H60 L38 -22 H-34Z', ink.red),
    oval(-50, -14, 18, 18, '#3d4148'),
    oval(-50, -14, 7, 7, ink.stone),
    stroke('M30 -30 L110 -50 M36 -22 V0', ink.woodDark, 7),
    oval(0, -68, 46, 16, '#6f9a58'),
  );

/** The river bank, fine or closed off. */
export function riverside(light: Light, seed: number, closed: boolean): string {
  return picture(
    light,
    seed,
    hills(380, '#a9bda6', seed),
    terrace(680, 420, 7, 0.55, seed),
    rect(-10, 410, W + 20, 60, ink.sage),
    tree(60, 456, 1.2, seed),
    tree(560, 450, 0.9, seed + 1, ink.sage),
    tree(1130, 452, 1.2, seed + 2),
    path('M-20 462 Q600 440 1220 470 V640 H-20Z', '#7ba7ac') +
      many(14, (i) =>
        rect(
          chance(seed, i) * W,
          480 + chance(seed + 2, i) * 130,
          60 + chance(seed, i + 30) * 90,
          4,
          '#d6e7e2',
          'opacity=".5"',
        ),
      ),
    path('M-20 600 Q260 560 520 612 T1220 590 V820 H-20Z', closed ? '#9d8a68' : ink.grass),
    path('M-20 604 Q260 564 520 616 T1220 594', 'none', 'stroke="#7d6b4d" stroke-width="8"'),
    willow(980, 640, seed),
    tufts(closed ? 60 : 190, 620, 170, 34, seed, [ink.moss, '#8a9d4e', ink.sage]),
    closed
      ? many(7, (i) => rect(90 + i * 118, 590, 9, 110, ink.woodDark)) +
          rect(90, 612, 716, 58, '#ee8b3a', 'opacity=".85"') +
          many(24, (i) => rect(96 + i * 30, 612, 2, 58, '#a9571b', 'opacity=".6"'))
      : bench(420, 680, 1.3) +
          rect(700, 560, 18, 96, ink.woodDark) +
          oval(709, 560, 9, 4, ink.wood) +
          duck(300, 540) +
          duck(370, 556),
    rect(-10, 640, W + 20, 170, 'url(#near)'),
  );
}
const duck = (x: number, y: number): string =>
  group(
    x,
    y,
    1,
    oval(0, 0, 24, 10, '#7a5f48'),
    oval(20, -12, 9, 8, '#2f6a55'),
    path('M27 -12 l12 3 l-12 3Z', ink.ochre),
    rect(-40, 10, 80, 3, '#e9f3ef', 'opacity=".6"'),
  );
const willow = (x: number, foot: number, seed: number): string =>
  group(
    x,
    foot,
    1.5,
    path('M-14 0 Q-6 -80 -26 -150 H26 Q10 -80 16 0Z', ink.woodDark),
    oval(0, -170, 120, 60, '#8aa566'),
    many(26, (i) =>
      stroke(
        `M${-112 + i * 9} ${-170 + Math.abs(i - 13) * 2} q${(chance(seed, i) - 0.5) * 30} 70 ${(i - 13) * 1.6} ${90 + chance(seed, i + 30) * 60}`,
        pick(['#8aa566', '#9db678', '#7a9658'], seed, i),
        7,
      ),
    ),
  );

export function bowlingGreen(light: Light, seed: number): string {
  return picture(
    light,
    seed,
    hills(400, '#a9bda6', seed),
    [80, 240, 900, 1080].map((x, i) => tree(x, 440, 1.2 + (i % 2) * 0.3, seed + i)).join(''),
    terrace(420, 430, 4, 0.62, seed),
    rect(-10, 410, W + 20, 70, '#5f7d4f'),
    many(60, (i) => oval(i * 21, 412 + chance(seed, i) * 8, 16, 10, '#6d8c5a')),
    rect(-10, 470, W + 20, 30, '#d9c9a3'),
    poly(
      [
        [-10, 500],
        [1210, 500],
        [1210, 820],
        [-10, 820],
      ],
      ink.grass,
    ),
    many(6, (i) =>
      poly(
        [
          [600 - (5 - 2 * i) * 110, 500],
          [600 - (5 - 2 * i) * 110 + 110, 500],
          [600 - (4.9 - 2 * i) * 230 + 230, 820],
          [600 - (5 - 2 * i) * 230, 820],
        ],
        '#b9c98a',
        'opacity=".75"',
      ),
    ),
    rect(-10, 500, W + 20, 8, '#78935a'),
    bench(280, 492, 0.95),
    bench(860, 492, 0.95),
    oval(560, 640, 13, 12, ink.white),
    many(
      5,
      (i) =>
        oval(500 + i * 62 + (i % 2) * 16, 676 + (i % 3) * 26, 20, 18, i % 2 ? '#3a3038' : ink.brickDark) +
        oval(496 + i * 62 + (i % 2) * 16, 670 + (i % 3) * 26, 6, 4, '#fff', 'opacity=".4"'),
    ),
    rect(-10, 620, W + 20, 190, 'url(#near)'),
  );
}

export function bandstand(light: Light, seed: number): string {
  const iron = '#f4ead2';
  return picture(
    light,
    seed,
    hills(396, '#9db3ab', seed + 1),
    sea(408, 90),
    ground(478, ink.grass, ink.grassDark, seed),
    path('M420 820 Q520 660 560 610 H640 Q690 660 800 820Z', '#e3d5b6'),
    group(
      600,
      610,
      1.35,
      oval(0, 4, 240, 20, '#2b2136', 'opacity=".2"'),
      poly(
        [
          [-196, 0],
          [-180, -46],
          [180, -46],
          [196, 0],
        ],
        ink.brick,
      ),
      rect(-188, -54, 376, 14, ink.stone),
      rect(-170, -210, 340, 160, '#33494a', 'opacity=".25"'),
      many(
        6,
        (i) =>
          rect(-172 + i * 66, -222, 11, 172, iron) +
          path(
            `M${-172 + i * 66} -222 q5 30 -22 34 M${-161 + i * 66} -222 q-5 30 22 34`,
            'none',
            `stroke="${iron}" stroke-width="5"`,
          ),
      ),
      many(26, (i) => rect(-168 + i * 13.2, -88, 4, 36, iron)),
      rect(-172, -92, 344, 7, iron),
      rect(-200, -232, 400, 16, iron),
      many(26, (i) => path(`M${-198 + i * 15.4} -216 q7.5 16 15 0Z`, iron)),
      path('M-208 -232 Q-120 -262 -84 -318 Q0 -348 84 -318 Q120 -262 208 -232Z', ink.teal),
      path('M-84 -318 Q-40 -290 -60 -232 H60 Q40 -290 84 -318 Q0 -348 -84 -318Z', '#3d9494', 'opacity=".6"'),
      rect(-10, -372, 20, 40, iron),
      oval(0, -378, 9, 12, ink.ochre),
    ),
    [150, 320, 880, 1060]
      .map((x, i) =>
        group(
          x,
          640 + (i % 2) * 30,
          1,
          oval(0, 0, 110, 26, '#7d9458'),
          many(26, (k) =>
            oval(
              -92 + chance(seed + i, k) * 184,
              -12 + (chance(seed + i, k + 30) - 0.5) * 30,
              9,
              8,
              pick(['#d8503c', ink.ochre, '#fbf4e4', '#d98aa0'], seed + i, k + 60),
            ),
          ),
        ),
      )
      .join(''),
    bench(180, 560, 0.9),
    person(950, 600, 1.1, ink.red),
    rect(-10, 620, W + 20, 190, 'url(#near)'),
  );
}

export function quay(light: Light, seed: number): string {
  return picture(
    light,
    seed,
    hills(350, '#9db3ab', seed),
    terrace(560, 386, 10, 0.72, seed),
    rect(540, 380, 680, 16, '#b8ab92'),
    sea(392, 330),
    boat(880, 520, 1.25, ink.red),
    boat(560, 486, 0.95, ink.teal),
    boat(1110, 470, 0.85, ink.ochre),
    poly(
      [
        [-20, 560],
        [520, 600],
        [1220, 650],
        [1220, 820],
        [-20, 820],
      ],
      '#b9ad99',
    ),
    poly(
      [
        [-20, 560],
        [520, 600],
        [1220, 650],
        [1220, 668],
        [520, 616],
        [-20, 574],
      ],
      '#d8cdb6',
    ),
    many(120, (i) =>
      oval(
        chance(seed, i) * W,
        660 + chance(seed + 1, i) * 150,
        24,
        8,
        chance(seed, i + 99) > 0.5 ? '#a99c86' : '#c7bca6',
        'opacity=".6"',
      ),
    ),
    group(
      190,
      640,
      1.1,
      rect(-14, -300, 28, 300, ink.ochre),
      stroke('M0 -290 L210 -360', ink.ochre, 16),
      stroke('M0 -210 L120 -330', ink.ochre, 9),
      stroke('M205 -358 V-220', '#3d4148', 4),
      rect(-40, -44, 80, 44, '#b98537'),
      oval(205, -212, 10, 12, '#3d4148'),
    ),
    pots(430, 720),
    pots(520, 730),
    pots(474, 668),
    many(3, (i) => oval(760 + i * 14, 735 - i * 9, 58 - i * 8, 17, 'none', 'stroke="#3f7a74" stroke-width="9"')),
    group(980, 720, 1, rect(-16, -50, 32, 50, '#3d4148'), oval(0, -52, 24, 10, '#4a4f57')),
    rect(-10, 650, W + 20, 160, 'url(#near)'),
  );
}
const boat = (x: number, y: number, size: number, hull: string): string =>
  group(
    x,
    y,
    size,
    path('M-120 -30 Q-110 20 -80 30 H80 Q120 10 136 -44 Q20 -20 -120 -30Z', hull),
    path('M-120 -30 Q20 -20 136 -44 l-2 10 Q20 -8 -119 -20Z', ink.white),
    rect(-60, -92, 70, 62, ink.white),
    rect(-50, -82, 20, 22, '#6f8a92'),
    rect(-22, -82, 20, 22, '#6f8a92'),
    rect(-66, -100, 82, 10, hull),
    stroke('M40 -34 V-170 M40 -160 L110 -46 M40 -160 L-20 -100', '#4a4f57', 5),
    rect(-130, 28, 270, 5, '#e9f3ef', 'opacity=".6"'),
  );
const pots = (x: number, foot: number): string =>
  group(
    x,
    foot,
    1,
    path('M-46 0 V-40 Q-46 -70 0 -70 Q46 -70 46 -40 V0Z', '#6f5b46'),
    many(5, (i) => stroke(`M${-44 + i * 22} -2 V-60`, '#c9b48c', 3)),
    many(3, (i) => stroke(`M-44 ${-8 - i * 20} H44`, '#c9b48c', 3)),
    stroke('M-46 0 V-40 Q-46 -70 0 -70 Q46 -70 46 -40 V0', ink.teal, 6),
  );

export function railwayLand(light: Light, seed: number): string {
  return picture(
    light,
    seed,
    hills(400, '#a9bda6', seed),
    terrace(-20, 440, 4, 0.6, seed),
    many(9, (i) => birch(30 + i * 44, 500 + chance(seed, i) * 40, 1 + chance(seed, i + 9) * 0.5, seed + i)),
    ground(470, '#a6ad72', ink.grassDark, seed),
    path('M560 470 L640 470 Q760 640 1000 820 H420 Q540 640 560 470Z', '#b6a88f'),
    many(7, (i) =>
      poly(
        [
          [566 - i * 18, 500 + i * i * 7],
          [650 + i * 42, 500 + i * i * 7],
          [654 + i * 46, 508 + i * i * 8],
          [562 - i * 19, 508 + i * i * 8],
        ],
        '#6f5b46',
        'opacity=".75"',
      ),
    ),
    many(70, (i) => oval(480 + chance(seed, i) * 420, 540 + chance(seed + 1, i) * 260, 9, 5, '#8f8472')),
    path('M860 470 Q1010 600 1240 690 V760 Q980 640 820 470Z', '#e0d2ad'),
    group(
      380,
      560,
      1.3,
      rect(-6, -250, 12, 250, '#7a4636'),
      rect(-6, -240, 100, 22, ink.red),
      rect(70, -240, 10, 22, ink.white),
      rect(-12, -262, 24, 14, '#7a4636'),
    ),
    many(4, (i) => birch(1020 + i * 62, 560 + i * 26, 1.3, seed + 30 + i)),
    tufts(170, 520, 270, 38, seed, [ink.moss, '#b6b06c', '#8a9d4e']),
    person(1010, 640, 0.9, ink.teal),
    rect(-10, 620, W + 20, 190, 'url(#near)'),
  );
}
const birch = (x: number, foot: number, size: number, seed: number): string =>
  group(
    x,
    foot,
    size,
    path('M-6 0 L-4 -210 H4 L7 0Z', '#ece6d8'),
    many(6, (i) => rect(-5, -24 - i * 32, 7, 4, '#4a4340')),
    many(7, (i) =>
      oval(
        (chance(seed, i) - 0.5) * 70,
        -150 - chance(seed, i + 10) * 90,
        28,
        22,
        pick(['#c9b957', '#b3b55c', '#9dab5a'], seed, i),
      ),
    ),
  );

export function carPark(light: Light, seed: number, roof: boolean): string {
  const far = roof
    ? sea(330, 80) +
      many(4, (i) => group(i * 330 - 60, 470, 1, terrace(0, 0, 4, 0.66, seed + i))) +
      rect(-10, 440, W + 20, 50, '#b7ad9f') +
      rect(-10, 430, W + 20, 14, ink.stone)
    : rect(640, 180, 600, 320, ink.white) +
      rect(640, 180, 600, 26, ink.slate) +
      many(5, (i) => rect(690 + i * 104, 270, 66, 96, ink.glass)) +
      rect(640, 180, 600, 320, 'url(#side)') +
      tree(120, 500, 1.5, seed) +
      tree(380, 490, 1.3, seed + 1, ink.sage) +
      rect(-10, 470, W + 20, 26, '#7d9458');
  return picture(
    light,
    seed,
    far,
    rect(-10, roof ? 488 : 494, W + 20, 340, '#b0aaa2'),
    many(9, (i) =>
      poly(
        [
          [100 + i * 125, 520],
          [106 + i * 125, 520],
          [600 + (i - 4) * 260 + 12, 700],
          [600 + (i - 4) * 260, 700],
        ],
        ink.white,
        'opacity=".9"',
      ),
    ),
    rect(-10, 516, W + 20, 6, ink.white, 'opacity=".85"'),
    stroke('M560 760 h60 m0 0 l-22 -14 m22 14 l-22 14', ink.white, 8),
    roof
      ? lamp(140, 500, 0.95) +
          lamp(1050, 500, 0.95) +
          group(
            880,
            492,
            1,
            rect(-80, -170, 160, 170, ink.brick),
            rect(-88, -180, 176, 14, ink.slateDark),
            rect(-30, -108, 60, 108, ink.teal),
            rect(-2, -108, 4, 108, '#1e5254'),
          )
      : tree(1090, 520, 1, seed + 4),
    oval(300, 610, 70, 9, '#8e8880', 'opacity=".5"'),
    rect(-10, 580, W + 20, H - 570, 'url(#near)'),
  );
}
