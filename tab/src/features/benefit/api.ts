import { queryOptions, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { BenefitList } from '#core/contracts/read.ts';
import type { ApiClient } from '../../lib/api-client.ts';
import { resultPath } from '../../lib/result-path.ts';
import { useServices } from '../../lib/services.tsx';
import { useRoute } from '../../lib/use-route.ts';

async function getBenefits(
  api: ApiClient,
  year: number,
  vintage: string | null,
  signal: AbortSignal,
): Promise<BenefitList> {
  return (await api.send<BenefitList>(resultPath(year, vintage, '/benefits'), { signal })).data;
}

export function benefitsQuery(api: ApiClient, year: number, vintage: string | null) {
  return queryOptions({
    queryKey: ['results', year, 'benefits', vintage],
    queryFn: ({ signal }) => getBenefits(api, year, vintage, signal),
  });
}

/** The indicators behind a year’s benefit. */
export function useBenefits(year: number): UseQueryResult<BenefitList> {
  return useQuery(benefitsQuery(useServices().api, year, useRoute().vintage));
}
