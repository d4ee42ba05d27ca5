import type { Request, Response } from 'express';
import { z } from 'zod';
import type { EditViewData } from '../../../client/register/assets/asset-edit-data.ts';
import { assetEditView } from '../../../client/register/assets/asset-edit-view.ts';
import { emptyForm } from '../../../client/kernel/form-fields.ts';
import { dayIn, type Clock } from '../../kernel/clock.ts';
import type { SendPage } from '../../kernel/page.ts';
import type { Access } from '../../ground/people/role-contract.ts';
import { idIn } from './asset-api.ts';
import type { FormValues } from './asset-edit-contract.ts';
import type { AssetEditing, Editor } from './asset-edit-service.ts';
import type { Tiles } from './asset-map-page.ts';

export type EditPagesDeps = { editing: AssetEditing; access: Access; sendPage: SendPage; clock: Clock; tiles: Tiles };
type Again = Partial<Pick<EditViewData, 'values' | 'mistakes' | 'conflict' | 'seen' | 'photo'>> & { status: number };

export const assetParams = z.object({ id: z.string() });

/** What an act to the asset of an address is done to. */
export function assetThing({ editing }: Pick<EditPagesDeps, 'editing'>) {
  return ({ params }: { params: { id: string } }) => editing.thing(idIn(params.id));
}

/** Makes the function that shows an asset's editing page, whichever of its forms was sent. */
export function editPage({
  editing,
  access,
  sendPage,
  clock,
  tiles,
}: EditPagesDeps): (req: Request, res: Response, id: string, again: Again) => Promise<void> {
  return async (req, res, id, again) => {
    const record = await editing.record(id);
    const thing = await editing.thing(id);
    const who = access.signedIn(req);
    const { values, seen } = editing.form(record.asset);
    const data: EditViewData = {
      ...record,
      tiles,
      today: dayIn(record.area.timeZone, clock()),
      values: again.values ?? { ...values, lock_edited: 'yes', ...locksTicked(seen.locked) },
      seen: again.seen ?? JSON.stringify(seen),
      photo: again.photo ?? emptyForm,
      mistakes: again.mistakes ?? [],
      conflict: again.conflict ?? null,
      done: typeof req.query['done'] === 'string' ? req.query['done'] : null,
      may: {
        edit: access.may(who, 'asset.edit', thing),
        release: access.may(who, 'asset.release', thing),
        desk: access.may(who, 'desk.open', { areaId: thing.areaId }),
        owner: access.may(who, 'owner.open', { areaId: thing.areaId, ownerId: thing.ownerId }),
      },
    };
    const title = `Edit ${record.asset.name}`;
    await sendPage(req, res, {
      status: again.status,
      title: again.status === 200 ? title : `Error: ${title}`,
      description: 'The true record of a place.',
      body: assetEditView(data),
      robots: 'noindex',
    });
  };
}

/** Officers of the area speak for the council, everybody else who may edit for the owner. */
export function editorIn(req: Request, access: Access, thing: { areaId: string }): Editor {
  return {
    who: access.signedIn(req),
    as: access.may(req.who, 'asset.release', { areaId: thing.areaId }) ? 'officer' : 'owner',
  };
}

function locksTicked(locked: readonly string[]): FormValues {
  return Object.fromEntries(locked.map((field) => [`lock_${field}`, 'yes']));
}
