import type { Address } from '../assets/asset-contract.ts';
import {
  CERTAINTY_WORDS,
  CONSTRAINT_WORDS,
  IDENTIFIER_WORDS,
  ROUTE_WORDS,
  STATE_WORDS,
} from '../assets/asset-words.ts';
import { LICENCE_URL } from './licence-words.ts';
import type { PublicAsset } from '../assets/public-asset-contract.ts';

type JsonLd = Record<string, unknown>;

/**
 * An asset in the words of schema.org, for search engines. Made from the public copy, so a hidden building has no more
 * in it here than anywhere; `geo` and `address` in full only where the place itself is public.
 */
export function assetJsonLd(asset: PublicAsset, baseUrl: string): JsonLd {
  const url = `${baseUrl}/assets/${asset.id}`;
  return withoutBlanks({
    '@context': 'https://schema.org',
    '@type': asset.kind === 'building' ? 'CivicStructure' : 'Place',
    '@id': url,
    url,
    name: asset.name,
    description: asset.description,
    identifier: [
      { scheme: 'Reference', value: asset.code },
      ...asset.identifiers.map(({ scheme, value }) => ({ scheme: IDENTIFIER_WORDS[scheme], value })),
    ].map(({ scheme, value }) => property(scheme, value)),
    address: postalAddress(asset.address),
    geo:
      asset.precision === 'exact' && asset.point
        ? { '@type': 'GeoCoordinates', longitude: asset.point.lon, latitude: asset.point.lat }
        : null,
    image: asset.photos.map(({ id, alt, width, height }) => ({
      '@type': 'ImageObject',
      url: `${baseUrl}/photos/${id}/1200.webp`,
      caption: alt,
      width,
      height,
    })),
    containedInPlace: [asset.site, asset.ward?.name, asset.area.name].flatMap((name) =>
      name ? [{ '@type': 'Place', name }] : [],
    ),
    additionalProperty: propertiesOf(asset),
    subjectOf: { '@type': 'Dataset', name: 'Meantime open data', url: `${baseUrl}/open-data`, license: LICENCE_URL },
  });
}

function propertiesOf(asset: PublicAsset): JsonLd[] {
  const {
    owner,
    state,
    certainty,
    lastCheck,
    landAreaM2,
    floorAreaM2,
    functionLabel,
    purpose,
    energyRating,
    routes,
    constraints,
    features,
  } = asset;
  return [
    property('Owner', owner.name),
    property('State', STATE_WORDS[state]),
    property('How we know', CERTAINTY_WORDS[certainty]),
    ...(lastCheck ? [property('Last checked', lastCheck.on)] : []),
    ...(landAreaM2 === null ? [] : [squareMetres('Land area', landAreaM2)]),
    ...(floorAreaM2 === null ? [] : [squareMetres('Floor area', floorAreaM2)]),
    ...(functionLabel ? [property('Function', functionLabel)] : []),
    ...(purpose ? [property('Purpose', purpose)] : []),
    ...(energyRating ? [property('Energy rating', energyRating)] : []),
    ...routes.map(({ route }) => property('What may be done here', ROUTE_WORDS[route].label)),
    ...constraints.map(({ kind }) => property('To know before asking', CONSTRAINT_WORDS[kind].label)),
    ...features.map((feature) => property('Feature', feature)),
  ];
}

function postalAddress({ number, street, town, postcode }: Address): JsonLd | null {
  const streetAddress = [number, street].filter((part) => part).join(' ');
  if (streetAddress === '' && !town && !postcode) return null;
  return withoutBlanks({ '@type': 'PostalAddress', streetAddress, addressLocality: town, postalCode: postcode });
}

function property(name: string, value: string): JsonLd {
  return { '@type': 'PropertyValue', name, value };
}

/** MTK is the square metre in the list of units that schema.org asks for (UN/CEFACT common codes). */
function squareMetres(name: string, value: number): JsonLd {
  return { '@type': 'PropertyValue', name, value, unitCode: 'MTK' };
}

function withoutBlanks(data: JsonLd): JsonLd {
  return Object.fromEntries(
    Object.entries(data).filter(
      ([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  );
}
