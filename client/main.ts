import '@fontsource-variable/atkinson-hyperlegible-next/wght.css';
import './styles/main.css';

// What every page loads: a few lines, and each island only where a page has it.
if (document.querySelector('asset-map')) void import('./register/assets/asset-map-element.ts');
if (document.querySelector('[data-passkey]')) void import('./ground/people/passkey-script.ts');
if (document.querySelector('space-finder'))
  void Promise.all([import('./rooms/finder/space-finder-element.ts'), import('./rooms/finder/finder-map-element.ts')]);
if (document.querySelector('shape-editor')) void import('./register/assets/shape-editor-element.ts');
if (document.querySelector('week-grid')) void import('./rooms/spaces/week-grid-element.ts');
if (document.querySelector('[data-tonight]')) void import('./rooms/running/tonight-script.ts');
if (document.querySelector('score-sheet')) void import('./groups/benefit-test/score-sheet-element.ts');
if (document.querySelector('[data-most-bytes]')) void import('./kernel/file-size.ts');
if (document.querySelector('import-progress')) void import('./register/imports/import-progress-element.ts');
if (document.querySelector('hearing-clock')) void import('./casework/speaking/hearing-clock-element.ts');

document.querySelector<HTMLElement>('[data-focus-first]')?.focus();

// On a small screen the results come first: the filters are folded away until wanted.
const filters = document.querySelector<HTMLDetailsElement>('.finder__filters');
if (filters && window.matchMedia('(max-width: 59.99rem)').matches && !document.querySelector('.mistakes'))
  filters.open = false;
