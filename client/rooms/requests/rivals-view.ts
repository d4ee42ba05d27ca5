import { html, type TemplateResult } from 'lit';
import type { RivalRule } from '../../../src/rooms/requests/draw-contract.ts';

/** Who goes first of several groups that want the same dates, in the order in which it is looked at. */
export function rivalsView(rules: readonly RivalRule[]): TemplateResult {
  return html`
    <div class="wrap prose">
      <nav class="crumbs" aria-label="Where you are"><a href="/how-decisions-are-made">How decisions are made</a></nav>
      <h1>When several groups want the same dates</h1>
      <p class="lead">An owner’s yes lets the room go. Who of several gets it is decided by a rule that is the same for everybody, so that the best-written answer does not win for ever.</p>
      <ol>
        <li><strong>A pass goes first.</strong> Groups that have passed the <a href="/how-decisions-are-made?path=room">community benefit test</a> go before those that have not. Those that have not are treated as equal.</li>
        <li><strong>Then benefit.</strong> Only the questions about what good a use does are compared, not how well a group is organised or writes. <a href="/how-decisions-are-made?path=room">The area’s test</a> marks which these are. The best result leads, and whoever is less than a few points below it counts as equally good: ${rules.map(({ area, tie }, at) => html`${at > 0 ? ', ' : ''}${tie} points of 100 in ${area.name}`)}. It is compared in whole numbers, without rounding.</li>
        <li><strong>Then who has had less.</strong> Of those that are equally good, whoever has had fewer hours in rooms of the same owner in the last 12 months goes first. Dates count that were certain and have begun, also where nobody came. Dates that were given up do not.</li>
        <li><strong>Then a draw.</strong> Its seed comes from the record of everything that has happened, as it was at the beginning of the month in which the first of the groups asked. Nobody can steer it, and anybody can check it: <a href="/draws">see every draw</a>.</li>
      </ol>
      <p>When more than two groups want the same dates, the first is found in this way, then the next among those that are left. Whoever cannot have the dates goes on to the next room of its request at once. All of it stands with the requests, with the numbers, for the groups and for the owner.</p>
      <p>A room that is let at once goes to whoever takes it. Where others have asked for the dates before and wait for an answer, this rule decides; nobody has a trial date against them.</p>
    </div>
  `;
}
