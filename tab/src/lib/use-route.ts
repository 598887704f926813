import { useMemo, useSyncExternalStore } from 'react';
import { hrefOf, parseRoute, type Route } from './route.ts';

function subscribe(onChange: () => void): () => void {
  window.addEventListener('hashchange', onChange);
  return () => window.removeEventListener('hashchange', onChange);
}

/** The route in the address bar. Anchors and the back button change it; {@link goTo} does so from code. */
export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash);
  return useMemo(() => parseRoute(hash), [hash]);
}

/** Goes to a route. `replace` leaves no step behind for the back button, for instance when a year is chosen. */
export function goTo(route: Route, options: { readonly replace?: boolean } = {}): void {
  if (options.replace === true) window.location.replace(hrefOf(route));
  else window.location.hash = hrefOf(route);
}
