import type { FormValues, TrueRecord } from '../../../src/register/assets/asset-edit-contract.ts';
import type { FormState } from '../../kernel/form-fields.ts';
import type { MistakeData } from '../../kernel/mistakes-view.ts';

/** What the page for editing an asset shows. */
export type EditViewData = TrueRecord & {
  values: FormValues;
  /** What the form was made from, for telling what changed. */
  seen: string;
  mistakes: readonly MistakeData[];
  /** What somebody else changed meanwhile. */
  conflict: { by: string; theirs: readonly { label: string; alsoMine: boolean }[] } | null;
  /** The form for a new photo. */
  photo: FormState;
  tiles: { url: string; attribution: string };
  /** What has just been done. */
  done: string | null;
  may: { edit: boolean; release: boolean; desk: boolean; owner: boolean };
};
