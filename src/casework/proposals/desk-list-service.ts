import type { Area } from '../../ground/areas/area-contract.ts';
import { dayIn } from '../../kernel/clock.ts';
import type { ListMark } from '../../kernel/list-cursor.ts';
import { DESK_TURNS, type DeskAsked, type DeskList, type DeskShow, type ProposalCounts } from './desk-list-contract.ts';
import { deskDays, filterFor, SHOWN, takes, type DeskDays } from './desk-list-rules.ts';
import { deskListOn, type StateCount } from './desk-list-store.ts';
import { turnOf } from './proposal-within-table.ts';
import type { ProposalDeps } from './proposal-deps.ts';
import type { ProposalScenes } from './proposal-scene-service.ts';

type Counted = Exclude<keyof StateCount, 'name' | 'pausedBy'>;
/** Forty at a glance. */
const A_PAGE = 40;
type Deps = Pick<ProposalDeps, 'db' | 'clock' | 'areas'> & { scenes: ProposalScenes };

/** The desk of an area: its open proposals by whose turn it is and what is due, a page at a time, and how many there are of each. */
export function proposalDesk({ db, clock, areas, scenes }: Deps) {
  return {
    async page(area: Area, asked: DeskAsked, after: ListMark | null): Promise<DeskList> {
      const filter = filterFor(asked, await daysOf(area));
      const found = await deskListOn(db).page(area.id, filter, { sort: asked.sort, after, limit: A_PAGE + 1 });
      const shown = found.slice(0, A_PAGE);
      const last = found.length > A_PAGE ? shown.at(-1) : undefined;
      const key = last && (asked.sort === 'due' ? last.dueOn : last.stateOn);
      return { lines: await scenes.lines(db, shown), next: last && key ? [key, last.id] : null };
    },
    async counts(area: Area): Promise<ProposalCounts> {
      const days = await daysOf(area);
      const states = await deskListOn(db).counts(area.id, days);
      const sum = (of: (one: StateCount) => boolean, what: Counted): number =>
        states.reduce((all, one) => all + (of(one) ? one[what] : 0), 0);
      const shown = (show: DeskShow, what: Counted): number => sum((one) => takes(SHOWN[show](days), one), what);
      return {
        all: shown('all', 'all'),
        byTurn: DESK_TURNS.map((turn) => ({ turn, count: sum((one) => turnOf(one) === turn, 'all') })).filter(
          ({ count }) => count > 0,
        ),
        shows: {
          all: shown('all', 'all'),
          today: shown('today', 'today'),
          late: shown('late', 'all'),
          silence: shown('silence', 'silence'),
          group_15: shown('group_15', 'since15'),
          group_30: shown('group_30', 'since30'),
        },
      };
    },
  };

  async function daysOf({ id, timeZone }: Area): Promise<DeskDays> {
    return deskDays(dayIn(timeZone, clock()), await areas.bankHolidays(db, id));
  }
}
