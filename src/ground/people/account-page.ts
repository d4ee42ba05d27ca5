import { type FormState } from '../../../client/kernel/form-fields.ts';
import type { SendPage } from '../../kernel/page.ts';
import type { Problem } from '../../kernel/problem.ts';
import type { DatabaseSessions } from '../../kernel/session-store.ts';
import type { AccountService } from './account-service.ts';
import type { SignInService } from './sign-in-service.ts';

export type AccountPagesDeps = {
  account: AccountService;
  signIn: SignInService;
  sessions: DatabaseSessions;
  clock: () => Date;
  sendPage: SendPage;
};

/** What endpoints of one's own account have in common. */
export const OWN_ACCOUNT = { act: 'session.own', tag: 'people' } as const;

/** A page of one's account, without its body. */
export const accountPage = (status: number, title: string) => ({
  status,
  title: status === 200 ? title : `Error: ${title}`,
  description: 'Your account.',
  robots: 'noindex' as const,
});

/** A form as it was sent, with what is wrong; a problem that names no input stands at `field`. */
export const formOf = (values: Record<string, unknown>, problem: Problem, field: string): FormState => ({
  values,
  mistakes: problem.mistakes.length > 0 ? problem.mistakes : [{ field, message: problem.message }],
});
