import { describe, expect, it } from 'vitest';
import { readNativeComponents } from '../../src/adapters/incident-io-native.ts';
import { INCIDENT_IO_DOCUMENT } from '../../src/adapters/incident-io-wire.ts';
import { createWordReader } from '../../src/adapters/read/words.ts';

const LISTS = { affected_components: [], ongoing_incidents: [], scheduled_maintenances: [] };

describe('readNativeComponents', () => {
  const leaf = (component_id: string, hidden = false) => ({
    component_id,
    name: ` ${component_id} `,
    hidden,
  });

  function components(items: object[], affected_components: object[] = []) {
    const summary = { name: 'B', ...LISTS, affected_components, structure: { items } };
    const words = createWordReader();
    const document = INCIDENT_IO_DOCUMENT.parse({ summary });
    return { list: readNativeComponents(document.summary!, words), words: words.unknownWords };
  }

  it('lists what the page shows, in its order; what is not affected works', () => {
    const group = { name: ' Find ', components: [leaf('b'), leaf('c', true), leaf('d', true)] };
    const hiddenGroup = { name: 'Inner', hidden: true, components: [leaf('e'), leaf('f')] };
    const affected = [
      { component_id: 'b', status: 'full_outage', current_status: 'degraded_performance' },
      { component_id: 'd', status: 'under_maintenance' },
      { component_id: 'f', status: 'partial_outage' },
    ];
    const items = [{ component: leaf('a') }, { group }, { group: hiddenGroup }, {}];
    expect(components(items, affected).list).toEqual([
      { id: 'a', name: 'a', status: 'operational' },
      { id: 'b', name: 'b', status: 'degraded_performance', group: 'Find' },
      { id: 'd', name: 'd', status: 'under_maintenance', group: 'Find' },
      { id: 'f', name: 'f', status: 'partial_outage', group: 'Inner' },
    ]);
  });

  it('takes a state it does not know for no good news', () => {
    const { list, words } = components(
      [{ component: leaf('a') }],
      [{ component_id: 'a', status: 'smoking' }],
    );
    expect(list).toEqual([{ id: 'a', name: 'a', status: 'unknown' }]);
    expect(words).toEqual([{ field: 'component.status', word: 'smoking' }]);
  });

  it('is empty where the page shows no structure', () => {
    const document = INCIDENT_IO_DOCUMENT.parse({ summary: { name: 'B', ...LISTS } });
    expect(readNativeComponents(document.summary!, createWordReader())).toEqual([]);
  });
});
