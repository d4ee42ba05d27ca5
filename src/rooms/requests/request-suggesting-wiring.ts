import { areaPorts } from '../../ground/areas/area-ports.ts';
import type { Db } from '../../kernel/database.ts';
import { Problem } from '../../kernel/problem.ts';
import { publicAssetsOn } from '../../register/assets/public-asset-store.ts';
import { finderSchema, type FinderQuery } from '../finder/finder-contract.ts';
import type { FinderService } from '../finder/finder-service.ts';
import { spacesOn } from '../spaces/space-store.ts';
import type { RequestDeps, Suggestion } from './request-deps.ts';
import type { RoomRequest } from './request-contract.ts';
import { finderAddress } from './wish-address-rules.ts';

/** Other rooms that a request’s page names. */
const MOST_SUGGESTED = 5;

/** Other rooms near the first one that would do, as the finder ranks them: those that fit, then those that nearly do. */
export function suggestingWith(finder: FinderService, db: Db): RequestDeps['suggest'] {
  return async (request, besides) => {
    const query = await queryFor(db, request, besides[0]);
    const rooms = query ? await roomsFound(finder, query) : [];
    return rooms.filter(({ spaceId }) => !besides.includes(spaceId)).slice(0, MOST_SUGGESTED);
  };
}

async function queryFor(
  db: Db,
  { wish, areaId }: RoomRequest,
  nearSpace: string | undefined,
): Promise<FinderQuery | undefined> {
  const [first] = await spacesOn(db).byIds(nearSpace === undefined ? [] : [nearSpace]);
  const asset = first && (await publicAssetsOn(db).byId(first.assetId));
  const near = asset?.point ? { lat: asset.point.lat.toFixed(6), lon: asset.point.lon.toFixed(6) } : {};
  return finderSchema.safeParse({
    ...Object.fromEntries(new URLSearchParams(finderAddress(wish).split('?')[1])),
    ...near,
    area: (await areaPorts.byId(db, areaId))?.slug,
  }).data;
}

async function roomsFound(finder: FinderService, query: FinderQuery): Promise<Suggestion[]> {
  const answer = await finder.search(query).catch((problem: unknown) => {
    if (problem instanceof Problem) return null;
    throw problem;
  });
  if (!answer) return [];
  const nearly = answer.near.filter(({ kind }) => kind === 'dates' || kind === 'unknown');
  return [
    ...answer.rooms.map(({ id, name, place, why }) => ({ spaceId: id, name, place, why: why.join(' ') })),
    ...nearly.map(({ answer: { id, name, place }, says }) => ({ spaceId: id, name, place, why: says })),
  ];
}
