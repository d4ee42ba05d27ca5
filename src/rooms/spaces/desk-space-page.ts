import type { Request } from 'express';
import { z } from 'zod';
import type { FormState } from '../../../client/kernel/form-fields.ts';
import type { SendPage } from '../../kernel/page.ts';
import type { Problem } from '../../kernel/problem.ts';
import type { Access } from '../../ground/people/role-contract.ts';
import type { DeskPlace } from './desk-space-contract.ts';
import type { SpacePageService } from './space-page-service.ts';
import type { SpaceServices } from './space-services.ts';
import { SpaceConflict } from './space-change-steps.ts';

export type DeskSpaceDeps = {
  spaces: SpaceServices;
  pages: SpacePageService;
  access: Access;
  sendPage: SendPage;
  areas: { all(): Promise<{ id: string; slug: string; name: string; holidays: string; timeZone: string }[]> };
  /** What the pages call a place, by its true name. */
  placeNames(
    assetId: string,
  ): Promise<{ name: string; ownerName: string; areaSlug: string; areaName: string; hidden: boolean }>;
};

export const SENT = { title: (what: string, status: number): string => (status === 200 ? what : `Error: ${what}`) };

/** An id in an address. What cannot be one is the id of nothing, so that it answers like any unknown one. */
const id = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f-]{27}$/)
  .catch('none');
export const placeParams = z.object({ asset: id });
export const spaceParams = z.object({ space: id });
export const doneQuery = z.object({ done: z.string().max(20).optional().catch(undefined) });

/** What every page about the spaces of a place says of it, and what somebody may open from there. */
export function deskPlaces({ spaces, access, placeNames }: DeskSpaceDeps) {
  return async (req: Request, assetId: string): Promise<DeskPlace> => {
    const { ownerId, areaId } = await spaces.placeThing(assetId);
    return {
      assetId,
      ownerId,
      ...(await placeNames(assetId)),
      mayOpenDesk: access.may(req.who, 'desk.open', { areaId }),
      mayOpenOwner: access.may(req.who, 'owner.open', { areaId, ownerId }),
    };
  };
}

/** A form that was not right, with what was typed. @throws the problem itself when no form could help */
export function formAgain(values: Record<string, unknown>, problem: Problem): FormState {
  if (problem.status === 404 || problem.status === 410) throw problem;
  if (problem instanceof SpaceConflict) return { values: problem.merged, mistakes: [] };
  return {
    values,
    mistakes: problem.mistakes.length > 0 ? problem.mistakes : [{ field: '', message: problem.message }],
  };
}

export const conflictIn = (problem: Problem): { by: string; labels: readonly string[] } | null =>
  problem instanceof SpaceConflict ? { by: problem.by, labels: problem.labels } : null;
