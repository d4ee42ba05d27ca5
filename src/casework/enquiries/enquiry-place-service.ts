import type { Area } from '../../ground/areas/area-contract.ts';
import { inBox, inside } from '../../kernel/geo.ts';
import type { Point } from '../../kernel/geo-contract.ts';
import type { Db } from '../../kernel/database.ts';
import { gone, invalid, notFound, Problem } from '../../kernel/problem.ts';
import { nameKey } from '../../kernel/text.ts';
import type { PublicAsset } from '../../register/assets/public-asset-contract.ts';
import type { Ask, Enquiry } from './enquiry-contract.ts';
import type { EnquiryDeps } from './enquiry-deps.ts';

type Deps = Pick<EnquiryDeps, 'db' | 'areas' | 'places' | 'shown'>;

/** A place that somebody asks about, found. */
export type AskedPlace = Pick<Enquiry, 'assetId' | 'point' | 'precision' | 'ward' | 'kind' | 'place' | 'postcode'> & {
  area: Area;
  asset: PublicAsset | null;
  /** One open question a place. */
  key: string;
};
type Asked = Pick<Ask, 'asset' | 'lon' | 'lat' | 'near' | 'place' | 'kind'>;

/** Nobody here can find out whose a place is that lies in none of our areas. */
export class OutsideEveryArea extends Problem {
  constructor() {
    super(
      422,
      'This place is outside the areas that work with us',
      'Choose a place inside one of the areas: elsewhere we cannot find out whose a place is.',
      [{ field: 'near', message: 'Choose a place inside one of the areas, or see below who else can help.' }],
    );
  }
}

/** Finding the place that somebody asks about: on the register, on the map, or by postcode or ward with words. */
export function enquiryPlaces({ db, areas, places, shown }: Deps) {
  return { asked, onRegister, landAt: places.landAt };

  /** @throws Problem 400 that says what is missing, 404 or 410 for a place that is not on the register, OutsideEveryArea */
  async function asked(given: Asked): Promise<AskedPlace> {
    if (given.asset !== undefined) return onRegister(given.asset);
    if (given.place.length < 3)
      throw invalid([
        {
          field: 'place',
          message: 'Say in a few words where it is, for instance “the verge between 12 and 14 Mill Lane”.',
        },
      ]);
    if (given.lon !== undefined && given.lat !== undefined) return atPoint({ lon: given.lon, lat: given.lat }, given);
    if (given.near === '')
      throw invalid([
        { field: 'near', message: 'Choose a point on the map, or enter a postcode or the name of a ward.' },
      ]);
    return nearTyped(given);
  }

  /** A place on the register. @param on the transaction in hand, where there is one */
  async function onRegister(id: string, on: Db = db): Promise<AskedPlace> {
    const asset = await shown(on, id);
    const area = asset && (await areas.byId(on, asset.area.id));
    if (!asset || !area) throw notFound('place');
    if (asset.retiredOn) throw gone('This place has left the register, so nobody can be asked about it here.');
    if (asset.ownership === 'confirmed')
      throw invalid([
        {
          field: 'asset',
          message: `It is known whose this place is: it belongs to ${asset.owner.name}. Its page says how to reach them.`,
        },
      ]);
    return {
      area,
      asset,
      assetId: asset.id,
      point: null,
      precision: 'asset',
      ward: asset.ward?.name ?? null,
      kind: asset.kind,
      place: asset.name,
      postcode: asset.address.postcode,
      key: `asset:${asset.id}`,
    };
  }

  async function atPoint(point: Point, { place, kind }: Asked): Promise<AskedPlace> {
    const area = await areaAt(point);
    if (!area) throw new OutsideEveryArea();
    return {
      area,
      asset: null,
      assetId: null,
      point,
      precision: 'exact',
      ward: await places.wardAt(area.id, point),
      kind,
      place,
      postcode: null,
      key: `point:${area.id}:${kind}:${point.lon.toFixed(5)},${point.lat.toFixed(5)}`,
    };
  }

  async function nearTyped({ near, place, kind }: Asked): Promise<AskedPlace> {
    const found = await places.find(near);
    const area = found && (await areas.all(db)).find(({ slug }) => slug === found.area);
    if (!found || !area) throw invalid([{ field: 'near', message: await places.unknown(near) }]);
    const exactly = found.kind === 'postcode';
    return {
      area,
      asset: null,
      assetId: null,
      point: found.point,
      precision: exactly ? 'postcode' : 'ward',
      ward: found.kind === 'ward' ? found.label : await places.wardAt(area.id, found.point),
      kind,
      place,
      postcode: exactly ? found.label : null,
      key: `words:${area.id}:${kind}:${nameKey(`${found.label} ${place}`)}`.slice(0, 80),
    };
  }

  async function areaAt(point: Point): Promise<Area | undefined> {
    for (const area of await areas.all(db)) {
      const boundary = inBox(area.bbox, point) ? await places.boundary(area.id) : undefined;
      if (boundary && inside(boundary, point)) return area;
    }
    return undefined;
  }
}
export type EnquiryPlaces = ReturnType<typeof enquiryPlaces>;
