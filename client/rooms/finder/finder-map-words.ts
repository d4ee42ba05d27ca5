export const FINDER_MAP_WORDS = {
  label: 'Map of the rooms, with the numbers of the list',
  howTo: 'Arrow keys move the map, plus and minus zoom. The list below has the same rooms, with the same numbers.',
  noScripts: 'The map needs JavaScript. The list has the same rooms, with the same numbers.',
} as const;
