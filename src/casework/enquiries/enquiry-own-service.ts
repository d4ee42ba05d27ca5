import type { Who } from '../../ground/people/role-contract.ts';
import type { UnitOfWork } from '../../kernel/facts.ts';
import { keepPhoto } from '../../kernel/photo-upload.ts';
import { conflict, invalid } from '../../kernel/problem.ts';
import type { Upload } from '../../kernel/upload.ts';
import { MOST_ENQUIRY_PHOTOS, type Enquiry, type EnquiryAct, type EnquiryState } from './enquiry-contract.ts';
import type { EnquiryDeps } from './enquiry-deps.ts';
import { mustBeAsSeen } from './enquiry-finding-service.ts';
import { enquiryPhotosOn } from './enquiry-photo-store.ts';
import type { EnquirySteps } from './enquiry-steps.ts';
import { ADVICE } from './enquiry-words.ts';

type Deps = EnquiryDeps & { steps: EnquirySteps };
type Seen = { seen: EnquiryState };
const OVER = 'The question has been answered or closed. Ask again, if something is new.';

/** What whoever asked does with their own question; an officer does the same for somebody who cannot. */
export function enquiryOwn({ clock, newId, inOneTransaction, photos: files, steps }: Deps) {
  return {
    /** Whether we may write to an owner outside the compact, and what may be passed on. */
    answerConsent: async (who: Who, id: string, given: Seen & { may_write: 'yes' | 'no'; pass_on: string }) => {
      if (given.may_write === 'no')
        return asking(who, id, given, 'decline', { outcome: ADVICE.outside, outsideOwner: null });
      if (given.pass_on.length < 3)
        throw invalid([
          { field: 'pass_on', message: 'Say what we may pass on: your name, how to reach you, your idea.' },
        ]);
      return asking(who, id, given, 'consent', { consent: given.pass_on });
    },
    withdraw: (who: Who, id: string, given: Seen) => asking(who, id, given, 'withdraw', {}),
    /** After a letter: whoever asked has heard from the owner, or wants to go on alone. */
    closeOwn: (who: Who, id: string, given: Seen) =>
      asking(who, id, given, 'close', { outcome: 'Whoever asked goes on with the owner by themselves.' }),

    /** Adds a photo of the place, for officers. Where it was taken is removed. */
    async addPhoto(
      who: Who,
      id: string,
      upload: Upload | undefined,
      { alt, submission = newId() }: { alt: string; submission?: string | undefined },
    ): Promise<void> {
      const photoId = newId();
      const size = await keepPhoto(files, photoId, upload);
      const added = await inOneTransaction(async (unit) => {
        const { enquiry } = await steps.locked(unit, id);
        if (enquiry.endedOn !== null) throw conflict(OVER);
        const store = enquiryPhotosOn(unit.trx);
        if ((await store.of(id)).length >= MOST_ENQUIRY_PHOTOS)
          throw invalid([
            { field: 'photo', message: `There are ${MOST_ENQUIRY_PHOTOS} photos already. That is plenty.` },
          ]);
        const addedAt = clock().toISOString();
        if (!(await store.add({ id: photoId, enquiryId: id, alt, submission, addedAt, ...size }))) return false;
        record(unit, enquiry, who);
        return true;
      }).catch(async (error: unknown) => {
        await files.remove(photoId);
        throw error;
      });
      if (!added) await files.remove(photoId);
    },
  };

  function asking(who: Who, id: string, { seen }: Seen, act: EnquiryAct, fields: Partial<Enquiry>): Promise<Enquiry> {
    return inOneTransaction(async (unit) => {
      const { enquiry, today } = await steps.locked(unit, id);
      mustBeAsSeen(enquiry, seen);
      const onBehalfOf = enquiry.askerId === who.personId ? null : enquiry.askerId;
      return steps.move(unit, enquiry, act, {
        by: 'asker',
        actor: who.personId,
        on: today,
        fields,
        onBehalfOf,
        channel: onBehalfOf === null ? null : enquiry.channel,
      });
    });
  }
}

const record = (unit: UnitOfWork, { id, areaId }: Enquiry, { personId }: Who): void =>
  unit.record({ kind: 'enquiry_photo_added', areaId, subjectKind: 'enquiry', subjectId: id, actor: personId });
