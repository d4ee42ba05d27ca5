import { html, nothing, type TemplateResult } from 'lit';
import type { KeptNeed, KeptNeeds, WithoutMail } from '../../../src/rooms/finder/need-contract.ts';
import { checkField, radioField, selectField, type FormState } from '../../kernel/form-fields.ts';
import { counted, shortDay } from '../../kernel/format.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';

type Area = { slug: string; name: string };
export type DeskNeedsData = {
  area: Area;
  kept: KeptNeeds;
  /** What is to be kept, where an officer comes from the finder. */
  wish: { address: string; says: string } | null;
  groups: readonly WithoutMail[];
  form: FormState;
  done: string | null;
};

const HOW = { letter: 'By letter', phone: 'We ring them' } as const;

/** Rooms that groups without e-mail wait for: kept by an officer, told by letter or on the telephone. */
export function deskNeedsView({ area, kept, wish, groups, form, done }: DeskNeedsData): TemplateResult {
  return html`<div class="wrap desk-page">
    <nav class="crumbs" aria-label="Where you are"><a href="/desk?area=${area.slug}">Desk of ${area.name}</a></nav>
    <h1>Rooms that groups without e-mail wait for</h1>
    ${done ? html`<p class="done" role="status">${done}</p>` : nothing} ${mistakesView(form.mistakes)}
    ${wish ? keepForm(area, wish, groups, form) : html`<p class="lead">To keep one, <a href="/spaces?area=${area.slug}">look for the room</a> with the group and choose “Keep it for a group without e-mail” below the rooms.</p>`}
    ${kept.toRing.length === 0 ? nothing : html`<section class="edit-part"><h2>To ring: a room has opened</h2><ul class="to-ring">${kept.toRing.map((one) => ringPart(area, one))}</ul></section>`}
    <section class="edit-part"><h2>Waiting</h2>
      ${kept.waiting.length === 0 ? html`<p class="empty">Nobody waits.</p>` : html`<ul class="rows">${kept.waiting.map((one) => waitingRow(area, one))}</ul>`}
    </section>
  </div>`;
}

function keepForm(
  area: Area,
  { address, says }: NonNullable<DeskNeedsData['wish']>,
  groups: readonly WithoutMail[],
  form: FormState,
): TemplateResult {
  return html`<section class="panel"><h2>Keep this</h2><p>${says}</p>
    ${
      groups.length === 0
        ? html`<p>Every group in ${area.name} has somebody with e-mail, who can save it. A group without is <a href="/desk/groups/new?area=${area.slug}">registered first</a>.</p>`
        : html`<form method="post" action="/desk/needs?area=${area.slug}" novalidate>
      <input type="hidden" name="wish" value=${address} /><input type="hidden" name="submission" value=${String(form.values['submission'] ?? '')} />
      ${selectField(form, 'group', 'For which group?', [{ value: '', label: 'Choose' }, ...groups.map(({ groupId, name, lead }) => ({ value: groupId, label: `${name}, led by ${lead}` }))])}
      ${radioField(
        form,
        'tell_by',
        'How are they told?',
        Object.entries(HOW).map(([value, label]) => ({ value, label })),
      )}
      ${checkField(form, 'agrees', 'They agree that we keep what they look for. Owners see only how many people look for something alike.')}
      <button class="button" type="submit">Keep it</button>
    </form>`
    }</section>`;
}

function ringPart({ slug }: Area, { id, groupId, group, lead, telephone, toSay, wish }: KeptNeed): TemplateResult {
  const [says, ...rooms] = toSay ?? [];
  return html`<li class="panel">
    <h3 class="h-small"><a href="/groups/${groupId}">${group}</a></h3>
    <p>Led by ${lead}: ${telephone ? html`<a href="tel:${telephone.replace(/[^+\d]/g, '')}">${telephone}</a>` : 'no telephone number is known'}.</p>
    <p>They look for: ${says}</p>
    <ul>${rooms.map((line) => html`<li>${line}</li>`)}</ul>
    <p><a href="/spaces?${wish}">See the rooms</a></p>
    <form method="post" action="/desk/needs/${id}/rung?area=${slug}"><button class="button" type="submit">I have told them<span class="visually-hidden">: ${group}</span></button></form>
  </li>`;
}

const waitingRow = ({ slug }: Area, one: KeptNeeds['waiting'][number]): TemplateResult =>
  html`<li class="row"><div><a href="/groups/${one.groupId}">${one.group}</a>: <a href="/spaces?${one.wish}">${one.says}</a>
    <span class="hint row__more">${HOW[one.tellBy]}, until ${shortDay(one.endsOn)}.</span>
    <form method="post" action="/desk/needs/${one.id}/end?area=${slug}"><button class="button button--quiet button--small" type="submit">Forget this<span class="visually-hidden">: ${one.group}</span></button></form></div></li>`;

/** On the desk: how many groups there are to ring about a room. */
export const needsCard = ({ slug }: Area, toRing: number): TemplateResult | typeof nothing =>
  toRing === 0
    ? nothing
    : html`<section class="desk-card desk-card--late"><h2>A room has opened</h2><p>${counted(toRing, 'group')} without e-mail to ring.</p><p><a href="/desk/needs?area=${slug}">Whom to ring</a></p></section>`;
