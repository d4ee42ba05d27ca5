import '@fontsource-variable/atkinson-hyperlegible-next/wght.css';
import './styles/main.css';

// What every page loads: a few lines, and each island only where a page has it.
if (document.querySelector('asset-map')) void import('./assets/asset-map.ts');
if (document.querySelector('[data-passkey]')) void import('./people/passkeys.ts');
if (document.querySelector('space-finder'))
  void Promise.all([import('./finder/space-finder.ts'), import('./finder/finder-map.ts')]);
if (document.querySelector('shape-editor')) void import('./desk/shape-editor.ts');
if (document.querySelector('week-grid')) void import('./spaces/week-grid.ts');
if (document.querySelector('[data-tonight]')) void import('./running/tonight.ts');
if (document.querySelector('score-sheet')) void import('./benefit-test/score-sheet.ts');
if (document.querySelector('[data-most-bytes]')) void import('./kernel/file-size.ts');
if (document.querySelector('import-progress')) void import('./imports/import-progress.ts');

document.querySelector<HTMLElement>('[data-focus-first]')?.focus();

// On a small screen the results come first: the filters are folded away until wanted.
const filters = document.querySelector<HTMLDetailsElement>('.finder__filters');
if (filters && window.matchMedia('(max-width: 59.99rem)').matches && !document.querySelector('.mistakes'))
  filters.open = false;
