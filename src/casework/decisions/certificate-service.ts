import { notFound } from '../../kernel/problem.ts';
import type { ProposalState } from '../proposals/proposal-contract.ts';
import { certificatesOn, type Certificate } from './certificate-store.ts';
import type { CertificateShown } from './decision-page-contract.ts';
import type { DecisionDeps } from './decision-deps.ts';

/** While its case is in one of these, what a certificate says still holds. */
const STANDS: readonly ProposalState[] = ['granted', 'called_in', 'granted_for_good'];

/** Certificates of default grant for everybody: by code, without an account. */
export function certificateReading({ db, proposals, baseUrl }: Pick<DecisionDeps, 'db' | 'proposals' | 'baseUrl'>) {
  return {
    /** @param typed the code as somebody types it, with or without strokes @throws Problem 404 */
    async byCode(typed: string): Promise<CertificateShown> {
      const found = await certificatesOn(db).byCode(codeIn(typed));
      if (!found) throw notFound('certificate');
      return shown(found);
    },
    /** The same where there may be none. */
    async find(typed: string): Promise<CertificateShown | null> {
      const found = await certificatesOn(db).byCode(codeIn(typed));
      return found && shown(found);
    },
  };

  async function shown({ proposalId, facts }: Certificate): Promise<CertificateShown> {
    const proposal = await proposals.byId(db, proposalId);
    if (!proposal) throw notFound('certificate');
    return {
      facts: { ...facts, checkUrl: `${baseUrl}/certificates/${facts.checkCode}` },
      proposalId,
      stage: proposals.stageOf(proposal.state),
      stands: STANDS.includes(proposal.state) && proposal.grantKind === 'by_default',
    };
  }
}

const codeIn = (typed: string): string => typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
