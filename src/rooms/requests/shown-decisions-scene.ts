import { requestFactsOf } from './request-facts-store.ts';
import type { RequestDeps } from './request-deps.ts';
import type { Decided, Viewer } from './request-page-contract.ts';
import type { Scene } from './request-scene.ts';
import type { RequestTelling } from './request-telling.ts';
import type { Comparison } from './rival-contract.ts';
import { readerOf, whyWords } from './rival-words.ts';

type Deps = Pick<RequestDeps, 'db'> & { telling: RequestTelling };

const SHOWN = 20;

/** How it was decided between a request and others for the same dates: from the record, so that it stays as it was decided. */
export function shownDecisions({ db, telling }: Deps) {
  return async (scene: Scene, viewer: Viewer, spaceId: string | undefined): Promise<Decided[]> => {
    const facts = await requestFactsOf(db, scene.request.id, 'room_rivals_compared', SHOWN);
    const named = await telling.roomNames(db, scene.options);
    return facts
      .map(({ after }) => after as unknown as Comparison)
      .filter((one) => viewer !== 'owner' || one.spaceId === spaceId)
      .map((one) => ({
        room: named.get(one.spaceId)?.room ?? 'the room',
        first: one.first,
        why: whyWords(one, named.get(one.spaceId)?.owner ?? 'the owner', readerOf(viewer)),
        draw: one.drawId && { id: one.drawId, candidate: viewer === 'owner' ? null : one.mine.candidate },
      }))
      .map(({ draw, ...one }) => ({ ...one, draw: draw || null }));
  };
}
