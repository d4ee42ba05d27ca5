import type { RequestPage, RequestViewer } from '../../../src/rooms/requests/request-page-contract.ts';
import type { FormState } from '../../kernel/form-fields.ts';

/** A request that is not sent yet, as whoever looks may see it. */
export type DraftData = {
  page: RequestPage;
  viewer: RequestViewer;
  form: FormState;
  flash: string | null;
  suggestions: readonly Suggested[];
  /** What the request would lack if it were sent now. */
  lacks: RequestPage['request']['missing'];
  /** Where the finder goes on with the same wish. */
  finder: string;
};

/** Another room that would do, and why. */
export type Suggested = { spaceId: string; name: string; place: string; why: string };
