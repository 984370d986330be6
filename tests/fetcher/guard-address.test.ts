import { describe, expect, it } from 'vitest';
import { checkUrl, guardedLookup, isPublicAddress } from '../../src/fetcher/guard-address.ts';

describe('isPublicAddress', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '168.63.129.16',
    '0.0.0.0',
    '255.255.255.255',
    '224.0.0.1',
    '198.18.0.1',
    '::',
    '::1',
    '[::1]',
    'fe80::1%eth0',
    'fc00::1',
    'fd00:ec2::254',
    '::ffff:127.0.0.1',
    '::ffff:a9fe:a9fe',
    '64:ff9b::a00:1',
    '2002:a00:1::',
    'not an address',
  ])('refuses %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(['1.1.1.1', '203.0.112.1', '2606:4700::1111', '::ffff:1.1.1.1', '64:ff9b::101:101'])(
    'takes %s',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );
});

describe('checkUrl', () => {
  it.each([
    'file:///etc/hostname',
    'ftp://status.northwind.example/',
    'https://user:secret@status.northwind.example/',
    'http://localhost/',
    'http://localhost./',
    'http://status.localhost/',
    'http://0x7f.1/',
    'http://2130706433/',
    'http://[::ffff:127.0.0.1]:8500/v1/kv/',
    'http://169.254.169.254/latest/meta-data/',
  ])('refuses %s', (url) => {
    expect(() => checkUrl(new URL(url), false)).toThrow(/Refused to read/);
  });

  it('never repeats credentials, and refuses them even where private addresses are allowed', () => {
    const url = new URL('http://user:secret@127.0.0.1/');
    expect(() => checkUrl(url, true)).toThrow(/credentials/);
    expect(() => checkUrl(url, true)).not.toThrow(/secret/);
  });

  it('lets public names and, when told so, private addresses pass', () => {
    expect(() => checkUrl(new URL('https://status.northwind.example/'), false)).not.toThrow();
    expect(() => checkUrl(new URL('http://127.0.0.1:8080/'), true)).not.toThrow();
  });
});

describe('guardedLookup', () => {
  const look = (addresses: string[], allowPrivate = false) =>
    new Promise<unknown>((resolve) => {
      const lookup = guardedLookup(allowPrivate, (_host, callback) =>
        callback(
          null,
          addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
        ),
      );
      lookup('status.northwind.example', { all: true }, (error, found) => resolve(error ?? found));
    });

  it('hands on the addresses it checked', async () => {
    expect(await look(['1.1.1.1'])).toEqual([{ address: '1.1.1.1', family: 4 }]);
    expect(await look(['10.0.0.1'], true)).toEqual([{ address: '10.0.0.1', family: 4 }]);
  });

  it('refuses a name with one inner address among public ones', async () => {
    expect(await look(['1.1.1.1', '10.0.0.1'])).toMatchObject({ kind: 'blocked-address' });
  });
});
