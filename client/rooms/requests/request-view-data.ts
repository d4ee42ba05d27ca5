import type { RequestPage, RequestViewer } from '../../../src/rooms/requests/request-page-contract.ts';
import type { FormState } from '../../kernel/form-fields.ts';
import type { Suggested } from './draft-data.ts';

/** A request that was sent, as whoever looks may see it. */
export type RequestViewData = {
  page: RequestPage;
  viewer: RequestViewer;
  form: FormState;
  flash: string | null;
  suggestions: readonly Suggested[];
  finder: string;
  /** Where one asks for the same again. */
  again: string;
};
