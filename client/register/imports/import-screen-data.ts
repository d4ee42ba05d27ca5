import type { Target } from '../../../src/register/imports/import-contract.ts';
import type { ImportScreen, ScreenProgress } from '../../../src/register/imports/import-screen-contract.ts';
import type { FormState } from '../../kernel/form-fields.ts';

/** What the page of an import under way shows. */
export type ImportScreenData = {
  screen: ImportScreen;
  area: { slug: string; name: string } | null;
  /** What each column holds at present. */
  targets: readonly Target[][];
  progress: ScreenProgress;
  form: FormState;
  desk: boolean;
};
