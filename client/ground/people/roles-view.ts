import { html, type TemplateResult } from 'lit';
import { ACTS, ROLES, ROLE_NAMES } from '../../../src/ground/people/role-contract.ts';

/** The table of who may do what, as the code itself reads it. */
export function rolesView(): TemplateResult {
  const rules: { who: readonly string[]; never?: readonly string[]; words: string }[] = Object.values(ACTS);
  return html`
    <div class="wrap">
      <h1>Who may do what</h1>
      <p class="lead">Rights are held on things: an area, an owner, a place, a group. Nobody has a right everywhere. The site itself asks this very table.</p>
      <h2>What may be done, and by whom</h2>
      <div class="table-scroll" tabindex="0" role="group" aria-label="Acts and roles">
        <table>
          <thead><tr><th scope="col">What</th><th scope="col">Who</th><th scope="col">Never</th></tr></thead>
          <tbody>
            ${rules.map(({ who, never, words }) => html`<tr><th scope="row">${words}</th><td>${who.map(wordsOf).join(', ')}</td><td>${never ? `${never.map(wordsOf).join(', ')} of the same thing` : ''}</td></tr>`)}
          </tbody>
        </table>
      </div>
      <h2>The roles</h2>
      <dl class="facts">
        ${ROLE_NAMES.map((role) => html`<div><dt>${ROLES[role].words}</dt><dd>Held on ${ROLES[role].on.join(' or ')}: ${ROLES[role].meaning}.</dd></div>`)}
      </dl>
    </div>
  `;
}

const OTHERS: Record<string, string> = {
  anyone: 'Anyone',
  signed_in: 'Anyone who is signed in',
  self: 'The person it is about',
};

function wordsOf(role: string): string {
  const known = ROLE_NAMES.find((name) => name === role);
  return known ? ROLES[known].words : (OTHERS[role] ?? role);
}
