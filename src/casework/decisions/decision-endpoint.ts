import type { Request, Response } from 'express';
import { z } from 'zod';
import type { Access, Thing } from '../../ground/people/role-contract.ts';
import { idSchema } from '../../kernel/form-page.ts';
import type { SendPage } from '../../kernel/page.ts';
import type { Paper } from '../../kernel/paper-contract.ts';
import type { CertificateFacts } from '../papers/certificate-contract.ts';
import type { ActingOnProposal } from '../proposals/proposal-act-slot.ts';
import type { AgainForm, PublicProposal } from '../proposals/proposal-page-contract.ts';
import type { DecisionServices } from './decision-services.ts';

/** What the pages of decisions need. */
export type DecisionPagesDeps = {
  decisions: DecisionServices;
  /** The case that is decided. */
  proposals: {
    sentThing(id: string): Promise<Thing>;
    publicly(id: string): Promise<PublicProposal>;
  };
  /** A certificate as a paper, and as data. */
  certificate: { paper(facts: CertificateFacts): Paper; json(facts: CertificateFacts): object };
  access: Access;
  /** Makes the endpoint of a form of the page of a case. */
  acting: ActingOnProposal;
  sendPage: SendPage;
  onError(error: unknown): void;
  /** Shows a case again, with the mistakes of a form. */
  show(req: Request, res: Response, id: string, status: number, again: AgainForm): Promise<void>;
};

export const caseParams = z.object({ id: idSchema });
