import { html } from 'lit';

/** A street by the sea: a hall with its door open, a closed shop, a plot with flowers. Drawn with the page's own colours. */
export const homePicture = html`<svg class="home-picture" viewBox="0 0 640 420" focusable="false">
  <rect class="sky" width="640" height="420" rx="18" />
  <circle class="sun" cx="508" cy="96" r="44" />
  <path class="far" d="M0 232c70-40 128-44 196-18s138 20 206-10 158-30 238 6v90H0z" />
  <path class="sea" d="M0 268c80-14 150 8 226 2s142-20 214-8 136 6 200-4v64H0z" />
  <path class="wave" d="M30 290c14-7 28-7 42 0s28 7 42 0M470 284c14-7 28-7 42 0s28 7 42 0" />
  <path class="ground" d="M0 318h640v84a18 18 0 0 1-18 18H18a18 18 0 0 1-18-18z" />
  <g><path class="wall wall--a" d="M66 200h172v150H66z" /><path class="roof" d="M52 204 152 134l100 70z" /><path class="line" d="M152 134v-26m0 0h26l-7 8 7 8h-26" />
    <path class="glass" d="M90 228h34v40H90zM180 228h34v40h-34z" /><path class="door-dark" d="M128 350v-72a24 24 0 0 1 48 0v72z" /><path class="door" d="m128 350-22 12v-74l22-10z" />
    <path class="glow" d="M128 350h48l26 34h-98z" /></g>
  <g><path class="wall wall--b" d="M262 176h138v174H262z" /><path class="cornice" d="M254 168h154v14H254z" /><path class="glass" d="M282 200h26v36h-26zM354 200h26v36h-26zM318 200h26v36h-26z" />
    <path class="awning" d="M262 258h138v20c-9 9-19 9-28 0-9 9-18 9-27 0-9 9-19 9-28 0-9 9-18 9-27 0-9 9-19 9-28 0z" /><path class="board" d="M276 290h70v60h-70z" /><path class="board-line" d="M276 306h70M276 322h70M276 338h70" /><path class="door-dark" d="M358 290h30v60h-30z" /></g>
  <g><path class="soil" d="M420 350h196v22H420z" /><path class="fence" d="M416 318h204M416 334h204M424 308v44M452 308v44M480 308v44M508 308v44M536 308v44M564 308v44M592 308v44M618 308v44" />
    <path class="stem" d="M438 350v-34M466 350v-48M494 350v-30M522 350v-52M550 350v-36M578 350v-46M604 350v-30" />
    <g class="bloom"><circle cx="438" cy="312" r="9" /><circle cx="494" cy="316" r="8" /><circle cx="550" cy="310" r="9" /><circle cx="604" cy="316" r="8" /></g>
    <g class="bloom bloom--b"><circle cx="466" cy="298" r="11" /><circle cx="522" cy="294" r="12" /><circle cx="578" cy="300" r="11" /></g></g>
  <g><circle class="skin" cx="224" cy="318" r="9" /><path class="coat" d="M212 366v-26c0-8 5-12 12-12s12 4 12 12v26z" /><circle class="skin" cx="250" cy="326" r="7" /><path class="coat coat--b" d="M241 366v-20c0-7 4-10 9-10s9 3 9 10v20z" /></g>
</svg>`;
