import type { Db } from '../../kernel/database.ts';
import { invalid } from '../../kernel/problem.ts';
import type { Petition } from './petition-contract.ts';
import type { PetitionDeps } from './petition-deps.ts';
import { petitionsOn } from './petition-store.ts';
import { wholePostcode, type Lies } from './signature-rules.ts';

type For = Pick<Petition, 'id' | 'areaId'>;

/** Where those who sign live, work or study: in a ward whose people may sign, or elsewhere. */
export function signerPlaces({ areas }: Pick<PetitionDeps, 'areas'>) {
  return { lieOf, mustLie };

  /** An area that has no list of postcodes cannot say: there every postcode counts, without a ward. */
  async function lieOf(db: Db, { id, areaId }: For, postcode: string | null): Promise<Lies> {
    if (postcode === null) return 'elsewhere';
    const [known] = await areas.postcodes(db, areaId, [postcode]);
    if (!known) return (await areas.somePostcode(db, areaId)) === undefined ? { wardId: null } : 'elsewhere';
    const wards = await petitionsOn(db).wards(id);
    return wards.some(({ wardId }) => wardId === known.wardId) ? { wardId: known.wardId } : 'elsewhere';
  }

  /** @throws Problem 400 that says which postcodes count */
  async function mustLie(db: Db, petition: For, typed: string): Promise<{ postcode: string; wardId: string | null }> {
    const postcode = wholePostcode(typed);
    if (postcode === null) throw invalid([{ field: 'postcode', message: 'Enter a whole postcode, like M33 7ZF.' }]);
    const lies = await lieOf(db, petition, postcode);
    if (lies !== 'elsewhere') return { postcode, wardId: lies.wardId };
    const wards = (await petitionsOn(db).wards(petition.id)).map(({ name }) => name);
    throw invalid([
      {
        field: 'postcode',
        message: `Enter the postcode where you live, work or study in ${wards.join(', ')}. We do not find this one there.`,
      },
    ]);
  }
}
export type SignerPlaces = ReturnType<typeof signerPlaces>;
