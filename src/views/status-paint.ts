import type { ProviderStatus } from '../model/status.ts';

/** A theme of drawings that stand outside our pages; the values of styles/tokens.css. */
export interface Paint {
  paper: string;
  ink: string;
  soft: string;
  edge: string;
  rule: string;
  status: Readonly<Record<ProviderStatus, string>>;
}

export const PAINTS = {
  light: {
    paper: '#fcfbf7',
    ink: '#16161a',
    soft: '#45454b',
    edge: '#87857c',
    rule: '#d3d0c5',
    status: {
      operational: '#00735a',
      degraded_performance: '#ad7800',
      partial_outage: '#c04800',
      major_outage: '#a3140a',
      under_maintenance: '#0b5aa3',
      unknown: '#56565c',
    },
  },
  dark: {
    paper: '#111110',
    ink: '#f0ede5',
    soft: '#c2bfb6',
    edge: '#7c7a72',
    rule: '#393834',
    status: {
      operational: '#3fc6a0',
      degraded_performance: '#f2c14a',
      partial_outage: '#f7934c',
      major_outage: '#f4553e',
      under_maintenance: '#74b8f5',
      unknown: '#aaa79e',
    },
  },
} as const satisfies Record<'light' | 'dark', Paint>;

/** Shape of a state around the origin, 12 units wide; the colour only repeats it. */
export const STATUS_SHAPES: Readonly<Record<ProviderStatus, string>> = {
  operational: 'M4.6 0A4.6 4.6 0 1 1-4.6 0 4.6 4.6 0 1 1 4.6 0z',
  degraded_performance: 'M0-5.2 5.6 4.6H-5.6z',
  partial_outage: 'M0-6 6 0 0 6-6 0z',
  major_outage: 'M-5-5H5V5H-5z',
  under_maintenance: 'M-5-5H5V5H-5zM-3.6 0v3.6h7.2V0z',
  unknown: 'M4.8 0A4.8 4.8 0 1 1-4.8 0 4.8 4.8 0 1 1 4.8 0z',
};
