import { z } from 'zod';
import { parseEmbedOrigins } from '../../../src/config/embed-origins.ts';
import { securityHeaders } from '../../../src/server/security-headers.ts';
import type { OutputCheck } from './output-check.ts';
import type { OutputFile } from './output-file.ts';

/** The headers the server adds to an HTML answer at a path, with the setting of the case. */
function headersAt(file: OutputFile, path: string): Record<string, string> {
  const setting = file.config?.embedOrigins?.join(',') ?? '*';
  return securityHeaders(
    path,
    { 'content-type': 'text/html; charset=utf-8' },
    { embedOrigins: parseEmbedOrigins(setting).origins, isHttps: true },
  );
}

const ancestorsAt = (file: OutputFile, path: string) =>
  /frame-ancestors ([^;]*)/.exec(headersAt(file, path)['content-security-policy'] ?? '')?.[1] ?? '';

/** Paths a check names, or all of the case. */
function pathsOf(file: OutputFile, check: Readonly<Record<string, unknown>>): string[] {
  const { path } = z.looseObject({ path: z.string().optional() }).parse(check);
  return path === undefined ? (file.requests ?? []).map((request) => request.path) : [path];
}

export const frameChecks = {
  'header-absent': (file, check) => {
    const { header } = z.object({ header: z.string() }).parse(check);
    return pathsOf(file, check)
      .filter((path) => header in headersAt(file, path))
      .map((path) => `${header} is sent at ${path}`);
  },
  'no-set-cookie': (file, check) =>
    pathsOf(file, check).filter((path) => 'set-cookie' in headersAt(file, path)),
  'csp-frame-ancestors': (file, check) => {
    const { path, allows, value } = z
      .looseObject({
        path: z.string(),
        allows: z.string().optional(),
        value: z.string().optional(),
      })
      .parse(check);
    const found = ancestorsAt(file, path);
    const isAllowed = allows === undefined || found === '*' || found.split(' ').includes(allows);
    // README: 'self' or 'none' where the case says 'self'.
    const isValue = value === undefined || found === value || found === "'none'";
    return isAllowed && isValue ? [] : [`frame-ancestors ${found} at ${path}`];
  },
  'csp-exact': (file, check) => {
    const { contains } = z.object({ contains: z.string() }).parse(check);
    return pathsOf(file, check)
      .filter((path) => {
        const policy = headersAt(file, path)['content-security-policy'] ?? '';
        const directives = policy.split(';').map((directive) => directive.trim());
        return directives.filter((one) => one === contains).length !== 1;
      })
      .map((path) => `frame-ancestors ${ancestorsAt(file, path)} at ${path}`);
  },
  'config-rejected': (_file, check) => {
    const { embedOrigins } = z.object({ embedOrigins: z.array(z.string()) }).parse(check);
    return embedOrigins
      .filter((origin) => parseEmbedOrigins(origin).rejected.length === 0)
      .map((origin) => `${origin} is accepted`);
  },
} satisfies Record<string, OutputCheck>;
