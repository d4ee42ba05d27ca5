import type { Db } from '../../kernel/database.ts';
import type { Day } from '../../kernel/recurrence-contract.ts';
import type { CertificateFacts } from '../papers/certificate-contract.ts';

/** What is kept of a certificate; where it can be checked is said when it is read. */
export type KeptFacts = Omit<CertificateFacts, 'checkUrl'>;
export type Certificate = {
  id: string;
  proposalId: string;
  code: string;
  dueOn: Day;
  madeAt: string;
  facts: KeptFacts;
};
type Row = { id: string; proposal_id: string; code: string; due_on: Day; made_at: string; facts: string };

/** Certificates of default grant. A case has one at most, and none ever changes. */
export function certificatesOn(db: Db) {
  const one = async (where: Partial<Row>): Promise<Certificate | null> => {
    const row: Row | undefined = await db('proposal_certificates').where(where).first();
    return row
      ? {
          id: row.id,
          proposalId: row.proposal_id,
          code: row.code,
          dueOn: row.due_on,
          madeAt: row.made_at,
          // Those that were made before a clock could stand still say nothing of it.
          facts: { pauses: [], ...(JSON.parse(row.facts) as Omit<KeptFacts, 'pauses'>) },
        }
      : null;
  };
  return {
    byCode: (code: string) => one({ code }),
    ofProposal: (proposalId: string) => one({ proposal_id: proposalId }),
    /** Twice for one case is once. */
    async add({ id, proposalId, code, dueOn, madeAt, facts }: Certificate): Promise<void> {
      await db('proposal_certificates')
        .insert({ id, proposal_id: proposalId, code, due_on: dueOn, made_at: madeAt, facts: JSON.stringify(facts) })
        .onConflict('proposal_id')
        .ignore();
    },
  };
}
