import type { Cut } from '../model/cut.ts';

/** One filter that is on: what to call it and the cut without it. */
export interface ActiveFilter {
  key:
    | 'provider'
    | 'category'
    | 'kind'
    | 'impact'
    | 'status'
    | 'region'
    | 'service'
    | 'text'
    | 'country'
    | 'from'
    | 'to';
  value: string;
  without: Cut;
}

/** The filters of a cut, each with the cut that remains when it is taken away; paging starts anew. */
export function activeFilters(cut: Cut): ActiveFilter[] {
  const { before: _before, limit: _limit, ...base } = cut;
  return [
    ...each('provider', 'providers', cut.providers),
    ...each('category', 'categories', cut.categories),
    ...each('country', 'countries', cut.countries),
    ...each('kind', 'kinds', cut.kinds),
    ...one('impact', 'impact', cut.impact),
    ...each('status', 'statuses', cut.statuses),
    ...each('region', 'regions', cut.regions),
    ...each('service', 'services', cut.services),
    ...one('text', 'text', cut.text),
    ...one('from', 'from', cut.from),
    ...one('to', 'to', cut.to),
  ];

  function one(
    key: ActiveFilter['key'],
    field: 'impact' | 'text' | 'from' | 'to',
    value: string | undefined,
  ): ActiveFilter[] {
    const { [field]: _taken, ...without } = base;
    return value === undefined ? [] : [{ key, value, without }];
  }

  function each(
    key: ActiveFilter['key'],
    field: 'providers' | 'categories' | 'countries' | 'kinds' | 'statuses' | 'regions' | 'services',
    values: readonly string[] | undefined,
  ): ActiveFilter[] {
    return (values ?? []).map((value) => {
      const { [field]: _taken, ...rest } = base;
      const left = (values ?? []).filter((other) => other !== value);
      return { key, value, without: left.length > 0 ? { ...rest, [field]: left } : rest };
    });
  }
}
