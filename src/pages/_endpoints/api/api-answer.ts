import type { CutProblem } from '../../../model/cut.ts';

const JSON_TYPE = 'application/json; charset=utf-8';

/** An answer of the API. */
export function apiAnswer(value: unknown, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(value), {
    headers: { 'content-type': JSON_TYPE, ...headers },
  });
}

const TITLES = {
  400: 'A parameter cannot be read',
  404: 'Nothing is kept under this address',
} as const;

/** An error as problem details (RFC 9457): what was wrong, and what would be right. */
export function problemAnswer(
  status: keyof typeof TITLES,
  detail: string,
  siteUrl: string,
  errors: readonly { parameter: string; value: string; expected: string }[] = [],
): Response {
  const problem = {
    type: `${siteUrl}/docs#errors`,
    title: TITLES[status],
    status,
    detail,
    ...(errors.length === 0 ? {} : { errors }),
  };
  return new Response(JSON.stringify(problem), {
    status,
    headers: { 'content-type': 'application/problem+json; charset=utf-8' },
  });
}

/** The answer to parameters that could not be read, every one of them named. */
export function badParameters(
  problems: readonly (Omit<CutProblem, 'parameter'> & { parameter: string })[],
  siteUrl: string,
): Response {
  const errors = problems.map(({ parameter, value, expected }) => ({
    parameter,
    value: value.slice(0, 80),
    expected,
  }));
  const detail = errors
    .map(
      (one) =>
        `${one.parameter}: ${JSON.stringify(one.value)} is not understood; expected ${one.expected}.`,
    )
    .join(' ');
  return problemAnswer(400, detail, siteUrl, errors);
}
