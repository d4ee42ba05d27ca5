import type { Endpoint } from '../../kernel/endpoint.ts';
import { accountDataPages } from './account-data-pages.ts';
import { accountDeletePages } from './account-delete-pages.ts';
import { accountEmailPages } from './account-email-pages.ts';
import type { AccountPagesDeps } from './account-page.ts';

/** Proving again who one is, one's own data, another address, and leaving. */
export function accountPages(deps: AccountPagesDeps): Endpoint[] {
  return [...accountDataPages(deps), ...accountEmailPages(deps), ...accountDeletePages(deps)];
}
