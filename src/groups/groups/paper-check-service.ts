import type { PaperDeps } from './paper-adding-service.ts';
import type { Who } from '../../ground/people/role-contract.ts';
import type { Check } from './document-contract.ts';
import { lockedGroup } from './invitation-service.ts';
import { documentsOn } from './document-store.ts';
import { notFound, conflict } from '../../kernel/problem.ts';
import { documentCheckedMail } from './group-mail-words.ts';
import { outsideName, type GroupPerson } from './group-contract.ts';

/** Says whether a paper is in order. Whoever brought it in for themselves does not: the table of rights sees to the group's people. */
export async function checkPaper(
  { inOneTransaction, people, clock, baseUrl, post }: PaperDeps,
  who: Who,
  groupId: string,
  documentId: string,
  check: Check,
): Promise<void> {
  await inOneTransaction(async (unit) => {
    const group = await lockedGroup(groupId, unit.trx);
    const documents = documentsOn(unit.trx);
    const document = await documents.byId(documentId, groupId);
    if (!document) throw notFound('paper');
    const everybody = await people.inGroup(unit.trx, groupId);
    if (check.outcome === 'accepted' && document.state === 'waiting')
      await documents.supersede(groupId, document.kind, ['accepted', 'not_accepted'], clock());
    if (!(await documents.check(documentId, check, who.personId, clock())))
      throw conflict(
        'This paper has been checked already, or the group has sent a newer one. Look at the group’s page.',
      );
    unit.record({
      kind: `document_${check.outcome}`,
      areaId: group.areaId,
      subjectKind: 'group',
      subjectId: groupId,
      actor: who.personId,
      reason: check.outcome === 'accepted' ? null : check.reason,
      before: 'waiting',
      after: { documentId, documentKind: document.kind },
    });
    const mail = documentCheckedMail(
      document.kind,
      outsideName(group),
      check.outcome === 'accepted' ? null : check.reason,
      `${baseUrl}/groups/${groupId}`,
    );
    for (const person of signers(everybody)) await post(unit, group, person, mail);
  });
}

/** Who is told about papers: those who sign for the group. */
export const signers = (everybody: readonly GroupPerson[]): GroupPerson[] =>
  everybody.filter(({ role }) => role !== 'group_member');
