import type { Palette, PaletteName } from './palette-paint.ts';

/** How a name is set: towns upright, water and green spaces in sloping serif, as on printed maps. */
export const LABEL_STYLES = ['town', 'district', 'place', 'water', 'green', 'building', 'station', 'road'] as const;
export type LabelStyle = (typeof LABEL_STYLES)[number];

export type Setting = {
  font: string;
  colour: PaletteName;
  size: number;
  /** Pixels between letters. */
  spacing: number;
  capitals: boolean;
};

type Rule = {
  size: number;
  grow: number;
  weight: number;
  serif: boolean;
  italic: boolean;
  colour: PaletteName;
  spacing: number;
  capitals: boolean;
};

/** `size` holds at zoom 14; `grow` is added for each zoom beyond it, within reason. */
const RULES: Record<LabelStyle, Rule> = {
  town: { size: 22, grow: 2, weight: 600, serif: true, italic: false, colour: 'label', spacing: 3, capitals: true },
  district: {
    size: 13,
    grow: 1,
    weight: 600,
    serif: false,
    italic: false,
    colour: 'label',
    spacing: 1.6,
    capitals: true,
  },
  place: {
    size: 13,
    grow: 0.5,
    weight: 500,
    serif: false,
    italic: false,
    colour: 'label',
    spacing: 0,
    capitals: false,
  },
  water: {
    size: 15,
    grow: 1,
    weight: 400,
    serif: true,
    italic: true,
    colour: 'label-water',
    spacing: 1,
    capitals: false,
  },
  green: {
    size: 13,
    grow: 0.5,
    weight: 400,
    serif: true,
    italic: true,
    colour: 'label-green',
    spacing: 0,
    capitals: false,
  },
  building: {
    size: 12,
    grow: 0.4,
    weight: 400,
    serif: false,
    italic: false,
    colour: 'label-soft',
    spacing: 0,
    capitals: false,
  },
  station: {
    size: 12.5,
    grow: 0.3,
    weight: 600,
    serif: false,
    italic: false,
    colour: 'label',
    spacing: 0,
    capitals: false,
  },
  road: {
    size: 11.5,
    grow: 0.6,
    weight: 450,
    serif: false,
    italic: false,
    colour: 'label-soft',
    spacing: 0.2,
    capitals: false,
  },
};

/** The setting of a style at a zoom; important names (rank 1) stand larger than minor ones. */
export function settingOf(style: LabelStyle, rank: number, zoom: number, palette: Palette): Setting {
  const rule = RULES[style];
  const byZoom = Math.max(-4, Math.min(4, zoom - 14)) * rule.grow;
  const byRank = style === 'water' && rank <= 2 ? 5 : style === 'district' && rank === 2 ? 2 : 0;
  const size = Math.round((rule.size + byZoom + byRank) * 2) / 2;
  const family = rule.serif ? palette.fontWater : palette.font;
  const slope = rule.italic ? 'italic ' : '';
  const spacing = style === 'water' && rank <= 2 ? 3 : rule.spacing;
  return {
    font: `${slope}${rule.weight} ${size}px ${family}`,
    colour: rule.colour,
    size,
    spacing,
    capitals: rule.capitals,
  };
}
