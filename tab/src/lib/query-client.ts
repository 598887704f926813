import { QueryClient } from '@tanstack/react-query';
import { shouldRetry } from './api-problem.ts';

/** Results change once a day or when an admin refreshes: a minute-old answer is fresh enough to show at once. */
const FRESH_FOR_MS = 60_000;

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: FRESH_FOR_MS,
        retry: shouldRetry,
        retryDelay: (attempt) => 500 * 2 ** attempt,
      },
      // A write is never repeated by itself: the reader decides.
      mutations: { retry: false },
    },
  });
}
