import { monthsBefore } from '../../kernel/clock.ts';
import type { Database } from '../../kernel/database.ts';
import { conflict, invalid, notFound } from '../../kernel/problem.ts';
import type { Asset, Day } from './asset-contract.ts';
import { LONGEST_RELEASE_MONTHS } from './asset-edit-contract.ts';
import type { AssetEditing, Editor } from './asset-edit-service.ts';
import { EDIT_SENTENCES } from './asset-edit-words.ts';
import { isHidden } from './asset-redaction-rules.ts';
import type { AssetRegister } from './asset-register-service.ts';
import type { PublicAsset } from './public-asset-contract.ts';

type Deps = { db: Database; register: AssetRegister; editing: AssetEditing; today(timeZone: string): Day };

/** Showing an empty building's true place to the public, for a reason and until a day; and hiding it again. */
export function assetReleasing({ db, register, editing, today }: Deps) {
  return {
    /** What the public sees now, hidden, and would see when it is released. */
    async preview(
      id: string,
    ): Promise<{ asset: Asset; now: PublicAsset; released: PublicAsset; hidden: boolean; today: Day; latest: Day }> {
      const { asset, area, owner } = await editing.found(id);
      const day = today(area.timeZone);
      const latest = latestReview(day);
      return db.transaction(async (trx) => {
        const { show } = await register.writing({
          unit: { trx, record: () => undefined },
          area,
          owners: [owner],
          actor: 'preview',
        });
        const now = await show({ ...asset, release: null });
        const released = await show({ ...asset, release: { reason: '', by: '', on: day, reviewOn: latest } });
        if (!now || !released) throw notFound('place');
        return { asset, now, released, hidden: isHidden(asset, day), today: day, latest };
      });
    },

    /** @throws Problem 400 for a review day too early or too far, 409 for a place that hides nothing */
    async release(
      id: string,
      { reason, review_on: reviewOn }: { reason: string; review_on: Day },
      { who }: Editor,
    ): Promise<void> {
      const place = await editing.found(id);
      const day = today(place.area.timeZone);
      if (reviewOn <= day) throw invalid([{ field: 'review_on', message: 'Enter a day after today.' }]);
      if (reviewOn > latestReview(day))
        throw invalid([
          {
            field: 'review_on',
            message: `Enter a day within the next ${LONGEST_RELEASE_MONTHS} months: by ${latestReview(day)}.`,
          },
        ]);
      await editing.changing(place, who.personId, async (writing) => {
        const asset = await writing.lock(id);
        if (!asset) throw notFound('place');
        if (!isHidden({ ...asset, release: null }, day))
          throw conflict('This place is public anyway: only empty buildings are hidden.');
        await writing.change(
          [{ before: asset, fields: { release: { reason, by: who.name, on: day, reviewOn } } }],
          EDIT_SENTENCES.released(reviewOn),
          reason,
        );
      });
    },

    /** @throws Problem 409 for a place that was not released */
    async hide(id: string, { reason }: { reason: string }, { who }: Editor): Promise<void> {
      const place = await editing.found(id);
      await editing.changing(place, who.personId, async (writing) => {
        const asset = await writing.lock(id);
        if (!asset?.release) throw conflict('This place was not released, or somebody has hidden it already.');
        await writing.change([{ before: asset, fields: { release: null } }], EDIT_SENTENCES.hidden, reason);
      });
    },
  };
}
export type AssetReleasing = ReturnType<typeof assetReleasing>;

const latestReview = (day: Day): Day => monthsBefore(day, -LONGEST_RELEASE_MONTHS);
