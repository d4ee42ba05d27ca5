import type { Light } from './pictures-kit.ts';
import {
  bench,
  glow,
  ground,
  group,
  hills,
  ink,
  lamp,
  many,
  oval,
  path,
  person,
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

export function pavilion(light: Light, seed: number): string {
  return picture(
    light,
    seed,
    hills(420, '#a9bda6', seed),
    tree(90, 500, 1.9, seed, ink.moss),
    tree(230, 490, 1.3, seed + 1, '#c29a52'),
    tree(1090, 500, 1.8, seed + 2, '#b5803f'),
    ground(490, ink.grass, ink.grassDark, seed),
    group(
      600,
      600,
      1.3,
      oval(10, 6, 300, 16, '#2b2136', 'opacity=".22"'),
      rect(-260, -150, 520, 150, '#e6d9b9'),
      many(16, (i) => rect(-260, -146 + i * 9.4, 520, 1.6, '#a9987a', 'opacity=".5"')),
      poly(
        [
          [-300, -146],
          [-220, -250],
          [220, -250],
          [300, -146],
        ],
        '#7a4b3e',
      ),
      poly(
        [
          [60, -250],
          [220, -250],
          [300, -146],
          [110, -146],
        ],
        '#5f3a31',
        'opacity=".5"',
      ),
      poly(
        [
          [-70, -226],
          [0, -304],
          [70, -226],
        ],
        '#6b4136',
      ),
      poly(
        [
          [-50, -226],
          [0, -284],
          [50, -226],
        ],
        '#e6d9b9',
      ),
      oval(0, -246, 20, 20, ink.white),
      stroke('M0 -246 V-260 M0 -246 L10 -240', '#3d4148', 3),
      rect(-40, -112, 80, 112, ink.teal),
      rect(-2, -112, 4, 112, '#1e5254'),
      [-210, -120, 70, 160]
        .map(
          (x) =>
            rect(x, -108, 60, 56, ink.white) +
            rect(x + 5, -103, 50, 46, '#56707c') +
            rect(x + 28, -103, 4, 46, ink.white),
        )
        .join(''),
      rect(-300, -146, 600, 10, ink.white),
      many(7, (i) => rect(-292 + i * 95, -140, 9, 140, ink.white)),
      many(44, (i) => (i > 18 && i < 25 ? '' : rect(-288 + i * 13.2, -36, 4, 36, ink.white))),
      rect(-292, -40, 245, 6, ink.white),
      rect(48, -40, 245, 6, ink.white),
      rect(-304, 0, 608, 14, ink.woodDark),
    ),
    path('M560 616 H640 L700 820 H500Z', '#dccd9f'),
    stroke('M-10 706 Q600 670 1210 710', ink.white, 7, 'opacity=".85"'),
    tufts(120, 620, 170, 20, seed, [ink.moss, '#8a9d4e', ink.sage]),
    bench(190, 640, 1.2),
    rect(-10, 640, W + 20, 170, 'url(#near)'),
  );
}

export function winterGardens(light: Light, seed: number): string {
  const bar = ink.white;
  const wing = (x: number): string =>
    rect(x, -150, 260, 150, '#b9d6d2') +
    many(5, (i) => palm(x + 30 + i * 52, -8, 0.62 + (i % 2) * 0.14)) +
    path(`M${x} -150 Q${x + 130} -214 ${x + 260} -150Z`, '#cfe4df') +
    many(11, (i) => rect(x + i * 26 - 2, -150, 4, 150, bar)) +
    stroke(`M${x} -150 H${x + 260} M${x} -84 H${x + 260} M${x} -150 Q${x + 130} -214 ${x + 260} -150`, bar, 5);
  return picture(
    light,
    seed,
    sea(410, 100),
    rect(-10, 500, W + 20, 320, '#dccfb4'),
    group(
      600,
      610,
      1.25,
      oval(0, 6, 440, 16, '#2b2136', 'opacity=".2"'),
      wing(-420),
      wing(160),
      rect(-165, -210, 330, 210, '#aacdca'),
      many(4, (i) => palm(-110 + i * 74, -6, 1.05)),
      path('M-165 -210 Q-150 -330 0 -346 Q150 -330 165 -210Z', '#c6e0dc'),
      many(9, (i) => rect(-167 + i * 41, -210, 5, 210, bar)),
      many(5, (i) =>
        path(
          `M${-165 + i * 33} -210 Q${-150 + i * 30} -320 0 -346 Q${150 - i * 30} -320 ${165 - i * 33} -210`,
          'none',
          `stroke="${bar}" stroke-width="4"`,
        ),
      ),
      stroke('M-165 -210 H165 M-165 -120 H165', bar, 6),
      rect(-6, -380, 12, 36, ink.teal),
      oval(0, -386, 9, 12, ink.ochre),
      rect(-44, -112, 88, 112, ink.teal),
      rect(-36, -104, 32, 96, '#d6ece6'),
      rect(4, -104, 32, 96, '#d6ece6'),
      rect(-430, -26, 860, 28, ink.brick),
      rect(-48, -100, 96, 102, ink.teal),
      rect(-38, -90, 34, 90, '#d6ece6'),
      rect(4, -90, 34, 90, '#d6ece6'),
    ),
    rect(-10, 616, W + 20, 200, '#e3d6ba'),
    many(9, (i) => rect(i * 150 - 20, 616, 3, 210, '#cdbf9f')),
    lamp(110, 690, 1.15),
    lamp(1090, 690, 1.15),
    person(440, 680, 1.1, ink.red),
    person(486, 684, 1.05, ink.navy, '#e0b795'),
    glow(600, 460, 260),
    rect(-10, 640, W + 20, 170, 'url(#near)'),
  );
}
const palm = (x: number, foot: number, size: number): string =>
  group(
    x,
    foot,
    size,
    path('M-5 0 Q4 -60 -2 -110 H5 Q10 -60 6 0Z', ink.woodDark),
    ...[-80, -45, -12, 20, 52].map(
      (a) =>
        `<g transform="translate(0 -110) rotate(${a})">${path('M0 0 Q30 -26 66 4 Q34 -8 0 0Z', '#4f7d57')}${path('M0 0 Q-30 -26 -66 4 Q-34 -8 0 0Z', '#5f8d63')}</g>`,
    ),
  );

export function fishMarket(light: Light, seed: number): string {
  return picture(
    light,
    seed,
    hills(380, '#9db3ab', seed),
    terrace(760, 420, 7, 0.6, seed),
    sea(420, 180),
    rect(-10, 560, W + 20, 260, '#b9ad99'),
    poly(
      [
        [-10, 560],
        [1210, 560],
        [1210, 574],
        [-10, 574],
      ],
      '#d8cdb6',
    ),
    group(
      560,
      630,
      1.3,
      oval(0, 6, 420, 16, '#2b2136', 'opacity=".22"'),
      rect(-380, -190, 760, 190, '#4d565c'),
      rect(-380, -190, 760, 190, '#26323a', 'opacity=".35"'),
      many(3, (i) => oval(-240 + i * 240, -150, 12, 10, '#ffe4a0') + glow(-240 + i * 240, -140, 90)),
      crates(-250, 0),
      crates(-110, 0),
      crates(-180, -44),
      crates(150, 0),
      many(
        8,
        (i) =>
          rect(-384 + i * 109, -196, 12, 196, ink.teal) +
          path(
            `M${-378 + i * 109} -190 q0 40 -34 44 M${-378 + i * 109} -190 q0 40 34 44`,
            'none',
            `stroke="${ink.teal}" stroke-width="6"`,
          ),
      ),
      rect(-400, -206, 800, 18, '#2a6a6c'),
      poly(
        [
          [-420, -204],
          [-330, -300],
          [330, -300],
          [420, -204],
        ],
        ink.slate,
      ),
      many(20, (i) => stroke(`M${-400 + i * 42} -206 L${-322 + i * 34} -298`, ink.slateDark, 2)),
      rect(-330, -328, 660, 30, '#8ba0a4'),
      poly(
        [
          [-344, -326],
          [-300, -352],
          [300, -352],
          [344, -326],
        ],
        ink.slateDark,
      ),
      many(16, (i) => rect(-318 + i * 40, -324, 26, 22, '#d5e3e1')),
      rect(-90, -196, 180, 34, ink.navy),
      rect(-66, -184, 132, 10, ink.cream),
    ),
    many(60, (i) => oval((i * 191) % W, 660 + ((i * 53) % 140), 26, 7, i % 2 ? '#a99c86' : '#c9bea8', 'opacity=".55"')),
    gull(180, 250),
    gull(260, 300),
    gull(1010, 220),
    group(1060, 710, 1.2, rect(-16, -50, 32, 50, '#3d4148'), oval(0, -52, 24, 10, '#4a4f57')),
    rect(-10, 650, W + 20, 160, 'url(#near)'),
  );
}
const crates = (x: number, foot: number): string =>
  rect(x, foot - 42, 118, 42, '#6f9aa5') +
  rect(x, foot - 42, 118, 8, '#8bb3bb') +
  many(4, (i) => rect(x + 10 + i * 27, foot - 26, 18, 7, '#4b7480'));
const gull = (x: number, y: number): string => stroke(`M${x - 34} ${y} q17 -22 34 0 q17 -22 34 0`, ink.white, 7);

export function arches(light: Light, seed: number): string {
  const arch = (x: number, door: string): string =>
    path(`M${x - 130} 640 V430 A130 130 0 0 1 ${x + 130} 430 V640Z`, ink.stone) +
    path(`M${x - 112} 640 V432 A112 112 0 0 1 ${x + 112} 432 V640Z`, '#40393b') +
    path(`M${x - 106} 640 V446 H${x + 106} V640Z`, door) +
    many(9, (i) => rect(x - 106 + i * 24, 446, 2, 194, '#2b2136', 'opacity=".3"')) +
    rect(x - 2, 446, 5, 194, '#2b2136', 'opacity=".5"') +
    path(`M${x - 104} 440 A106 106 0 0 1 ${x + 104} 440Z`, '#7f969c') +
    many(5, (i) => stroke(`M${x} 440 L${x - 100 + i * 50} ${350 + Math.abs(i - 2) * 22}`, ink.white, 3));
  return picture(
    light,
    seed,
    hills(260, '#a9bda6', seed),
    train(seed),
    rect(-20, 256, W + 40, 390, ink.brick),
    bricks(-20, 256, W + 40, 390, seed),
    rect(-20, 246, W + 40, 22, ink.stone),
    rect(-20, 228, W + 40, 6, '#4a4f57'),
    many(16, (i) => rect(i * 80, 228, 5, 22, '#4a4f57')),
    arch(220, ink.teal),
    arch(600, ink.red),
    arch(980, ink.navy),
    [410, 790].map((x) => rect(x - 14, 268, 28, 376, '#a95b42')).join(''),
    rect(-10, 636, W + 20, 190, '#b3a78f'),
    many(120, (i) => oval((i * 139) % W, 650 + ((i * 61) % 160), 22, 8, i % 2 ? '#9c907a' : '#c5baa3', 'opacity=".7"')),
    lamp(410, 690, 1.2),
    tufts(40, 640, 30, 18, seed, [ink.moss, ink.sage]),
    group(
      820,
      700,
      1.2,
      stroke('M-40 -28 L0 -28 L20 -62 L-22 -62 Z M20 -62 L46 -28 M-22 -62 l-8 -14 M20 -62 l4 -14 h14', ink.ochre, 5),
      oval(-40, -26, 26, 26, 'none', 'stroke="#3d4148" stroke-width="5"'),
      oval(46, -26, 26, 26, 'none', 'stroke="#3d4148" stroke-width="5"'),
    ),
    rect(-10, 640, W + 20, 170, 'url(#near)'),
  );
}
const train = (seed: number): string =>
  group(
    280 + (seed % 3) * 60,
    236,
    1,
    many(
      3,
      (i) =>
        rect(i * 250, -92, 242, 84, i === 0 ? ink.teal : '#2a6a6c', 'rx="10"') +
        rect(i * 250, -46, 242, 8, ink.cream) +
        many(5, (k) => rect(i * 250 + 16 + k * 44, -80, 34, 28, '#ffe4a0')) +
        oval(i * 250 + 50, -6, 13, 13, '#3d4148') +
        oval(i * 250 + 190, -6, 13, 13, '#3d4148'),
    ),
  );
