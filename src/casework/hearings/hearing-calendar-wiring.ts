import { areaPorts } from '../../ground/areas/area-ports.ts';
import { addressIn } from '../../kernel/calendar/calendar-text.ts';
import type { Db } from '../../kernel/database.ts';
import { notFound } from '../../kernel/problem.ts';
import type { BeforeWriting } from '../../kernel/wing.ts';
import { shownAsset } from '../../register/assets/asset-ports.ts';
import type { Proposal } from '../proposals/proposal-contract.ts';
import { placeOf } from '../proposals/proposal-scene-service.ts';
import { hearingCalendar } from './hearing-calendar-text.ts';
import type { Hearing } from './hearing-contract.ts';
import { hearingsOn } from './hearing-store.ts';

/** Makes the function that writes a hearing as a calendar file, in the zone of its area. */
export function hearingCalendars({ clock, config: { baseUrl, mailFrom } }: BeforeWriting) {
  return {
    ofHearing,
    /** The newest hearing about a proposal; undefined where there is none. */
    async newest(db: Db, proposal: Proposal): Promise<string | undefined> {
      const hearing = (await hearingsOn(db).of(proposal.id)).at(-1);
      return hearing && ofHearing(db, hearing, proposal);
    },
  };

  /** @throws Problem 404 */
  async function ofHearing(db: Db, hearing: Hearing, { id, areaId, assetId }: Proposal): Promise<string> {
    const area = await areaPorts.byId(db, areaId);
    if (!area) throw notFound('area');
    return hearingCalendar(hearing, {
      place: placeOf((await shownAsset(db, assetId)) ?? null).place,
      url: `${baseUrl}/proposals/${id}#hearing`,
      zone: area.timeZone,
      host: new URL(baseUrl).hostname,
      organizer: addressIn(mailFrom),
      now: clock(),
    });
  }
}
