import { useYears } from './resources/years.ts';
import { useServices } from './services.tsx';

/** Whether to offer what administrators do. The API decides what they may; this only saves others a closed door. */
export function useIsAdmin(): boolean {
  const { api } = useServices();
  // The roles come with the token, which is there once anything has been asked for.
  useYears();
  return api.roles().includes('Index.Admin');
}
