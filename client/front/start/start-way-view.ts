import { html, nothing, type TemplateResult } from 'lit';
import type { ChosenPlace, StartShown, Way, WayFound } from '../../../src/front/start/start-contract.ts';
import { wayWords } from '../../../src/front/start/start-words.ts';
import { talkPart } from '../../ground/contacts/contact-card-view.ts';

/** Where the answers lead, what to know of it, and what else there is. */
export function startWayView({
  answers,
  place,
  found: { way, href },
  contact,
}: StartShown & { found: WayFound }): TemplateResult {
  const { title, lead, more, button } = wayWords(way, answers.long, place);
  const talk = talkPart(contact, 'You would rather talk?');
  return html`<h1>${title}</h1>
    <p class="lead">${lead}</p>
    <ul>${more.map((words) => html`<li>${words}</li>`)}</ul>
    <p class="actions"><a class="button" href=${href}>${button}</a>${also(way, place)}</p>
    ${talk === nothing ? nothing : html`<p>${talk}</p>`}`;
}

/** The second way, where there is one. */
function also(way: Way, place: ChosenPlace | null): TemplateResult | typeof nothing {
  const quiet = (href: string, words: string): TemplateResult =>
    html` <a class="button button--quiet" href=${href}>${words}</a>`;
  if (way === 'find_land') return quiet('/enquiries/new', 'Ask whose a place is');
  if (way === 'find_building') return quiet('/spaces', 'Find a room');
  if (way === 'whose' && !place) return quiet('/assets', 'Look whether it is listed');
  if (place && (way === 'short_land' || way === 'in_use')) return quiet(`/assets/${place.id}`, 'See its page');
  if (place && way === 'asked_already')
    return quiet(
      `/assets?area=${place.area.slug}&kind=${place.kind}&state=vacant,under_used`,
      place.kind === 'land' ? 'See other land' : 'See other buildings',
    );
  return nothing;
}
