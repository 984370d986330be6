/** Bounds of everything: the same at every moment, so that lists within them are kept. */
export const ALL_TIME = { from: '1990-01-01T00:00:00.000Z', to: '9999-01-01T00:00:00.000Z' };
