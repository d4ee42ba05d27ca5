import type { AreaStore } from './area-store.ts';
import { type Area, FARTHEST_POSTCODE_M, type Postcode } from './area-contract.ts';
import type { Wards } from './ward-finder-rules.ts';
import type { PostcodeLine } from './postcode-file.ts';
import { grownBox, inBox } from '../../kernel/geo.ts';
import { districtOf } from '../../kernel/postcode.ts';
import { invalid } from '../../kernel/problem.ts';

/** How much of the files was taken; `tooFar` are postcodes that lie nowhere near the area. */
export type AreaRead = { wards: number; postcodes: number; tooFar: number };

const POSTCODES_AT_ONCE = 5_000;

/** @throws Problem 400 when there are postcodes, and none is near the area */
export async function addPostcodes(
  areas: AreaStore,
  { id: areaId, bbox }: Pick<Area, 'id' | 'bbox'>,
  wards: Wards,
  lines: AsyncIterable<PostcodeLine>,
): Promise<Omit<AreaRead, 'wards'>> {
  const byCode = new Map(wards.all.map((ward) => [ward.code, ward.id]));
  const near = grownBox(bbox, FARTHEST_POSTCODE_M);
  const seen = new Set<string>();
  let tooFar = 0;
  let waiting: (Postcode & { district: string })[] = [];
  for await (const { postcode, point, wardCode } of lines) {
    if (!inBox(near, point)) tooFar++;
    if (seen.has(postcode) || !inBox(near, point)) continue;
    seen.add(postcode);
    const wardId = byCode.get(wardCode ?? '') ?? wards.at(point)?.id ?? null;
    waiting.push({ areaId, postcode, district: districtOf(postcode), point, wardId });
    if (waiting.length < POSTCODES_AT_ONCE) continue;
    await areas.addPostcodes(waiting);
    waiting = [];
  }
  await areas.addPostcodes(waiting);
  if (seen.size > 0 || tooFar === 0) return { postcodes: seen.size, tooFar };
  const message = `None of the ${tooFar} postcodes lies within ${FARTHEST_POSTCODE_M / 1_000} km of the boundary. Check that the files are of the same place.`;
  throw invalid([{ field: 'postcodes', message }]);
}

export async function* linesOf(postcodes: Postcode[]): AsyncGenerator<PostcodeLine> {
  for (const { postcode, point } of postcodes) yield { postcode, point, wardCode: null };
}
