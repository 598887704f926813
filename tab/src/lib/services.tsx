import { createContext, useContext } from 'react';
import type { ApiClient } from './api-client.ts';
import type { TeamsSession } from './teams-session.ts';

/** What the whole tab shares and tests replace. */
export interface Services {
  readonly api: ApiClient;
  readonly session: TeamsSession;
}

export const ServicesContext = createContext<Services | null>(null);

/** @throws Error outside the tab's frame, which is a mistake in the code */
export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (services === null) throw new Error('useServices() is used outside ServicesContext');
  return services;
}
