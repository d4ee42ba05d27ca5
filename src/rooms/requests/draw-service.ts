import { dayIn } from '../../kernel/clock.ts';
import { notFound } from '../../kernel/problem.ts';
import type { Draw, RivalRule, ShownDraw } from './draw-contract.ts';
import { drawsOn } from './draw-store.ts';
import type { RequestDeps } from './request-deps.ts';

const SHOWN = 100;

/** What everybody may know of how it is decided who goes first: the rule of each area, and every draw. Nobody learns who asked for what. */
export function drawService({ db, clock, areas, rooms }: Pick<RequestDeps, 'db' | 'clock' | 'areas' | 'rooms'>) {
  return {
    /** @throws Problem 404 */
    async byId(id: string): Promise<ShownDraw> {
      const draw = await drawsOn(db).byId(id);
      const [shown] = draw ? await inTheirAreas([draw]) : [];
      if (!shown) throw notFound('draw');
      return shown;
    },
    /** The newest first. */
    latest: async (): Promise<ShownDraw[]> => inTheirAreas(await drawsOn(db).latest(SHOWN)),
    async rules(): Promise<RivalRule[]> {
      const found: RivalRule[] = [];
      for (const area of await areas()) {
        const { rivals_tie_points: tie } = await rooms.terms(db, area.id, dayIn(area.timeZone, clock()));
        found.push({ area, tie });
      }
      return found;
    },
  };

  async function inTheirAreas(draws: readonly Draw[]): Promise<ShownDraw[]> {
    const all = new Map((await areas()).map((area) => [area.id, area]));
    return draws.flatMap((draw) => {
      const area = all.get(draw.areaId);
      return area ? [{ ...draw, area }] : [];
    });
  }
}
