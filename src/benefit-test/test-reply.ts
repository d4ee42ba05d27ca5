import type { TestPage } from './test-page-contract.ts';

/** What a program gets of a test: what the page shows to the same person, without ids of other people. */
export function testReply({ test, group, area, path, stored, evidence, scored, mine, both, differences, gates, open, preview }: TestPage) {
  return {
    id: test.id, path: test.path, state: test.state, group, area: area.slug, receivedOn: test.receivedOn, channel: test.channel, dueOn: test.dueOn, improves: test.improvesId, answers: test.answers,
    criteria: { version: stored.set.version, sha256: stored.sha256, ids: path.criteria.map(({ id }) => id) },
    evidence: evidence.map(({ id, number, criterion, words, file }) => ({ id, number, criterion, words, mediaType: file?.mediaType ?? null })),
    scored, mine: mine && { interest: mine.interest, scores: mine.scores, submittedAt: mine.submittedAt },
    sheets: both && both.map(({ name, scores, submittedAt }) => ({ scorer: name, scores, submittedAt })),
    differences: differences.map(({ id, from, large, step, proposal, settled, byName }) => ({
      criterion: id, marks: from, needsModeration: large, yourTurn: step,
      proposal: proposal && { id: proposal.id, mark: proposal.mark, reason: proposal.reason, by: byName }, settled: settled && { mark: settled.mark, reason: settled.reason, how: settled.kind },
    })),
    gates: gates.map(({ gate, answer, note, read }) => ({ id: gate.id, stage: gate.stage, answer, note, readFromGroup: read })), openGates: open.map(({ gate }) => gate.id),
    preview, result: test.result,
  };
}
