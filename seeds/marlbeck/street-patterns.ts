import { landOutline, onDryLand } from './coast.ts';
import { inGreen } from './green.ts';
import type { XY } from './plane.ts';
import {
  add,
  at,
  chance,
  curve,
  distance,
  inside,
  isNear,
  lengthOf,
  nearestOn,
  pointAlong,
  rotate,
  scale,
} from './plane.ts';
import type { Road } from './roads.ts';
import { bigRoads, railLine } from './roads.ts';

/** What a street may run across: its own quarter, clear of water, parks, rail and the big roads it joins at the end. */
export type Room = (p: XY) => boolean;
export function roomIn(quarter: readonly XY[]): Room {
  const clear = 20;
  const around: XY[] = [
    [clear, 0],
    [-clear, 0],
    [0, clear],
    [0, -clear],
  ];
  return (p) =>
    inside(quarter, p) &&
    around.every((d) => onDryLand(add(p, d))) &&
    !inGreen(p) &&
    !isNear(landOutline, p, 34) &&
    !isNear(railLine, p, 26) &&
    bigRoads.every((road) => !isNear(road.points, p, 24));
}

/** Terraces: named rows and named cross streets on a turned, slightly bent grid. */
export type Grid = {
  at: XY;
  turn: number;
  width: number;
  depth: number;
  rows: string[];
  crossings: string[];
  bend?: number;
};
export function grid(room: Room, plan: Grid): Road[] {
  const bend = plan.bend ?? 0;
  const place = (u: number, v: number): XY =>
    add(
      rotate([u + bend * 0.6 * Math.sin((v / plan.depth) * 3), v + bend * Math.cos((u / plan.width) * 3)], plan.turn),
      plan.at,
    );
  const spread = (names: string[], over: number, i: number): number => -over / 2 + ((i + 0.5) / names.length) * over;
  const rows = plan.rows.flatMap((name, i) => {
    const v = spread(plan.rows, plan.depth, i);
    return pieces(
      room,
      name,
      steps(plan.width).map((u) => place(u, v)),
    );
  });
  const crossings = plan.crossings.flatMap((name, i) => {
    const u = spread(plan.crossings, plan.width, i);
    return pieces(
      room,
      name,
      steps(plan.depth).map((v) => place(u, v)),
    );
  });
  return [...rows, ...crossings];
}

/** Crescents around a centre, and the roads that lead out from it. Angles in degrees, east is 0. */
export type Fan = {
  at: XY;
  from: number;
  to: number;
  squash?: number;
  crescents: [string, number][];
  rays: [string, number, number, number][];
};
export function fan(room: Room, plan: Fan): Road[] {
  const place = (angle: number, reach: number): XY => {
    const [x, y] = rotate([reach, 0], angle);
    return add([x, y * (plan.squash ?? 1)], plan.at);
  };
  const crescents = plan.crescents.flatMap(([name, reach]) => {
    const parts = Math.ceil(((plan.to - plan.from) * reach) / 57 / 22);
    return pieces(
      room,
      name,
      Array.from({ length: parts + 1 }, (_, i) => place(plan.from + ((plan.to - plan.from) * i) / parts, reach)),
    );
  });
  const rays = plan.rays.flatMap(([name, angle, from, to]) =>
    pieces(
      room,
      name,
      steps(to - from).map((u) => place(angle, (from + to) / 2 + u)),
    ),
  );
  return [...crescents, ...rays];
}

/** An estate: one winding road with closes left and right in turn. */
export type Estate = { name: string; spine: XY[]; closes: string[]; reach: number; seed: number };
export function estate(room: Room, plan: Estate): Road[] {
  const spine = curve(plan.spine, 30);
  const closes = plan.closes.flatMap((name, i) => {
    const start = pointAlong(spine, (i + 0.6) / (plan.closes.length + 0.2));
    const side = i % 2 === 0 ? 1 : -1;
    const reach = plan.reach * (0.75 + 0.5 * chance(plan.seed, i));
    const curl = (chance(plan.seed + 1, i) - 0.5) * 110;
    const steps = [0, 0.25, 0.5, 0.75, 1].map((t) =>
      add(start.at, scale(rotate(start.normal, curl * t * 0.6), side * reach * t)),
    );
    const points = [
      at(steps, 0),
      ...curve(steps, 25)
        .slice(1)
        .filter((p) => room(p)),
    ];
    return lengthOf(points) > 60 && points.length > 2 ? [{ name, class: 'street' as const, points }] : [];
  });
  return [{ name: plan.name, class: 'street', points: spine }, ...closes];
}

export const lane = (name: string, points: XY[]): Road => ({ name, class: 'street', points: curve(points, 35) });

/** Leads the ends of each street to the road they nearly touch, so that no street hangs in the air. */
export function joinEnds(streets: readonly Road[]): Road[] {
  return streets.map((street) => {
    const others = [...bigRoads, ...streets.filter((other) => other !== street)];
    const head = joint(street.points, others);
    const tail = joint([...street.points].reverse(), others);
    return { ...street, points: [...(head ? [head] : []), ...street.points, ...(tail ? [tail] : [])] };
  });
}
/** Where the line meets another road when it goes on as it came; failing that, the nearest road. */
function joint(points: readonly XY[], others: readonly Road[]): XY | null {
  const end = at(points, 0);
  const near = others.filter((road) => isNear(road.points, end, 75));
  if (near.some((road) => isNear(road.points, end, 1))) return null;
  const before = at(points, 1);
  const length = distance(before, end) || 1;
  const ahead: XY = [(end[0] - before[0]) / length, (end[1] - before[1]) / length];
  for (let step = 4; step <= 72; step += 4) {
    const p = add(end, scale(ahead, step));
    const met = near.find((road) => isNear(road.points, p, 3.5));
    if (met) return nearestOn(met.points, p).at;
  }
  const nearest = near.map((road) => nearestOn(road.points, end)).sort((a, b) => a.distance - b.distance)[0];
  return nearest && nearest.distance < 40 ? nearest.at : null;
}

function pieces(room: Room, name: string, points: readonly XY[]): Road[] {
  const runs: XY[][] = [[]];
  for (const p of points) {
    if (room(p)) at(runs, runs.length - 1).push(p);
    else if (at(runs, runs.length - 1).length > 0) runs.push([]);
  }
  return runs
    .filter((run) => run.length > 2 && lengthOf(run) > 70)
    .map((run) => ({ name, class: 'street', points: thin(run) }));
}
/** Drops vertices that lie on a straight run: smaller data, same line. */
function thin(run: readonly XY[]): XY[] {
  const kept: XY[] = [at(run, 0)];
  for (let i = 1; i < run.length - 1; i += 1) {
    const from = at(kept, kept.length - 1);
    if (nearestOn([from, at(run, i + 1)], at(run, i)).distance > 0.7 || distance(from, at(run, i)) > 160)
      kept.push(at(run, i));
  }
  return [...kept, at(run, run.length - 1)];
}
const steps = (over: number): number[] => {
  const parts = Math.max(2, Math.ceil(over / 14));
  return Array.from({ length: parts + 1 }, (_, i) => -over / 2 + (over * i) / parts);
};
