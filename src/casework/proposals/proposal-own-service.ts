import type { Who } from '../../ground/people/role-contract.ts';
import { keepPhoto } from '../../kernel/photo-upload.ts';
import { conflict, invalid } from '../../kernel/problem.ts';
import type { Upload } from '../../kernel/upload.ts';
import { moverOf, mustBeAsSeen } from './proposal-acting-rules.ts';
import type { ProposalState, Seen } from './proposal-contract.ts';
import type { ProposalDeps } from './proposal-deps.ts';
import { MOST_SIGN_PHOTOS, type NewSignPhoto } from './sign-photo-contract.ts';
import { signPhotosOn } from './sign-photo-store.ts';
import { proposalsOn } from './proposal-store.ts';
import type { ProposalSteps } from './proposal-steps.ts';

type Deps = ProposalDeps & { steps: ProposalSteps };
/** The sign may go up when the group declares, before anybody has looked at the proposal. */
const WITH_SIGN: readonly ProposalState[] = ['finding_owner', 'received', 'incomplete', 'awaiting_sign', 'commenting'];

/** What a group does with its own proposal besides writing it. */
export function proposalOwn({ clock, newId, inOneTransaction, photos: files, tests, steps }: Deps) {
  return {
    /** Takes a proposal back; a draft is dropped. */
    withdraw: (who: Who, id: string, { seen, reason }: Seen & { reason: string }) =>
      inOneTransaction(async (unit) => {
        const { proposal, today } = await steps.locked(unit, id);
        mustBeAsSeen(proposal, seen);
        await tests.withdraw(unit, proposal.testId, who.personId);
        return steps.move(unit, proposal, proposal.state === 'draft' ? 'drop' : 'withdraw', {
          by: moverOf(who, proposal),
          actor: who.personId,
          on: today,
          more: reason,
        });
      }),

    /** A photo of the sign in its place: comments begin with the first, once the proposal is complete. The same sending twice is one. */
    async addSignPhoto(who: Who, id: string, upload: Upload | undefined, given: NewSignPhoto): Promise<void> {
      const photoId = newId();
      const size = await keepPhoto(files, photoId, upload);
      const kept = await inOneTransaction(async (unit) => {
        const { proposal, today } = await steps.locked(unit, id);
        if (!WITH_SIGN.includes(proposal.state))
          throw conflict('A photo of the sign is not asked for any more. Look at the page again.');
        const there = await signPhotosOn(unit.trx).of(id);
        if (there.length >= MOST_SIGN_PHOTOS)
          throw invalid([{ field: 'photo', message: `There are ${MOST_SIGN_PHOTOS} photos already. That is enough.` }]);
        const photo = { id: photoId, proposalId: id, alt: given.alt, ...size, takenOn: today };
        if (
          !(await signPhotosOn(unit.trx).add({
            ...photo,
            submission: given.submission ?? photoId,
            addedAt: clock().toISOString(),
          }))
        )
          return false;
        await proposalsOn(unit.trx).change({ ...proposal, changedAt: clock().toISOString() });
        unit.record({
          kind: 'proposal_sign_photo',
          areaId: proposal.areaId,
          subjectKind: 'proposal',
          subjectId: id,
          actor: who.personId,
          after: { photoId },
          publicText: 'A photo shows the sign in its place.',
        });
        await steps.signUp(unit, proposal, today);
        return true;
      }).catch(async (error: unknown) => {
        await files.remove(photoId);
        throw error;
      });
      if (!kept) await files.remove(photoId);
    },
  };
}
