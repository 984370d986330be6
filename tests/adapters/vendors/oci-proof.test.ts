import { describe, expect, it } from 'vitest';
import { oci } from '../../../src/adapters/oci.ts';
import { FeedError } from '../../../src/model/feed-error.ts';

const read = (regionHealthReports: unknown) =>
  oci.parse(
    [
      {
        url: 'https://status.example/api/v2/components.json',
        body: Buffer.from(JSON.stringify({ regionHealthReports })),
        headers: {},
      },
    ],
    {
      providerId: 'oracle-cloud',
      statusPage: 'https://status.example/',
      fetchedAt: '2025-10-20T09:30:00.000Z',
    },
  );
const region = (serviceStatus: string | null) => ({
  regionName: 'Northwind North',
  regionId: 'nw-north-1',
  serviceHealthReports: [
    { serviceName: 'Compute', serviceId: 'compute', serviceStatus: 'NormalPerformance' },
    { serviceName: 'Queue', serviceId: 'queue', serviceStatus },
  ],
});

describe('what Oracle leaves out', () => {
  it('is green only where every offered service says so', () => {
    const fine = read([region('-')]);
    expect(fine.components[0]?.status).toBe('operational');
    expect(fine.provesNothingReported).toBe(true);
  });

  it('reads a service without a word as unknown, and its region with it', () => {
    const snapshot = read([region(null)]);
    expect(snapshot.components.map(({ status }) => status)).toEqual(['unknown', 'unknown']);
    expect(snapshot.provesNothingReported).toBe(false);
  });

  it('takes a list without regions for an error, not for calm', () => {
    expect(() => read([])).toThrow(FeedError);
  });
});
