import type { Light } from './pictures-kit.ts';
import {
  glow,
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

type Panes = 'dark' | 'lit' | 'boarded' | 'books';
export type Facade = {
  light: Light;
  seed: number;
  wall: string;
  trim?: string;
  wide: number;
  storeys: number;
  bays: number;
  storeyHeight?: number;
  roof: 'flat' | 'hip' | 'gable' | 'slope' | 'parapet';
  panes: Panes;
  pane?: 'sash' | 'tall' | 'wide' | 'round' | 'small';
  door: 'double' | 'single' | 'roller' | 'none';
  doors?: number;
  doorColour?: string;
  sign?: string | null;
  brick?: boolean;
  ramp?: boolean;
  place: 'street' | 'park' | 'quay' | 'yard' | 'front';
  extras?: (foot: number) => string;
};
const FOOT = 610;

/** A building seen from the front, with its surroundings and weather. */
export function facade(f: Facade): string {
  const tall = f.storeys * (f.storeyHeight ?? 104);
  const x = 600 - f.wide / 2;
  const top = FOOT - tall;
  return picture(
    f.light,
    f.seed,
    backdrop(f),
    oval(640, FOOT + 8, f.wide / 2 + 50, 20, '#2b2136', 'opacity=".22"'),
    roof(f, x, top),
    rect(x, top, f.wide, tall, f.wall),
    f.brick === false ? '' : bricks(x, top, f.wide, tall, f.seed),
    windows(f, x, top),
    doors(f),
    rect(x, FOOT - 14, f.wide, 14, '#2b2136', 'opacity=".16"'),
    f.trim
      ? rect(x - 6, top - 6, f.wide + 12, 14, f.trim) +
          (f.storeys > 1 ? rect(x, top + tall / f.storeys - 5, f.wide, 8, f.trim) : '')
      : '',
    rect(x, top, f.wide, tall, 'url(#side)'),
    sign(f, top),
    f.ramp ? rampAt(600 + 70) : '',
    foreground(f),
    f.extras?.(FOOT) ?? '',
    rect(-10, 640, W + 20, H - 630, 'url(#near)'),
  );
}

function backdrop(f: Facade): string {
  if (f.place === 'quay')
    return hills(400, '#9db3ab', f.seed) + sea(430, 200) + rect(-10, FOOT - 60, W + 20, 270, '#b9ad99');
  if (f.place === 'front')
    return sea(400, 140) + rect(-10, 500, W + 20, 60, '#efdcab') + rect(-10, 540, W + 20, 280, '#dccfb4');
  if (f.place === 'park')
    return (
      hills(430, '#a9bda6', f.seed) +
      tree(110, 520, 1.5, f.seed) +
      tree(1080, 530, 1.7, f.seed + 1) +
      tree(960, 500, 1.1, f.seed + 3, ink.sage) +
      ground(500, ink.grass, ink.grassDark, f.seed)
    );
  if (f.place === 'yard')
    return hills(430, '#a9bda6', f.seed) + terrace(-40, 520, 13, 0.7, f.seed) + rect(-10, 516, W + 20, 300, '#b5ada0');
  return (
    hills(420, '#a9bda6', f.seed) +
    terrace(-90, FOOT - 10, 13, 1.05, f.seed) +
    rect(-10, FOOT - 12, W + 20, 220, ink.kerb)
  );
}
function foreground(f: Facade): string {
  if (f.place === 'street')
    return (
      rect(-10, FOOT + 60, W + 20, 12, '#b3a999') +
      rect(-10, FOOT + 72, W + 20, 140, ink.road) +
      many(6, (i) => rect(30 + i * 220, 750, 110, 8, ink.white, 'opacity=".75"')) +
      lamp(150, FOOT + 54, 1.05)
    );
  if (f.place === 'quay')
    return (
      many(70, (i) =>
        oval((i * 173) % W, FOOT + 30 + ((i * 67) % 160), 24, 7, i % 2 ? '#a99c86' : '#c9bea8', 'opacity=".55"'),
      ) +
      group(1010, 690, 1.1, rect(-16, -50, 32, 50, '#3d4148'), oval(0, -52, 24, 10, '#4a4f57')) +
      lamp(160, 660, 1.05)
    );
  if (f.place === 'park')
    return (
      path('M540 820 Q570 700 575 612 H625 Q640 700 700 820Z', '#e0d2ad') +
      tufts(120, 630, 160, 20, f.seed, [ink.moss, ink.sage, '#8a9d4e'])
    );
  if (f.place === 'front')
    return (
      rect(-10, FOOT + 4, W + 20, 210, '#e0d3b8') +
      many(9, (i) => rect(i * 150 - 20, FOOT + 4, 3, 210, '#c9bb9d')) +
      lamp(180, 680, 1.1) +
      lamp(1040, 680, 1.1)
    );
  return (
    rect(-10, FOOT + 4, W + 20, 210, '#aba397') +
    many(5, (i) => stroke(`M${i * 300 - 100} 820 L${i * 240 + 80} ${FOOT + 8}`, '#989084', 3)) +
    tufts(30, 630, 150, 18, f.seed, [ink.moss, ink.sage])
  );
}
function roof(f: Facade, x: number, top: number): string {
  if (f.roof === 'flat') return rect(x - 14, top - 16, f.wide + 28, 22, ink.slateDark);
  if (f.roof === 'parapet')
    return (
      rect(x - 10, top - 30, f.wide + 20, 34, f.trim ?? ink.stone) +
      rect(x + f.wide / 2 - 70, top - 58, 140, 34, f.trim ?? ink.stone)
    );
  if (f.roof === 'slope')
    return (
      poly(
        [
          [x - 26, top + 8],
          [x - 26, top - 20],
          [x + f.wide + 26, top - 92],
          [x + f.wide + 26, top + 8],
        ],
        ink.slateDark,
      ) +
      poly(
        [
          [x, top + 8],
          [x, top - 12],
          [x + f.wide, top - 80],
          [x + f.wide, top + 8],
        ],
        f.wall,
      )
    );
  if (f.roof === 'gable')
    return (
      poly(
        [
          [x - 22, top + 6],
          [x + f.wide / 2, top - 120],
          [x + f.wide + 22, top + 6],
        ],
        ink.slateDark,
      ) +
      poly(
        [
          [x + 8, top + 8],
          [x + f.wide / 2, top - 96],
          [x + f.wide - 8, top + 8],
        ],
        f.wall,
      )
    );
  return (
    poly(
      [
        [x - 22, top + 6],
        [x + 54, top - 92],
        [x + f.wide - 54, top - 92],
        [x + f.wide + 22, top + 6],
      ],
      ink.slate,
    ) +
    poly(
      [
        [x + f.wide / 2, top - 92],
        [x + f.wide - 54, top - 92],
        [x + f.wide + 22, top + 6],
        [x + f.wide / 2 + 60, top + 6],
      ],
      ink.slateDark,
      'opacity=".5"',
    ) +
    [0.16, 0.8]
      .map(
        (t) =>
          rect(x + f.wide * t, top - 136, 38, 70, ink.brickDark) +
          rect(x + f.wide * t - 4, top - 140, 46, 8, ink.stone),
      )
      .join('')
  );
}
const sizes = { sash: [46, 66], tall: [54, 128], wide: [96, 56], round: [54, 54], small: [34, 34] } as const;
function windows(f: Facade, x: number, top: number): string {
  const [w, h] = sizes[f.pane ?? 'sash'];
  const storey = f.storeyHeight ?? 104;
  const gap = f.wide / f.bays;
  return many(f.storeys * f.bays, (i) => {
    const [level, bay] = [Math.floor(i / f.bays), i % f.bays];
    const middle = x + gap * (bay + 0.5);
    if (level === f.storeys - 1 && isDoorway(f, middle, w)) return '';
    return opening(f, middle - w / 2, top + level * storey + (storey - h) / 2 + 2, w, h, i);
  });
}
const isDoorway = (f: Facade, middle: number, w: number): boolean =>
  f.door !== 'none' &&
  doorSpots(f).some((at) => Math.abs(at - middle) < w / 2 + (f.door === 'roller' ? 92 : f.door === 'double' ? 54 : 36));
export function opening(
  f: Pick<Facade, 'panes' | 'pane' | 'trim'>,
  x: number,
  y: number,
  w: number,
  h: number,
  i: number,
): string {
  const frame = f.trim ?? ink.white;
  const glass = f.panes === 'lit' || f.panes === 'books' ? '#ffdc8d' : '#56707c';
  if (f.pane === 'round')
    return (
      oval(x + w / 2, y + h / 2, w / 2 + 5, h / 2 + 5, frame) +
      oval(x + w / 2, y + h / 2, w / 2, h / 2, f.panes === 'boarded' ? ink.wood : glass) +
      rect(x, y + h / 2 - 2, w, 4, frame)
    );
  const surround = rect(x - 6, y - 6, w + 12, h + 12, frame) + rect(x - 10, y + h + 4, w + 20, 7, frame);
  if (f.panes === 'boarded')
    return (
      surround +
      rect(x, y, w, h, i % 3 === 1 ? '#c09a66' : '#b58c58') +
      many(Math.max(2, Math.round(h / 26)), (k) => rect(x, y + 22 + k * 26, w, 2, '#7d5c36')) +
      [
        [4, 5],
        [w - 8, 5],
        [4, h - 9],
        [w - 8, h - 9],
      ]
        .map(([dx = 0, dy = 0]) => rect(x + dx, y + dy, 4, 4, '#6b4f30'))
        .join('')
    );
  const books =
    f.panes === 'books'
      ? many(
          3,
          (k) =>
            rect(x + 4, y + h * (0.34 + k * 0.24), w - 8, 4, ink.woodDark) +
            many(6, (b) =>
              rect(
                x + 6 + (b * (w - 12)) / 6,
                y + h * (0.34 + k * 0.24) - 17 + ((b * 5 + k) % 3) * 3,
                (w - 12) / 7,
                17 - ((b * 5 + k) % 3) * 3,
                [ink.red, ink.teal, ink.navy, ink.ochre][(b + k + i) % 4] ?? ink.red,
              ),
            ),
        )
      : '';
  const shine =
    f.panes === 'dark'
      ? poly(
          [
            [x + w * 0.2, y],
            [x + w * 0.5, y],
            [x + w * 0.15, y + h],
            [x, y + h],
            [x, y + h * 0.6],
          ],
          '#fff',
          'opacity=".14"',
        )
      : '';
  return (
    surround +
    rect(x, y, w, h, glass) +
    books +
    shine +
    rect(x, y + h / 2 - 2, w, 4, frame) +
    rect(x + w / 2 - 2, y, 4, h, frame) +
    (f.panes === 'dark' ? '' : glow(x + w / 2, y + h / 2, w * 1.3))
  );
}
function doorSpots(f: Facade): number[] {
  const count = f.doors ?? 1;
  return Array.from({ length: count }, (_, i) => 600 + (i - (count - 1) / 2) * (f.door === 'roller' ? 190 : 150));
}
function doors(f: Facade): string {
  const colour = f.doorColour ?? ink.teal;
  if (f.door === 'none') return '';
  return doorSpots(f)
    .map((at) => {
      if (f.door === 'roller')
        return (
          rect(at - 84, FOOT - 146, 168, 146, '#e4e0d6') +
          many(9, (i) => rect(at - 84, FOOT - 134 + i * 16, 168, 3, '#b7b3a9')) +
          rect(at - 90, FOOT - 156, 180, 14, ink.slateDark)
        );
      const half = f.door === 'double' ? 44 : 26;
      const shut = f.panes === 'boarded';
      return (
        rect(at - half - 10, FOOT - 118, half * 2 + 20, 118, f.trim ?? ink.cream) +
        rect(at - half, FOOT - 106, half * 2, 106, shut ? '#a27c4b' : colour) +
        rect(at - 1.5, FOOT - 106, 3, 106, '#2b2136', 'opacity=".4"') +
        (shut
          ? rect(at - half, FOOT - 62, half * 2, 5, '#6b4f30') + rect(at - 10, FOOT - 58, 20, 24, '#d9d4c6')
          : rect(at - half + 7, FOOT - 96, half - 14, 40, '#cfe0dd', 'opacity=".55"') +
            rect(at + 7, FOOT - 96, half - 14, 40, '#cfe0dd', 'opacity=".55"')) +
        rect(at - half - 18, FOOT - 4, half * 2 + 36, 10, ink.stone)
      );
    })
    .join('');
}
const sign = (f: Facade, top: number): string =>
  f.sign
    ? rect(600 - 150, top + 8, 300, 30, f.sign) +
      rect(600 - 120, top + 18, 150, 9, ink.cream) +
      rect(600 + 42, top + 18, 76, 9, ink.cream, 'opacity=".7"')
    : '';
const rampAt = (x: number): string =>
  poly(
    [
      [x, FOOT + 2],
      [x + 200, FOOT + 22],
      [x, FOOT + 22],
    ],
    '#cfc8bb',
  ) +
  stroke(
    `M${x + 6} ${FOOT - 50} L${x + 196} ${FOOT - 28} M${x + 6} ${FOOT - 50} V${FOOT} M${x + 100} ${FOOT - 39} V${FOOT + 10} M${x + 196} ${FOOT - 28} V${FOOT + 20}`,
    ink.navy,
    5,
  );

type Shop = {
  light: Light;
  seed: number;
  front: string;
  wall: string;
  state: 'empty' | 'shut' | 'open';
  bow?: boolean;
  low?: boolean;
};
/** A shop between its neighbours. */
export function shop({ light, seed, front, wall, state, bow, low }: Shop): string {
  const glass = state === 'open' ? '#ffdc8d' : '#6f8890';
  const next = (x: number, colour: string, shopFront: string): string =>
    rect(x, low ? 330 : 110, 400, FOOT - (low ? 330 : 110), colour) +
    bricks(x, low ? 330 : 110, 400, 500, seed + x) +
    (low ? '' : upper(x + 90) + upper(x + 230)) +
    rect(x + 40, 396, 320, 36, shopFront) +
    rect(x + 60, 440, 190, 130, '#7f969c') +
    rect(x + 280, 440, 66, 170, shopFront);
  const upper = (x: number): string => opening({ panes: 'dark' }, x, 190, 62, 104, 1);
  const display =
    state === 'shut'
      ? many(12, (i) => rect(430, 440 + i * 12, 210, 9, '#9ba1a2'))
      : state === 'open'
        ? toys()
        : rect(430, 560, 210, 14, '#8a8172') +
          rect(456, 470, 70, 50, ink.cream, 'transform="rotate(-3 490 490)"') +
          rect(464, 484, 50, 5, '#8d8472') +
          rect(464, 496, 38, 5, '#8d8472');
  return picture(
    light,
    seed,
    low ? hills(380, '#a9bda6', seed) + tree(140, 400, 1.6, seed) + tree(1060, 410, 1.5, seed + 1, ink.sage) : '',
    low ? rect(-20, 320, W + 40, 20, ink.slateDark) : '',
    next(-10, '#c98263', '#8c7a5c'),
    next(810, ink.stone, ink.navy),
    rect(390, low ? 330 : 60, 420, FOOT - (low ? 330 : 60), wall),
    bricks(390, low ? 330 : 60, 420, 540, seed),
    low ? '' : rect(380, 50, 440, 22, ink.stone) + upper(480) + upper(660),
    rect(400, 386, 400, 224, front),
    rect(392, 376, 416, 14, ink.cream),
    rect(414, 394, 372, 34, '#22303a', 'opacity=".25"'),
    state === 'open' ? rect(450, 404, 190, 13, ink.cream) : rect(450, 404, 120, 11, ink.cream, 'opacity=".25"'),
    bow ? path('M420 440 Q535 400 650 440 V580 Q535 606 420 580Z', ink.cream) : '',
    rect(424, 436, 222, 140, ink.cream),
    rect(430, 442, 210, 128, glass),
    display,
    state === 'shut'
      ? ''
      : rect(533, 442, 4, 128, ink.cream) +
          poly(
            [
              [450, 442],
              [500, 442],
              [440, 570],
              [430, 570],
              [430, 500],
            ],
            '#fff',
            'opacity=".16"',
          ),
    rect(680, 436, 92, 174, ink.cream),
    rect(688, 444, 76, 166, front),
    rect(698, 456, 56, 92, state === 'shut' ? '#9ba1a2' : glass),
    oval(754, 560, 5, 5, ink.ochre),
    state === 'empty'
      ? many(4, (i) => rect(690 + i * 14, 596 - i * 2, 26, 6, ink.cream, `transform="rotate(${i * 9 - 14} 710 600)"`))
      : '',
    state === 'open' ? glow(540, 500, 230) + glow(726, 500, 110) : '',
    low ? '' : stroke('M400 386 H650', ink.ochre, 9),
    rect(390, low ? 330 : 60, 420, low ? 280 : 550, 'url(#side)'),
    rect(-10, FOOT - 6, W + 20, 220, ink.kerb),
    many(14, (i) => rect(i * 92, FOOT - 6, 3, 80, '#b3a999')),
    rect(-10, 690, W + 20, 10, '#b3a999'),
    rect(-10, 700, W + 20, 120, ink.road),
    lamp(940, 686, 1.25),
    state === 'open' ? person(850, 678, 1.25, ink.red) + person(900, 672, 0.85, ink.teal, '#8d5f45') : '',
    rect(-10, 640, W + 20, 170, 'url(#near)'),
  );
}
const toys = (): string =>
  oval(476, 536, 28, 32, '#a87946') +
  oval(476, 498, 20, 19, '#a87946') +
  oval(461, 484, 8, 8, '#a87946') +
  oval(491, 484, 8, 8, '#a87946') +
  rect(560, 528, 34, 42, ink.red) +
  rect(596, 540, 30, 30, ink.teal) +
  rect(576, 500, 30, 28, ink.navy) +
  poly(
    [
      [600, 470],
      [622, 492],
      [600, 520],
      [580, 492],
    ],
    ink.red,
  ) +
  rect(430, 568, 210, 6, ink.woodDark);
