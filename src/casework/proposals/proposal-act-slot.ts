import type { z } from 'zod';
import type { ActName, Who } from '../../ground/people/role-contract.ts';
import type { Endpoint, Shape } from '../../kernel/endpoint.ts';

/** What somebody does with a proposal by one form of its page. */
export type ActOfForm<B extends Shape> = {
  /** The last part of the address, and the name of the form. */
  of: string;
  act: ActName;
  summary: string;
  body: B;
  /** What is said on the page after it. */
  done: string;
  run(who: Who, id: string, body: z.infer<B>): Promise<unknown>;
};
/** Makes the endpoint of such a form: it leads back to the page, or shows it again with what was typed. */
export type ActingOnProposal = <B extends Shape>(of: ActOfForm<B>) => Endpoint;
