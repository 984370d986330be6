import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { openStore } from '../../src/store/open-store.ts';
import {
  DATA_DOCUMENTS,
  DATA_SCHEMAS,
  type DataDocumentName,
  dataDocument,
  dataSchema,
} from '../../src/views/data-documents.ts';
import { dataIncidentSchema } from '../../src/views/data-incident.ts';
import { dataLines, dataYears, yearOfFile } from '../../src/views/data-lines.ts';
import { ended, incident, save } from '../store/sample-incident.ts';
import { worldProvider } from '../support/world.ts';

const SITE = 'https://downstream.example';
const providers = [worldProvider('aws', 'AWS', 'cloud')];

describe('dataLines', () => {
  it('gives every incident that began in the year once, newest first, page after page', async () => {
    const store = await openStore('sqlite::memory:');
    const inYear = Array.from({ length: 450 }, (_, index) => {
      const start = new Date(Date.UTC(2025, 0, 1) + index * 3_600_000).toISOString();
      return ended(`aws/${index}`, start, start);
    });
    await save(
      store,
      ...inYear,
      ended('aws/before', '2024-12-31T23:59:59.999Z', '2025-03-01T00:00:00.000Z'),
      ended('aws/after', '2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z'),
    );
    const chunks: string[] = [];
    for await (const chunk of dataLines(store, 2025, { providers, siteUrl: SITE }))
      chunks.push(chunk);
    const lines = chunks.join('').trimEnd().split('\n');
    const read = lines.map((line) => dataIncidentSchema.parse(JSON.parse(line)));
    expect(read.map(({ id }) => id)).toEqual(inYear.map(({ id }) => id).toReversed());
    expect(chunks.length).toBeGreaterThan(2);
    expect(
      dataYears(
        await store.incidentCountsByDay('1970-01-01T00:00:00.000Z', '2200-01-01T00:00:00.000Z'),
      ),
    ).toEqual([
      { year: 2026, count: 1 },
      { year: 2025, count: 450 },
      { year: 2024, count: 1 },
    ]);
    expect((await dataLines(store, 2019, { providers, siteUrl: SITE }).next()).done).toBe(true);
    await store.close();
  });

  it('says where each comes from and whose words it holds', async () => {
    const store = await openStore('sqlite::memory:');
    await save(
      store,
      incident('aws/1', { url: '' }),
      incident('aws/2', { url: 'javascript:alert(1)' }),
    );
    await store.saveArchive([{ ...incident('aws/3'), origin: 'archive' }]);
    const [chunk] = await Array.fromAsync(dataLines(store, 2025, { providers, siteUrl: SITE }));
    const read = (chunk ?? '')
      .trimEnd()
      .split('\n')
      .map((line) => dataIncidentSchema.parse(JSON.parse(line)));
    expect(read.map(({ id, source, textBy }) => [id, source, textBy])).toEqual([
      ['aws/3', 'https://status.example/aws/3', 'downstream'],
      ['aws/2', providers[0]?.statusPage, 'provider'],
      ['aws/1', providers[0]?.statusPage, 'provider'],
    ]);
    await store.close();
  });

  it('knows its files by name', () => {
    expect(yearOfFile('/data/incidents-2025.jsonl')).toBe(2025);
    expect(yearOfFile('/data/incidents-25.jsonl')).toBeNull();
    expect(yearOfFile('/data/incidents-2025.jsonl/x')).toBeNull();
  });
});

describe('dataDocument', () => {
  it('shares only sources that may be shown, and claims no more than they bear', async () => {
    const knowledge = await loadKnowledge();
    for (const name of Object.keys(DATA_DOCUMENTS) as DataDocumentName[]) {
      const document = dataDocument(name, knowledge, SITE);
      expect(document.licence).toBe('CC-BY-4.0');
      expect(document.data.length).toBeGreaterThan(30);
      const text = JSON.stringify(document.data);
      expect(text).not.toContain('"tier":"weak"');
      expect(text).not.toContain('"foundHere":false');
      expect(text).not.toMatch(/"confidence":"confirmed","sources":\[\]/);
    }
  });
});

describe('dataSchema', () => {
  it.each(DATA_SCHEMAS)('%s is a JSON Schema with an address', (name) => {
    const schema = dataSchema(name, SITE);
    expect(schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: `${SITE}/data/schema/${name}.json`,
      type: 'object',
    });
    if (name === 'event') {
      expect(schema.properties).toMatchObject({
        startedAt: { type: 'string', format: 'date-time' },
      });
    }
    expect(Object.keys(schema.properties as object).length).toBeGreaterThan(5);
  });
});
