/** English stands in the schemas themselves, `views/api-schemas.ts`. */
export const fieldTexts: Readonly<Record<string, string>> = {};
