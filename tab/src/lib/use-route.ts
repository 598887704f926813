import { useMemo, useSyncExternalStore } from 'react';
import { hrefOf, parseRoute, type Route } from './route.ts';

const listeners = new Set<() => void>();

/**
 * Tells everyone in one go. With a listener of the window for each, React would draw between them: an old page would show the
 * new title, take the focus with it, and be removed.
 */
function tellAll(): void {
  for (const listener of listeners) listener();
}

function subscribe(onChange: () => void): () => void {
  if (listeners.size === 0) window.addEventListener('hashchange', tellAll);
  listeners.add(onChange);
  return () => {
    listeners.delete(onChange);
    if (listeners.size === 0) window.removeEventListener('hashchange', tellAll);
  };
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
