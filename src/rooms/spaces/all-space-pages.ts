import type { Endpoint } from '../../kernel/endpoint.ts';
import type { PhotoFiles } from '../../kernel/photo-files.ts';
import { calendarDaysPages } from './calendar-days-pages.ts';
import type { DeskSpaceDeps } from './desk-space-page.ts';
import { deskSpacePages } from './desk-space-pages.ts';
import { hoursPages } from './hours-pages.ts';
import { partsPages } from './parts-pages.ts';
import type { PublicSpace } from './public-space-contract.ts';
import { spaceJsonLd } from './space-json-ld-text.ts';
import { spacePages } from './space-pages.ts';
import { spacePhotoPages } from './space-photo-pages.ts';
import { yearCopyPages } from './year-copy-pages.ts';

/** Every endpoint of spaces. Fixed addresses come before those with an id in the same place. */
export function spaceEndpoints(deps: DeskSpaceDeps & { files: PhotoFiles; baseUrl: string }): Endpoint[] {
  return [
    ...deskSpacePages(deps),
    ...hoursPages(deps),
    ...partsPages(deps),
    ...spacePhotoPages(deps),
    ...calendarDaysPages(deps),
    ...yearCopyPages(deps),
    ...spacePages({ ...deps, askAt, jsonLd: (space) => spaceJsonLd(space, deps.baseUrl) }),
  ];
}

/** Where a group goes on from a space: it asks for it, or looks at other rooms near one that cannot be asked for. */
function askAt({ id, asset, bookable, hours }: PublicSpace, wish = ''): { href: string; label: string } {
  if (bookable && hours.length > 0)
    return { href: `/spaces/${id}/ask${wish && `?${wish}`}`, label: 'Ask for this room' };
  return {
    href: `/spaces?area=${asset.area.slug}${asset.address.postcode ? `&near=${encodeURIComponent(asset.address.postcode)}` : ''}`,
    label: 'Look at other rooms near here',
  };
}
