import { queryOptions, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { BenefitList } from '#core/contracts/read.ts';
import type { ApiClient } from '../../lib/api-client.ts';
import { useServices } from '../../lib/services.tsx';

async function getBenefits(api: ApiClient, year: number, signal: AbortSignal): Promise<BenefitList> {
  return (await api.send<BenefitList>(`/results/${year}/benefits`, { signal })).data;
}

// eslint-disable-next-line @typescript-eslint/explicit-module-boundary-types -- the type is the library's own brand
export function benefitsQuery(api: ApiClient, year: number) {
  return queryOptions({
    queryKey: ['results', year, 'benefits'],
    queryFn: ({ signal }) => getBenefits(api, year, signal),
  });
}

/** The indicators behind a year’s benefit. */
export function useBenefits(year: number): UseQueryResult<BenefitList> {
  return useQuery(benefitsQuery(useServices().api, year));
}
