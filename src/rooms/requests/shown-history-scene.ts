import { dayIn } from '../../kernel/clock.ts';
import type { HistoryLine } from '../bookings/booking-page-contract.ts';
import type { RequestDeps } from './request-deps.ts';
import { requestFacts } from './request-facts-store.ts';
import { historyLine, OWNERS_SEE } from './request-history-words.ts';
import type { Viewer } from './request-page-contract.ts';
import { currentOf, type Scene } from './request-scene.ts';
import type { RequestTelling } from './request-telling.ts';

type Deps = Pick<RequestDeps, 'db' | 'namesOf'> & { telling: RequestTelling };

const HISTORY_SHOWN = 100;

/** What happened with a request. Owners see what concerns their room, and nothing that lies between a group and its officers. */
export function shownHistory({ db, namesOf, telling }: Deps) {
  return historyOf;

  async function historyOf(scene: Scene, viewer: Viewer, spaceId: string | undefined): Promise<HistoryLine[]> {
    const facts = await requestFacts(db, scene.request.id, HISTORY_SHOWN);
    const people = await namesOf(
      db,
      facts.flatMap(({ actor, onBehalfOf }) => [actor, onBehalfOf ?? '']).filter((id) => id.length === 36),
    );
    const named = await telling.roomNames(db, scene.options);
    const seen =
      viewer === 'owner'
        ? facts.filter(
            ({ kind, after }) =>
              OWNERS_SEE.includes(kind) && (after['spaceId'] === undefined || after['spaceId'] === spaceId),
          )
        : facts;
    return seen.flatMap((fact) => {
      const option =
        scene.options.find(
          ({ id, spaceId: room }) => id === fact.after['optionId'] || room === fact.after['spaceId'],
        ) ??
        currentOf(scene.options) ??
        scene.options[0];
      const about = (option && named.get(option.spaceId)) ?? { room: 'the room', owner: 'The owner' };
      const text = historyLine(fact, { who: people.get(fact.actor) ?? 'Meantime', ...about });
      return text === null ? [] : [{ on: dayIn(scene.area.timeZone, new Date(fact.at)), text }];
    });
  }
}
