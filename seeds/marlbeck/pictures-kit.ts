import { chance } from './plane.ts';

/** The light of a picture; every colour is seen through it. */
export type Light = 'morning' | 'noon' | 'gold' | 'dusk' | 'grey';
export const W = 1200;
export const H = 800;
export const ink = {
  paper: '#f6efe2',
  brick: '#bf6c4e',
  brickDark: '#9b5340',
  stone: '#d8c8a8',
  cream: '#f0e3c8',
  slate: '#6c7680',
  slateDark: '#525c68',
  teal: '#2f7d80',
  navy: '#2d4658',
  ochre: '#dfa746',
  red: '#b5493a',
  moss: '#6e8b58',
  sage: '#9fb585',
  grass: '#a9bf7c',
  grassDark: '#869f5f',
  earth: '#a08563',
  road: '#a7a19a',
  kerb: '#cfc8bb',
  wood: '#b98a57',
  woodDark: '#8f6840',
  glass: '#9fc0c6',
  night: '#38465a',
  white: '#fbf7ee',
  sea: '#79aab4',
} as const;

const skies: Record<
  Light,
  { top: string; low: string; tint: string; strength: number; sun: string | null; cloud: string }
> = {
  morning: { top: '#a9d0da', low: '#f7e7cd', tint: '#ffdca8', strength: 0.14, sun: '#fff3d2', cloud: '#fdf6e8' },
  noon: { top: '#93c4d6', low: '#e3efe9', tint: '#fff6dc', strength: 0.1, sun: null, cloud: '#ffffff' },
  gold: { top: '#9fc0c9', low: '#f8cf94', tint: '#f7a94f', strength: 0.2, sun: '#ffe6ae', cloud: '#fbe3c2' },
  dusk: { top: '#4c5f80', low: '#eaa582', tint: '#5a5f96', strength: 0.3, sun: null, cloud: '#b98f93' },
  grey: { top: '#b9c3c6', low: '#dedcd2', tint: '#8d969c', strength: 0.2, sun: null, cloud: '#cfd3d1' },
};

/** Fibres and specks of warm paper, one tile of them. */
const tooth = Array.from({ length: 210 }, (_, i) => {
  const [x, y, turn] = [chance(900, i) * 240, chance(901, i) * 240, chance(902, i) * Math.PI];
  const reach = 1 + chance(903, i) * 5;
  return `<path d="M${x.toFixed(1)} ${y.toFixed(1)}l${(Math.cos(turn) * reach).toFixed(1)} ${(Math.sin(turn) * reach).toFixed(1)}" stroke="${i % 3 ? '#4a3a2c' : '#fffaf0'}" stroke-opacity="${i % 3 ? '.07' : '.13'}" stroke-width="${(0.9 + chance(904, i) * 1.1).toFixed(1)}"/>`;
}).join('');

/** The whole picture: sky behind, the drawing, then the tint of the hour and the tooth of the paper. */
export function picture(light: Light, seed: number, ...parts: string[]): string {
  const sky = skies[light];
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${W}" height="${H}" viewBox="0 0 ${W} ${H}">` +
    `<defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${sky.top}"/><stop offset=".72" stop-color="${sky.low}"/></linearGradient>` +
    '<linearGradient id="side" x1="0" y1="0" x2="1" y2="0"><stop offset="0" stop-color="#fff" stop-opacity=".14"/><stop offset=".6" stop-color="#000" stop-opacity="0"/><stop offset="1" stop-color="#1d1530" stop-opacity=".2"/></linearGradient>' +
    '<linearGradient id="near" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#2b2136" stop-opacity="0"/><stop offset="1" stop-color="#2b2136" stop-opacity=".2"/></linearGradient>' +
    '<radialGradient id="glow"><stop offset="0" stop-color="#ffdf94" stop-opacity=".5"/><stop offset="1" stop-color="#ffdf94" stop-opacity="0"/></radialGradient>' +
    `<pattern id="tooth" width="240" height="240" patternUnits="userSpaceOnUse">${tooth}</pattern></defs>` +
    `<rect width="${W}" height="${H}" fill="url(#sky)"/><g>${sun(light, seed)}${clouds(sky.cloud, seed)}${parts.join('')}</g>` +
    `<rect width="${W}" height="${H}" fill="${sky.tint}" opacity="${sky.strength}" style="mix-blend-mode:${light === 'dusk' || light === 'grey' ? 'multiply' : 'soft-light'}"/>` +
    `${
      light === 'dusk'
        ? (parts
            .join('')
            .match(/<!--lamp.*?lamp-->/g)
            ?.map((lamp) => lamp.slice(8, -7))
            .join('') ?? '')
        : ''
    }` +
    `<rect width="${W}" height="${H}" fill="url(#tooth)"/></svg>`
  );
}

export function rect(x: number, y: number, w: number, h: number, fill: string, extra = ''): string {
  if (extra.includes('rx=') || Math.min(w, h) < 7)
    return `<rect x="${r(x)}" y="${r(y)}" width="${r(w)}" height="${r(h)}" fill="${fill}" ${extra}/>`;
  return poly(
    [
      [x, y],
      [x + w, y],
      [x + w, y + h],
      [x, y + h],
    ],
    fill,
    extra,
  );
}
export const poly = (points: readonly (readonly [number, number])[], fill: string, extra = ''): string =>
  `<path d="${byHand(points)}" fill="${fill}" ${extra}/>`;
export const oval = (x: number, y: number, rx: number, ry: number, fill: string, extra = ''): string =>
  `<ellipse cx="${r(x)}" cy="${r(y)}" rx="${r(rx)}" ry="${r(ry)}" fill="${fill}" ${extra}/>`;
export const path = (d: string, fill: string, extra = ''): string => `<path d="${d}" fill="${fill}" ${extra}/>`;
export const stroke = (d: string, colour: string, width: number, extra = ''): string =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" ${extra}/>`;
export const many = (count: number, draw: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => draw(i)).join('');
export const pick = <T>(list: readonly [T, ...T[]], seed: number, i: number): T =>
  list[Math.floor(chance(seed, i) * list.length)] ?? list[0];
export const group = (x: number, y: number, size: number, ...parts: string[]): string =>
  `<g transform="translate(${r(x)} ${r(y)}) scale(${size})">${parts.join('')}</g>`;
export { chance };

/** Ground from a height to the foot of the picture, with darker swathes. */
export function ground(y: number, fill: string, shade: string, seed: number): string {
  return (
    path(`M-20 ${y} Q300 ${y - 12} 620 ${y} T1220 ${y - 4} V820 H-20Z`, fill) +
    many(5, (i) =>
      oval(
        chance(seed, i) * W,
        y + 40 + chance(seed + 1, i) * (H - y - 40),
        130 + chance(seed, i + 9) * 170,
        10 + chance(seed, i + 20) * 14,
        shade,
        'opacity=".35"',
      ),
    ) +
    rect(-10, y, W + 20, H - y + 10, 'url(#near)')
  );
}

export function tree(x: number, foot: number, size: number, seed: number, leaf: string = ink.moss): string {
  return group(
    x,
    foot,
    size,
    oval(6, 2, 62, 9, '#2b2136', 'opacity=".18"'),
    path('M-7 0 L-5 -90 L5 -90 L8 0Z', ink.woodDark),
    stroke('M0 -60 L26 -98 M0 -74 L-22 -108', ink.woodDark, 5),
    many(6, (i) =>
      oval(
        (chance(seed, i) - 0.5) * 84,
        -128 + (chance(seed + 3, i) - 0.5) * 78,
        42 + chance(seed, i + 8) * 20,
        38 + chance(seed, i + 11) * 16,
        leaf,
      ),
    ),
    oval(-16, -150, 36, 30, '#fff8d8', 'opacity=".16"'),
    oval(22, -104, 44, 28, '#22303a', 'opacity=".14"'),
  );
}
export function bush(x: number, foot: number, size: number, seed: number, leaf: string = ink.moss): string {
  return group(
    x,
    foot,
    size,
    oval(0, 0, 64, 8, '#2b2136', 'opacity=".16"'),
    many(4, (i) => oval(-42 + i * 28, -20 - chance(seed, i) * 16, 30, 24 + chance(seed, i + 4) * 8, leaf)),
    oval(-14, -36, 26, 12, '#fff8d8', 'opacity=".16"'),
  );
}
/** Blades of grass along the foot of a picture or a wall. */
export const tufts = (
  count: number,
  y: number,
  spread: number,
  tall: number,
  seed: number,
  colours: readonly [string, ...string[]],
): string =>
  many(count, (i) => {
    const x = chance(seed, i) * W;
    const foot = y + chance(seed + 1, i) * spread;
    const h = tall * (0.5 + 0.8 * chance(seed + 2, i)) * (0.5 + (foot - y) / (spread || 1));
    return stroke(
      `M${r(x)} ${r(foot)} q-3 ${r(-h * 0.6)} ${r(-8 + 6 * chance(seed, i + 60))} ${r(-h)} M${r(x + 4)} ${r(foot)} q2 ${r(-h * 0.5)} ${r(9 * chance(seed, i + 90))} ${r(-h * 0.85)}`,
      pick(colours, seed + 4, i),
      3,
    );
  });
/** A row of terraced houses in the distance. */
export function terrace(
  x: number,
  foot: number,
  houses: number,
  size: number,
  seed: number,
  palette: readonly [string, ...string[]] = [ink.brick, ink.brickDark, ink.stone, '#c98263'],
): string {
  return group(
    x,
    foot,
    size,
    many(houses, (i) => house(i * 104, pick(palette, seed, i), seed + i)),
  );
}
function house(x: number, wall: string, seed: number): string {
  const door = pick([ink.teal, ink.red, ink.navy, ink.ochre], seed, 3);
  const pane = (px: number, py: number): string =>
    rect(x + px, py, 24, 38, ink.white) +
    rect(x + px + 3, py + 3, 18, 32, '#7d96a0') +
    rect(x + px + 3, py + 18, 18, 3, ink.white);
  return (
    rect(x, -150, 105, 150, wall) +
    poly(
      [
        [x - 2, -150],
        [x + 14, -198],
        [x + 92, -198],
        [x + 107, -150],
      ],
      chance(seed, 5) > 0.4 ? ink.slate : ink.slateDark,
    ) +
    rect(x + 84, -224, 20, 44, wall) +
    rect(x + 87, -232, 5, 10, ink.brickDark) +
    rect(x + 96, -232, 5, 10, ink.brickDark) +
    pane(16, -132) +
    pane(62, -132) +
    pane(16, -66) +
    rect(x + 62, -62, 26, 62, ink.white) +
    rect(x + 65, -58, 20, 58, door) +
    rect(x + 104, -150, 2, 150, '#2b2136', 'opacity=".2"')
  );
}
/** Rolling hills or roofs far off, so that a picture has depth. */
export const hills = (y: number, fill: string, seed: number): string =>
  path(
    `M-20 ${y} C${150 + chance(seed, 1) * 100} ${y - 70}, ${330} ${y - 20}, 520 ${y - 34} S${820} ${y - 96 * chance(seed, 3) - 20}, 980 ${y - 40} S1160 ${y - 50}, 1240 ${y - 30} V${y + 120} H-20Z`,
    fill,
  );
export const sea = (y: number, h: number): string =>
  rect(-20, y, W + 40, h, ink.sea) +
  many(16, (i) =>
    rect(chance(77, i) * W, y + 6 + chance(78, i) * (h - 10), 40 + chance(79, i) * 90, 3, '#e9f3ef', 'opacity=".45"'),
  );
export const bench = (x: number, foot: number, size: number): string =>
  group(
    x,
    foot,
    size,
    oval(0, 2, 76, 7, '#2b2136', 'opacity=".18"'),
    rect(-66, -66, 132, 10, ink.wood),
    rect(-66, -50, 132, 10, ink.wood),
    rect(-70, -30, 140, 11, ink.woodDark),
    rect(-58, -64, 7, 64, ink.navy),
    rect(51, -64, 7, 64, ink.navy),
  );
export const lamp = (x: number, foot: number, size: number): string =>
  group(
    x,
    foot,
    size,
    rect(-4, -250, 8, 250, ink.navy),
    rect(-10, -14, 20, 14, ink.navy),
    path('M-18 -250 L-11 -292 H11 L18 -250Z', '#ffe4a0'),
    poly(
      [
        [-20, -290],
        [0, -312],
        [20, -290],
      ],
      ink.navy,
    ),
  ) + glow(x, foot - 270 * size, 130 * size);
/** Warm light; drawn again above the tint at dusk, so that it shines. */
export const glow = (x: number, y: number, reach: number): string =>
  `<!--lamp${oval(x, y, reach, reach, 'url(#glow)', 'style="mix-blend-mode:screen"')}lamp-->`;
/** Two people seen from behind, as simple shapes. */
export function person(x: number, foot: number, size: number, coat: string, skin = '#b98863'): string {
  return group(
    x,
    foot,
    size,
    oval(0, 0, 24, 5, '#2b2136', 'opacity=".22"'),
    rect(-11, -44, 9, 44, ink.navy, 'rx="4"'),
    rect(3, -44, 9, 44, ink.navy, 'rx="4"'),
    path('M-18 -96 Q0 -110 18 -96 L16 -36 H-16Z', coat),
    oval(0, -118, 13, 15, skin),
    path('M-13 -120 Q0 -142 13 -120 Q6 -128 -13 -120Z', '#4a3a34'),
  );
}

/** Edges as scissors cut them: each corner a little off, each long side a little bowed. A filter would do it too, ten times slower. */
function byHand(points: readonly (readonly [number, number])[]): string {
  const moved = points.map(([x, y], i) => {
    const before = points[(i + points.length - 1) % points.length] ?? [x, y];
    const slack = Math.min(1.7, Math.hypot(x - before[0], y - before[1]) / 40);
    return [x + slack * jitter(x, y), y + slack * jitter(y, x + 5)] as const;
  });
  const sides = moved.map(([x, y], i) => {
    const [nx, ny] = moved[(i + 1) % moved.length] ?? [x, y];
    const length = Math.hypot(nx - x, ny - y) || 1;
    const bow = (Math.min(3, length / 90) * jitter(x + nx, y + ny)) / length;
    return `Q${r((x + nx) / 2 - (ny - y) * bow)} ${r((y + ny) / 2 + (nx - x) * bow)} ${r(nx)} ${r(ny)}`;
  });
  return `M${r(moved[0]?.[0] ?? 0)} ${r(moved[0]?.[1] ?? 0)}${sides.join('')}Z`;
}
const jitter = (a: number, b: number): number => chance(Math.round(a * 3), Math.round(b * 3)) * 2 - 1;

function sun(light: Light, seed: number): string {
  const colour = skies[light].sun;
  if (!colour) return '';
  const x = 180 + chance(seed, 31) * 800;
  return oval(x, 190, 150, 150, colour, 'opacity=".35"') + oval(x, 190, 62, 62, colour, 'opacity=".9"');
}
function clouds(fill: string, seed: number): string {
  return many(4, (i) =>
    group(
      chance(seed, i + 40) * W,
      60 + chance(seed, i + 50) * 190,
      0.6 + chance(seed, i + 55) * 0.8,
      path('M-110 14 Q-120 -14 -76 -16 Q-60 -50 -14 -38 Q20 -66 58 -32 Q112 -36 112 14Z', fill, 'opacity=".75"'),
    ),
  );
}
const r = (n: number): number => Math.round(n * 10) / 10;
