import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

/**
 * Whether a table has less room than it needs, so that its rows are better laid out as cards. What it needs is measured
 * whenever it stands as a table: when it is drawn, when its rows change and when its room does.
 */
export function useAsCards(region: RefObject<HTMLElement | null>, rows: readonly unknown[]): boolean {
  const [asCards, setAsCards] = useState(false);
  const neededPx = useRef(0);
  useLayoutEffect(() => {
    const element = region.current;
    if (element === null) return undefined;
    const decide = (): void => {
      const roomPx = element.clientWidth;
      // Out of sight it has no room, which says nothing.
      if (roomPx === 0) return;
      if (!asCards) neededPx.current = element.scrollWidth;
      setAsCards(roomPx < neededPx.current);
    };
    decide();
    const observer = new ResizeObserver(decide);
    observer.observe(element);
    return () => observer.disconnect();
  }, [region, rows, asCards]);
  return asCards;
}
