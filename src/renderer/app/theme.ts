import {
  createDarkTheme,
  createLightTheme,
  type BrandVariants,
  type Theme as FluentTheme,
} from '@fluentui/react-components';

/** A deep harbour blue: calm over a whole shift, and far from the red, amber and green that the clocks speak in. */
const brand: BrandVariants = {
  10: '#02060a',
  20: '#0a1a23',
  30: '#0c2a39',
  40: '#0c374b',
  50: '#0c455e',
  60: '#0b5371',
  70: '#0a6285',
  80: '#0b7099',
  90: '#2b80a9',
  100: '#4891b7',
  110: '#62a2c5',
  120: '#7bb3d2',
  130: '#95c4df',
  140: '#afd5ea',
  150: '#cae5f4',
  160: '#e5f3fa',
};

const fontFamilyBase = "'Noto Sans Variable', 'Noto Sans Arabic Variable', system-ui, sans-serif";

export const lightTheme: FluentTheme = { ...createLightTheme(brand), fontFamilyBase };
export const darkTheme: FluentTheme = {
  ...createDarkTheme(brand),
  fontFamilyBase,
  // Fluent's own dark brand text is made for its own blue; these keep 4.5:1 with ours.
  colorBrandForeground1: brand[120],
  colorBrandForeground2: brand[130],
  colorBrandForegroundLink: brand[120],
  colorCompoundBrandForeground1: brand[120],
  colorNeutralForeground2BrandHover: brand[120],
  colorNeutralForeground2BrandSelected: brand[120],
};
