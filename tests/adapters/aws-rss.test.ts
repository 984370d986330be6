import { describe, expect, it } from 'vitest';
import { AWS_TITLE_IMPACT } from '../../src/adapters/aws-rss.ts';
import { readAs, xmlDocument, xmlFixture } from './read-xml-fixture.ts';

const feed = (
  items: string,
  built = 'Tue, 21 Oct 2025 04:55:00 PDT',
  title = 'Cloud Service Status',
) =>
  xmlDocument(
    `<rss version="2.0"><channel><title>${title}</title><lastBuildDate>${built}</lastBuildDate>${items}</channel></rss>`,
  );
const item = (title: string, date: string, epoch: number, body = 'Words.') =>
  `<item><title>${title}</title><guid>https://status.example/#ec2-us-east-1_${epoch}</guid><pubDate>${date}</pubDate><description>${body}</description></item>`;

describe('aws-rss', () => {
  const snapshot = readAs('aws-rss', xmlFixture('aws-rss/all-services.xml'), { providerId: 'aws' });
  const by = (title: string) => snapshot.incidents.find((incident) => incident.title === title);

  it('joins the posts of one service and region into one incident', () => {
    expect(snapshot.incidents).toHaveLength(3);
    expect(by('Increased Error Rates')).toMatchObject({
      upstreamId: 'table-us-east-1_1760944260',
      aliases: ['table-us-east-1_1760950860', 'table-us-east-1_1760956500'],
      status: 'resolved',
      impact: 'critical',
      regions: ['aws:us-east-1'],
      services: ['aws:table'],
    });
  });

  it('reads start and end out of the last post', () => {
    expect(by('Increased Error Rates')).toMatchObject({
      startedAt: '2025-10-20T06:49:00.000Z',
      resolvedAt: '2025-10-20T09:24:00.000Z',
      marks: ['start-stated', 'end-stated'],
    });
  });

  it('does not take the resolved mark of older posts for their state', () => {
    expect(by('Increased Error Rates')?.updates.map(({ status }) => status)).toEqual([
      'investigating',
      'identified',
      'resolved',
    ]);
  });

  it('does not end an incident because part of it is back', () => {
    const item = (at: string, id: number, body: string) =>
      `<item><title>Service disruption: Errors</title><guid>https://status.aws.amazon.com/#ec2-me-south-9_${id}</guid><pubDate>${at}</pubDate><description>${body}</description></item>`;
    const feed = (last: string) =>
      xmlDocument(
        `<rss version="2.0"><channel><title>AWS Service Status</title>${item('Mon, 20 Oct 2025 01:00:00 PDT', 1760947200, 'We are investigating errors.')}${item('Mon, 20 Oct 2025 02:00:00 PDT', 1760950800, last)}</channel></rss>`,
      );
    const statusAfter = (last: string) => readAs('aws-rss', feed(last)).incidents[0]?.status;
    expect(
      statusAfter('Networking has been restored for the other zones; we work on the rest.'),
    ).toBe('investigating');
    expect(statusAfter('Launches have recovered. Volumes have not.')).toBe('investigating');
    expect(statusAfter('The issue has been resolved and the service is operating normally.')).toBe(
      'resolved',
    );
  });

  it('keeps an incident one over months, whatever the case of its title', () => {
    expect(by('Power Loss')).toMatchObject({
      status: 'investigating',
      startedAt: '2025-07-01T17:00:00.000Z',
      resolvedAt: null,
      regions: ['aws:me-central-1'],
      services: [],
    });
    expect(by('Power Loss')?.updates).toHaveLength(2);
  });

  it('notes a title prefix it does not know, and names a global service without a region', () => {
    expect(by('Edge Latency')).toMatchObject({
      services: ['aws:edgenet'],
      regions: [],
      impact: 'minor',
    });
    expect(snapshot.unknownWords).toEqual([{ field: 'item.title', word: 'service hiccup' }]);
  });

  it('begins another incident days after an end', () => {
    const { incidents } = readAs(
      'aws-rss',
      feed(
        item('Performance issues: Errors', 'Mon, 20 Oct 2025 10:00:00 PDT', 1760979600) +
          item(
            'Service is operating normally: [RESOLVED] Errors',
            'Wed, 01 Oct 2025 10:00:00 PDT',
            1759338000,
          ),
      ),
    );
    expect(incidents.map(({ status }) => status).toSorted()).toEqual(['investigating', 'resolved']);
  });

  it.each(Object.entries(AWS_TITLE_IMPACT))('reads "%s" as impact %s', (prefix, impact) => {
    const { incidents, unknownWords } = readAs(
      'aws-rss',
      feed(item(`${prefix}: Xyz`, 'Mon, 20 Oct 2025 10:00:00 PDT', 1760979600)),
    );
    expect(incidents[0]?.title).toBe('Xyz');
    expect(incidents[0]?.impact).toBe(impact === 'none' ? 'unknown' : impact);
    expect(unknownWords).toEqual([]);
  });

  it('takes an empty channel for "nothing reported" only if it is the right one and young', () => {
    expect(readAs('aws-rss', feed('')).provesNothingReported).toBe(true);
    expect(readAs('aws-rss', feed('', 'Wed, 01 Oct 2025 04:55:00 PDT')).provesNothingReported).toBe(
      false,
    );
    expect(readAs('aws-rss', feed('', '')).provesNothingReported).toBe(false);
    expect(readAs('aws-rss', feed('', undefined, 'Other')).provesNothingReported).toBe(false);
    expect(readAs('aws-rss', feed(''), { expectTitle: 'Another' }).provesNothingReported).toBe(
      false,
    );
  });
});
