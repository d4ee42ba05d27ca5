import { html, nothing, type TemplateResult } from 'lit';
import { ACT_NAMES, ACTS, ROLES } from '../../../src/ground/people/role-contract.ts';
import type { MyData } from '../../../src/front/home/my-contract.ts';
import { caseForm } from '../../ground/cases/case-view.ts';
import { longDay, shortDay } from '../../kernel/format.ts';

/** A person's own page: what waits for them, their groups, what they may do. */
export function myView(
  { name, rights, groups, waiting, expecting, below }: MyData,
  needsPasskey: boolean,
): TemplateResult {
  return html`
    <div class="wrap prose">
      <h1>Hello${name ? `, ${name}` : ''}</h1>
      ${needsPasskey ? html`<div class="panel" role="status"><p><strong>What you do as an officer needs a passkey here.</strong> <a href="/account/passkeys">Add one, or use yours.</a></p></div>` : nothing}
      <section>
        <h2>Waiting for you</h2>
        ${
          waiting.length > 0
            ? html`<ul class="to-do">${waiting.map(({ text, href, due, late }) => html`<li><a href=${href}>${text}</a>${due ? html` <span class="hint">${late ? html`<strong>late</strong>, was due by` : 'by'} ${longDay(due)}</span>` : nothing}</li>`)}</ul>`
            : html`<p>Nothing waits for you at the moment.</p>`
        }
      </section>
      ${expecting.length > 0 ? html`<section><h2>What you wait for, and your next dates</h2><ul class="to-do">${expecting.map(({ text, href, due, happens }) => html`<li><a href=${href}>${text}</a>${due ? html` <span class="hint">${happens ? '' : 'by '}${longDay(due)}</span>` : nothing}</li>`)}</ul></section>` : nothing}
      ${rights.length > 0 ? html`<section><h2>What you look after</h2><ul class="rows">${rights.map(rightRow)}</ul></section>` : nothing}
      <section>
        <h2>Your groups</h2>
        ${
          groups.length > 0
            ? html`<ul class="plain-list">${groups.map((group) => html`<li><a href="/groups/${group.id}">${group.name}</a> – ${group.role}</li>`)}</ul>`
            : html`<p>You are in no group yet. To ask for a place, a group needs a page here, and somebody who leads it. It takes two minutes; looking at places needs neither.</p>`
        }
        <p class="actions"><a class=${rights.length > 0 || groups.length > 0 ? 'button button--quiet' : 'button'} href="/groups/new">Make a group</a> <a href="/spaces">Find a room</a> <a href="/assets">Find a place</a></p>
      </section>
      ${below}
      ${caseForm()}
      <p><a href="/calendars">Your dates in your own calendar</a></p>
      <p><a href="/account">Your account, devices and data</a></p>
    </div>
  `;
}

/** So many acts stand open; more fold away. */
const FEW = 4;

/** One right: what it makes somebody, what they can do with it by the table of rights, and where. */
function rightRow({ role, on, endsOn, links }: MyData['rights'][number]): TemplateResult {
  const can = ACT_NAMES.filter((act) => (ACTS[act].who as readonly string[]).includes(role)).map(
    (act) => ACTS[act].words,
  );
  return html`<li class="row"><div>
    <strong>${ROLES[role].words} for ${on}</strong> <span class="hint row__more">${ROLES[role].meaning}${endsOn ? `, until ${shortDay(endsOn)}` : ''}</span>
    ${can.length > 0 ? html`<details class="more" ?open=${can.length <= FEW}><summary>What you can do here</summary><ul>${can.map((words) => html`<li>${words}</li>`)}</ul></details>` : nothing}
    <p class="actions">${links.map(({ href, label }) => html`<a href=${href}>${label}</a> `)}</p>
  </div></li>`;
}
