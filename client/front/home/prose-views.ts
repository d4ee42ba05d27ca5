import { html, type TemplateResult } from 'lit';
import type { KeptLine } from '../../../src/ground/retention/retention-contract.ts';
import { retentionView } from '../../ground/retention/retention-view.ts';

type Prose = { title: string; description: string; body: TemplateResult };

export const aboutView: Prose = {
  title: 'About',
  description: 'What Meantime is for, what "meanwhile use" means, and how places get on the register.',
  body: html`
    <div class="wrap prose">
      <h1>About Meantime</h1>
      <p class="lead">Public bodies own land, buildings and rooms that stand empty or are hardly used. Community groups look for places. Meantime brings the two together.</p>
      <h2>What “meanwhile use” means</h2>
      <p>A group uses a place for a time, while nothing else is planned for it. When the owner’s own plans are ready, the group hands it back. A verge becomes a flower bed, a closed library becomes a workshop, a health centre’s room is a self-help group’s on Tuesday evenings.</p>
      <h2>The idea behind it</h2>
      <p>If a community group can show community benefit in using a public place that is empty or under-used, it is for the owner to open it up, or to prove a good reason why not.</p>
      <h2>How a place gets on the register</h2>
      <p>Councils must publish a list of the land and buildings they own (Local government transparency code 2015). We read those lists, put each place on the map, and keep what happens to it. Other public bodies can add theirs.</p>
      <h2>What you see, and what you do not</h2>
      <p>Land, and buildings that are in use, are shown exactly. An empty building is shown only roughly, because empty buildings attract break-ins: we say which ward or postcode district it is in, and nothing that gives it away.</p>
      <h2>Is something wrong?</h2>
      <p>The register is only as good as the owners’ lists. Each page says when somebody last checked, and who. If a place is not empty any more, tell its owner: the page gives the name and the reference.</p>
    </div>
  `,
};

export const accessibilityView: Prose = {
  title: 'Accessibility',
  description: 'What we do so that everybody can use Meantime, and where we fall short.',
  body: html`
    <div class="wrap prose">
      <h1>Accessibility</h1>
      <p class="lead">We want everybody to be able to use this site alone: with a keyboard, with large text, with a screen reader, on a small phone, without JavaScript.</p>
      <h2>How far we are</h2>
      <p>We aim at the Web Content Accessibility Guidelines (WCAG) 2.2, level AA. Every page is checked by a program (axe) whenever we change something, and the main journeys are gone through with the keyboard alone. A program finds only some problems. Nobody from outside has audited the site yet.</p>
      <h2>What you can do here</h2>
      <ul>
        <li>Do everything without the map: the list has the same places and the same facts.</li>
        <li>Move the map with the arrow keys and zoom with plus and minus. Next to it is a list of the places in view.</li>
        <li>Enlarge the page to 400 %. It rearranges itself, and nothing needs scrolling sideways except wide tables.</li>
        <li>Read everything without JavaScript.</li>
        <li>Choose dark colours or less movement in your own settings; we follow them.</li>
      </ul>
      <h2>What does not work well yet</h2>
      <ul>
        <li>The drawing of the map itself cannot be read by a screen reader. The list beside it says what it shows.</li>
        <li>Descriptions and pictures come from owners; some are short or missing.</li>
        <li>The site is in English only.</li>
      </ul>
      <h2>If you cannot use something</h2>
      <p>Tell the council that runs this site, in any way that suits you. If you are not content with its answer, the Equality Advisory and Support Service can advise you.</p>
      <p>This statement was written on 20 November 2026.</p>
    </div>
  `,
};

/** How we treat what we know of people. @param kept how long we keep what */
export const privacyView = (kept: readonly KeptLine[]): Prose => ({
  title: 'Privacy',
  description: 'What this site knows about you while you read it: almost nothing.',
  body: html`
    <div class="wrap prose">
      <h1>Privacy</h1>
      <p class="lead">You can read everything here without an account. While you do, we keep almost nothing about you.</p>
      <h2>What we do not do</h2>
      <ul>
        <li>We set no cookies while you only read. Signing in sets one, which keeps you signed in and does nothing else.</li>
        <li>Whoever opens a building has tonight’s list kept on their device, to read it without a signal: for two days at most, and until they sign out there.</li>
        <li>We do not measure you, and no company does it for us.</li>
        <li>When you look for a postcode or a ward, we look it up in our own data. Nobody else learns what you look for.</li>
        <li>Your position is used only when you press “Show my position”, only in your own browser, and is not sent to us.</li>
      </ul>
      <h2>What we do keep</h2>
      <p>The server writes down which page was asked for, when, and whether it worked, so that faults can be found. It leaves out what you searched for.</p>
      <h2>When you have an account</h2>
      <p>We keep your name, your address for mail and what you do here. On <a href="/account">your account’s page</a> you can read and take with you everything we have about you, change it, and delete your account.</p>
      <h2>How long we keep what</h2>
      ${retentionView(kept)}
      <p>The record of what was done stays, because public bodies must be able to show how a decision came about. When you delete your account, a number stands there in place of your name.</p>
      <h2>Map pictures</h2>
      <p>Where an area has no drawn map of its own, the background of the map comes from OpenStreetMap or another map server that the council chose. That server sees your network address and the part of the map you look at, as with any picture on another site. The list works without it.</p>
      <h2>What is public about places</h2>
      <p>The register is about land and buildings, not about people. Names, telephone numbers and e-mail addresses in owners’ lists are not taken over. Empty buildings are shown only roughly.</p>
    </div>
  `,
});
