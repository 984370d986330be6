import { describe, expect, it } from 'vitest';
import { otherCauseIn } from '../../src/explain/other-causes.ts';
import { stanceOf } from '../../src/explain/stance.ts';
import { purposesOfUnnamed, unnamedProvidersIn } from '../../src/explain/unnamed-provider.ts';

const AT = '2025-10-20T08:00:00.000Z';
const stance = (text: string, name: string) => stanceOf(text, text.indexOf(name), name.length, AT);

describe('stance', () => {
  it.each([
    ['This is due to an outage at AWS.', 'AWS', 'cause'],
    ['Our app is not available due to an AWS outage.', 'AWS', 'cause'],
    ['AWS is reporting increased error rates.', 'AWS', 'cause'],
    ['The issue is with Azure.', 'Azure', 'cause'],
    ['Calls failed because Twilio failed.', 'Twilio', 'cause'],
    ['Anrufe scheiterten, weil Twilio ausfiel.', 'Twilio', 'cause'],
    ['Ursache ist eine Störung bei AWS.', 'AWS', 'cause'],
    ['En raison d’une panne chez Cloudflare.', 'Cloudflare', 'cause'],
    ['This may be related to AWS.', 'AWS', 'hedged'],
    ['This is not related to AWS.', 'AWS', 'negated'],
    ['Unlike the Cloudflare incident, this one is ours.', 'Cloudflare', 'negated'],
    ['This does not appear to be related to AWS.', 'AWS', 'negated'],
    ['AWS is not the cause.', 'AWS', 'negated'],
    ['Kein Zusammenhang mit der Störung bei AWS.', 'AWS', 'negated'],
    ['Sans rapport avec la panne de Cloudflare.', 'Cloudflare', 'negated'],
    ['Our Azure integration fails.', 'Azure', 'integration'],
    ['Errors when signing in with Google.', 'Google', 'integration'],
    ['Clusters on AWS start slowly.', 'AWS', 'named'],
    ['AWS customers see errors.', 'AWS', 'named'],
    ['We reviewed last week’s AWS outage.', 'AWS', 'past'],
    ['Our report on the AWS outage of 12 October is out.', 'AWS', 'past'],
  ])('%s', (text, name, expected) => {
    expect(stance(text, name)).toBe(expected);
  });
});

describe('other causes', () => {
  it.each([
    ['Caused by a database migration.', 'deploy'],
    ['An expired certificate was replaced.', 'certificate'],
    ['We are mitigating a DDoS attack.', 'attack'],
    ['A fibre cut near our data centre is the reason.', 'line-cut'],
    ['A faulty deploy was rolled back after a failed release.', 'deploy'],
    ['Grund ist ein Hardwaredefekt.', 'hardware'],
    ['En raison d’une erreur de configuration.', 'configuration'],
    ['We have rolled back the change.', 'own'],
  ])('%s', (text, code) => {
    expect(otherCauseIn(text)?.code).toBe(code);
  });

  it.each([
    'We are deploying a fix.',
    'This is not a cyberattack.',
    'We will update the database.',
  ])('names none: %s', (text) => {
    expect(otherCauseIn(text)).toBeNull();
  });
});

describe('unnamed providers', () => {
  it('are found with what they are for', () => {
    const [found] = unnamedProvidersIn('An issue with an upstream model provider.');
    expect(purposesOfUnnamed(found?.text ?? '')).toEqual(['ai-model']);
    expect(purposesOfUnnamed('third-party provider')).toBeNull();
    expect(unnamedProvidersIn('An "upstream request timeout" is shown.')).toEqual([]);
  });
});
