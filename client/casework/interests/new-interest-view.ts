import { html, nothing, type TemplateResult } from 'lit';
import { field, longField, selectField, type FormState } from '../../kernel/form-fields.ts';
import { longDay } from '../../kernel/format.ts';
import { mistakesView } from '../../kernel/mistakes-view.ts';

export type NewInterest = {
  form: FormState;
  place: { id: string; name: string; owner: string; redacted: boolean; by: string };
  groups: readonly { id: string; name: string }[];
  submission: string;
  /** Where whoever looks may register one for somebody else. */
  forOthers: string | null;
};

/** Registering an interest: what somebody would like to do, and no more. */
export function newInterestView({ form, place, groups, submission, forOthers }: NewInterest): TemplateResult {
  return html`<div class="wrap narrow">
    <nav class="crumbs" aria-label="Where you are"><a href="/assets/${place.id}">${place.name}</a></nav>
    <h1>Register an interest, and see it first</h1>${mistakesView(form.mistakes)}
    <p class="lead">${place.owner} tells you by ${longDay(place.by)} what the place is, what it costs to run and what is dangerous there. Then you can see it.</p>
    <p>You need no group and no constitution for this, and it binds you to nothing.${place.redacted ? ' Where the building stands is told to those who come to see it.' : ''}</p>
    ${forOthers ? html`<p><a href="/desk/interests/new?area=${forOthers}&amp;asset=${place.id}">For somebody who rang, wrote or came in</a></p>` : nothing}
    <form class="group-form" method="post" action="/interests" novalidate>
      <input type="hidden" name="asset" value=${place.id} /><input type="hidden" name="submission" value=${submission} />
      ${longField(form, 'idea', 'What would you like to do there?', { rows: 4, hint: 'In a sentence or two. The owner and officers read it, nobody else.' })}
      ${groups.length > 0 ? selectField(form, 'group', 'For which group?', [{ value: '', label: 'None yet' }, ...groups.map(({ id, name }) => ({ value: id, label: name }))]) : nothing}
      ${groups.length > 0 ? nothing : field(form, 'group_name', 'For which group?', { optional: true, hint: 'It need not exist yet: “a few of us from Mill Lane” is fine.' })}
      <button class="button" type="submit">Register the interest</button>
    </form></div>`;
}
