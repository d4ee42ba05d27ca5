import { invalid, notFound, Problem } from '../../kernel/problem.ts';
import type { MissingPart } from './request-contract.ts';
import type { RequestCore } from './request-deps.ts';
import { missingParts, suits } from './request-rules.ts';
import type { RequestScenes, Scene } from './request-scene.ts';
import { requestsOn } from './request-store.ts';

type Deps = Pick<RequestCore, 'db' | 'rooms' | 'groups'> & { scenes: RequestScenes };

/** What stands in the way of sending a request: what it lacks, and a first room that cannot be had. */
export function requestChecks({ db, rooms, groups, scenes }: Deps) {
  return { lacks, missingIn, refuseHopeless };

  /** What a request would lack if it were sent now. */
  async function lacks(id: string): Promise<MissingPart[]> {
    const request = await requestsOn(db).byId(id);
    if (!request) throw notFound('request');
    const scene = await scenes.sceneOf({ trx: db, record: () => undefined }, request);
    return missingIn(scene);
  }

  async function missingIn({ unit, group }: Scene): Promise<MissingPart[]> {
    return missingParts(await groups.people(unit.trx, group.id));
  }

  /** @throws Problem 400 when the first room cannot be had as it is wished: the page shows why, and other rooms */
  async function refuseHopeless({ unit, request, options }: Scene): Promise<void> {
    const [first] = options;
    if (!first) throw notFound('room');
    const look = await rooms.look(unit.trx, request, first.spaceId);
    if (look instanceof Problem)
      throw invalid([
        {
          field: 'rooms',
          message: 'None of your dates can be had in the first room. Choose another room or other dates.',
        },
      ]);
    if (!suits(look, request.wish))
      throw invalid([
        {
          field: 'rooms',
          message: 'Not all of your dates are free in the first room. Ask for those that are, or choose another room.',
        },
      ]);
  }
}
