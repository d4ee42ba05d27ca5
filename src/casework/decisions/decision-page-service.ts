import { notFound } from '../../kernel/problem.ts';
import type { ProposalShown } from '../proposals/proposal-page-contract.ts';
import { certificatesOn } from './certificate-store.ts';
import type { DecisionDeps } from './decision-deps.ts';
import type { DecisionsShown, DecisionsTold } from './decision-page-contract.ts';
import { decisionsOn } from './decision-store.ts';
import { groundsOn } from './ground-store.ts';
import { mayDecide } from './may-decide-rules.ts';
import { warningsTold } from './warning-service.ts';

/** What there is to see of the decisions of a case: for everybody, and for whoever has something to do. */
export function decisionPages(deps: DecisionDeps) {
  const { db, steps, files, mailStates } = deps;
  return { told, shownTo, openPaper };

  async function told(proposalId: string): Promise<DecisionsTold> {
    return (await read(proposalId)).said;
  }

  /** What everybody is told, with the rows behind it that not everybody sees. */
  async function read(proposalId: string) {
    const store = decisionsOn(db);
    const corrections = await store.correctionsOf(proposalId);
    const certificate = await certificatesOn(db).ofProposal(proposalId);
    const review = await store.reviewOf(proposalId);
    const grounds = await groundsOn(db).of(proposalId);
    const callIns = await store.callInsOf(proposalId);
    const said: DecisionsTold = {
      grounds: grounds.map(
        ({
          filedBy: _filed,
          decidedBy: _decided,
          submission: _sent,
          proposalId: _of,
          file,
          author: _author,
          ...ground
        }) => ({
          ...ground,
          author: '',
          hasPaper: file !== null,
        }),
      ),
      decisions: (await store.of(proposalId)).map(
        ({ signedBy: _by, submission: _sent, proposalId: _of, ...decision }) => ({
          ...decision,
          corrections: corrections
            .filter(({ decisionId }) => decisionId === decision.id)
            .map(({ id, words, substance, correctedOn }) => ({ id, words, substance, correctedOn })),
        }),
      ),
      warnings: await warningsTold(db, proposalId, mailStates),
      callIns: callIns.map(({ reason, askedOn }) => ({ reason, askedOn })),
      certificate: certificate && { code: certificate.facts.checkCode, finalOn: certificate.facts.finalOn },
      reviewAsked: review?.askedOn ?? null,
    };
    return { said, grounds, callIns, review };
  }

  async function shownTo(shown: ProposalShown): Promise<DecisionsShown> {
    const { id } = shown.proposal;
    const { kept, counting } = shown.behind;
    const { said, grounds, callIns, review } = await read(id);
    const calledIn = callIns.some(({ councillorId }) => councillorId === shown.who?.personId);
    const authors = new Map(grounds.map((ground) => [ground.id, ground.author]));
    const may = mayDecide(shown, kept, { told: said, calledIn, counting, steps });
    return {
      shown,
      told: may.readPapers
        ? { ...said, grounds: said.grounds.map((ground) => ({ ...ground, author: authors.get(ground.id) ?? '' })) }
        : said,
      may,
      reviewReason: may.readPapers ? (review?.reason ?? null) : null,
      terms: {
        extensionDays: counting.terms.proposal_extension_wd,
        costPounds: counting.terms.ground_cost_pounds,
      },
    };
  }

  /** The paper that shows a ground. @throws Problem 404 */
  async function openPaper(
    proposalId: string,
    groundId: string,
  ): Promise<{ path: string; mediaType: string; name: string }> {
    const ground = (await groundsOn(db).of(proposalId)).find(({ id }) => id === groundId);
    if (!ground?.file) throw notFound('paper');
    const { name, mediaType } = ground.file;
    return {
      path: files.pathOf(name),
      mediaType,
      name: `ground-${ground.ground}-${ground.filedOn}.${files.endingOf(mediaType)}`,
    };
  }
}
