import type { NewId } from '../../kernel/ids.ts';
import type { Contest, Contestant } from './contest-steps.ts';
import type { Draw } from './draw-contract.ts';
import { CLOCK, note } from './request-scene.ts';
import type { Comparison } from './rival-contract.ts';
import { sideOf, verdictBetween, verdictsFor, type Verdict } from './verdict-rules.ts';

/** How a decision between rivals came about: what is said of it, and kept. */
export type Compared = {
  /** As the request that goes first tells it, once for each that it goes before. */
  ofFirst: readonly Comparison[];
  /** As each of those behind tells it, by its room. */
  ofOthers: ReadonlyMap<string, Comparison>;
  /** Puts all of it on the record: with each of the two, and the draw for everybody. */
  record(): void;
};
type Numbers = Pick<Comparison, 'tie' | 'from' | 'until' | 'drawId'>;

const MINUTE_MS = 60_000;

/** What decides between the one that gets the dates and those that wanted them too. @param able who can get them now */
export function comparing(newId: NewId, first: Contestant, contest: Contest, able: readonly Contestant[]): Compared {
  const { all, tie, source } = contest;
  const verdicts = verdictsFor(first, all, able, tie);
  const draws = new Map<Contestant, { id: string; equal: Contestant[] }>();
  for (const { why, first: before, equal } of verdicts)
    if (why === 'draw' && !draws.has(before)) draws.set(before, { id: newId(), equal });
  const numbersOf = ({ why, first: before }: Verdict<Contestant>): Numbers =>
    numbersIn(contest, first, why === 'draw' ? (draws.get(before)?.id ?? null) : null);
  const ofFirst = verdicts.filter((one) => one.first === first).map((one) => tells(one, true, numbersOf(one)));
  const ofOthers = verdicts.map((one) => ({ ...one, says: tells(one, false, numbersOf(one)) }));
  return {
    ofFirst,
    ofOthers: new Map(ofOthers.map(({ behind, says }) => [behind.optionId, says])),
    record() {
      for (const { id, equal } of draws.values())
        if (source)
          first.scene.unit.record({
            kind: 'room_draw_made',
            areaId: first.scene.area.id,
            subjectKind: 'room_draw',
            subjectId: id,
            actor: CLOCK.personId,
            after: { ...source, candidates: drawn(equal) },
          });
      for (const says of ofFirst) note(first.scene, 'room_rivals_compared', CLOCK, { after: says });
      for (const { behind, says } of ofOthers) note(behind.scene, 'room_rivals_compared', CLOCK, { after: says });
    },
  };
}

/** How a request stands beside its rivals, as it tells it, before anybody has decided; null where it has none. */
export function standingOf(wanted: Contestant, contest: Contest): Comparison | null {
  const verdict = verdictBetween(wanted, contest.all, contest.tie);
  return verdict && tells(verdict, verdict.first === wanted, numbersIn(contest, wanted, null));
}

function tells({ first, behind, why, best }: Verdict<Contestant>, isFirst: boolean, numbers: Numbers): Comparison {
  const [me, other] = isFirst ? [first, behind] : [behind, first];
  const { id: optionId, spaceId } = me.option;
  return { optionId, spaceId, first: isFirst, why, best, mine: sideOf(me), theirs: sideOf(other), ...numbers };
}

const numbersIn = ({ tie, from }: Contest, { scene }: Contestant, drawId: string | null): Numbers => ({
  tie,
  from,
  until: new Date(scene.now * MINUTE_MS).toISOString(),
  drawId,
});

/** Each candidate once, the lowest number first. */
const drawn = (equal: readonly Contestant[]): Draw['candidates'] =>
  [...new Map(equal.map(({ candidate, number }) => [candidate, { candidate, number }])).values()].toSorted(
    (one, other) => (one.number < other.number ? -1 : 1),
  );
