import { describe, expect, it } from 'vitest';
import { fieldTexts } from '../../src/i18n/de/field-texts.ts';
import { API_OPERATIONS } from '../../src/views/api-operations.ts';
import { schemaFields } from '../../src/views/schema-fields.ts';

describe('the keys of an answer', () => {
  it('are told in both languages, none in English on a German page', () => {
    const told = API_OPERATIONS.flatMap(({ answer }) => schemaFields(answer, 'en'));
    const texts = new Set(told.map(({ text }) => text).filter((text) => text !== ''));
    expect(new Set(Object.keys(fieldTexts))).toEqual(texts);
    const german = API_OPERATIONS.flatMap(({ answer }) => schemaFields(answer, 'de'));
    expect(german.filter(({ text }) => texts.has(text) && text !== '')).toEqual([]);
  });

  it('keep their names and types in every language', () => {
    const [status] = schemaFields('ProviderList', 'de').filter((one) => one.name.endsWith('.id'));
    expect(status).toMatchObject({ name: 'data[].id', type: 'string' });
  });
});
