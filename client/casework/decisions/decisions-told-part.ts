import { html, nothing, type TemplateResult } from 'lit';
import type { DecisionsShown, PublicGround } from '../../../src/casework/decisions/decision-page-contract.ts';
import { GROUND_STATE_WORDS, GROUND_WORDS } from '../../../src/casework/decisions/ground-words.ts';
import { warningWords } from '../../../src/casework/decisions/decision-words.ts';
import { longDay, shortDay } from '../../kernel/format.ts';

/** What everybody reads of the decisions of a case: grounds, warnings, who called it in, the certificate, the record. */
export function decisionsToldPart(data: DecisionsShown): TemplateResult | typeof nothing {
  const { told, shown } = data;
  const { id, decidedOn } = shown.proposal;
  const recorded = told.decisions.length > 0 || decidedOn !== null;
  return html`
    ${
      told.certificate
        ? html`<section aria-labelledby="certificate-heading"><h2 id="certificate-heading">Certificate of default grant</h2>
      <p><a href="/certificates/${told.certificate.code}">The certificate</a>, with what led to it. Anybody can <a href="/check">check it</a> with the code ${told.certificate.code}.</p></section>`
        : nothing
    }
    ${recorded ? html`<p><a href="/proposals/${id}/decision">The decision record: reasons, what else was considered, papers</a></p>` : nothing}
    ${groundsPart(data)} ${callInPart(data)} ${warningsPart(data)}
  `;
}

function groundsPart({ told: { grounds }, shown, may }: DecisionsShown): TemplateResult | typeof nothing {
  if (grounds.length === 0) return nothing;
  return html`<section aria-labelledby="grounds-heading"><h2 id="grounds-heading">Grounds that the owner has shown</h2>
    <ul class="plain-list">${grounds.map(
      (ground) => html`<li>${groundPart(ground)}
      ${may.readPapers && ground.hasPaper ? html`<p><a href="/proposals/${shown.proposal.id}/grounds/${ground.id}/paper">Its paper</a></p>` : nothing}</li>`,
    )}</ul></section>`;
}

export function groundPart(ground: PublicGround): TemplateResult {
  const { statement, evidence, author, dated, state, why, filedOn, proven, shorterFrom, shorterUntil } = ground;
  return html`<h3 class="h-small">${ground.ground}: ${GROUND_WORDS[ground.ground].name}</h3>
    <p>${statement}</p>
    <p class="hint">Shown on ${shortDay(filedOn)}${proven ? ', as was proved later' : ''}. Evidence: ${evidence}, of ${shortDay(dated)}${author ? `, by ${author}` : ''}. ${particularsOf(ground)}</p>
    ${shorterFrom && shorterUntil ? html`<p>Offered instead: ${shortDay(shorterFrom)} to ${shortDay(shorterUntil)}.</p>` : nothing}
    <p><strong>${GROUND_STATE_WORDS[state]}</strong>${why ? html` ${why}` : nothing}</p>`;
}

function particularsOf({ law, authority, budget, otherFrom, gate, otherCase, costPounds }: PublicGround): string {
  return [
    law,
    authority && `Decided by ${authority}.`,
    budget && `Paid by ${budget}.`,
    otherFrom && `From ${longDay(otherFrom)}.`,
    gate && `Gate ${gate}.`,
    otherCase && `Case ${otherCase}.`,
    costPounds === null ? '' : `£${costPounds.toLocaleString('en-GB')} a year.`,
  ]
    .filter((words) => words)
    .join(' ');
}

function callInPart({ told: { callIns } }: DecisionsShown): TemplateResult | typeof nothing {
  if (callIns.length === 0) return nothing;
  return html`<section aria-labelledby="call-in-heading"><h2 id="call-in-heading">Councillors who want it heard</h2>
    <ul>${callIns.map(({ reason, askedOn }) => html`<li>${reason} <span class="hint">${shortDay(askedOn)}</span></li>`)}</ul>
    ${callIns.length === 1 ? html`<p class="hint">It takes two.</p>` : nothing}</section>`;
}

function warningsPart({ told: { warnings } }: DecisionsShown): TemplateResult | typeof nothing {
  if (warnings.length === 0) return nothing;
  return html`<section aria-labelledby="warnings-heading"><h2 id="warnings-heading">Warnings to the owner</h2>
    <ul>${warnings.map((warning) => html`<li>${warningWords(warning)}</li>`)}</ul></section>`;
}
