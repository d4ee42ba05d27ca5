import type { PublicSpace } from './public-space-contract.ts';
import { FACILITIES, FACILITY_TABLE } from './facility-contract.ts';

type JsonLd = Record<string, unknown>;

/** A room or space in the words of schema.org, for search engines. What nobody has told us is left out, never "no". */
export function spaceJsonLd(space: PublicSpace, baseUrl: string): JsonLd {
  const { asset, facilities, photos } = space;
  const url = `${baseUrl}/spaces/${space.id}`;
  const known = FACILITIES.flatMap((name) =>
    facilities[name]
      ? [
          {
            '@type': 'LocationFeatureSpecification',
            name: FACILITY_TABLE[name].label,
            value: facilities[name].value === 'yes',
          },
        ]
      : [],
  );
  return {
    '@context': 'https://schema.org',
    '@type': 'Place',
    '@id': url,
    url,
    name: space.name,
    ...(space.description && { description: space.description }),
    ...(space.capacity !== null && { maximumAttendeeCapacity: space.capacity }),
    ...(known.length > 0 && { amenityFeature: known }),
    ...(photos.length > 0 && {
      image: photos.map(({ id, alt, width, height }) => ({
        '@type': 'ImageObject',
        url: `${baseUrl}/photos/${id}/1200.webp`,
        caption: alt,
        width,
        height,
      })),
    }),
    containedInPlace: { '@type': 'Place', name: asset.name, url: `${baseUrl}/assets/${asset.id}` },
  };
}
