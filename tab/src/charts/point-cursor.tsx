import { makeStyles, tokens } from '@fluentui/react-components';
import { useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { useTranslation } from '../lib/translation.tsx';
import { stepFrom, type CursorPoint } from './step-from.ts';

const useStyles = makeStyles({
  layer: { position: 'absolute', inset: 0, pointerEvents: 'none' },
  target: {
    position: 'absolute',
    width: '24px',
    height: '24px',
    margin: '-12px 0 0 -12px',
    padding: 0,
    border: 'none',
    borderRadius: tokens.borderRadiusCircular,
    background: 'none',
    pointerEvents: 'auto',
    '&:focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  card: {
    position: 'absolute',
    transform: 'translate(-50%, calc(-100% - 14px))',
    padding: '4px 8px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackgroundInverted,
    color: tokens.colorNeutralForegroundInverted,
    fontSize: tokens.fontSizeBase200,
    width: 'max-content',
    maxWidth: 'min(260px, 100%)',
    zIndex: 1,
  },
});

interface PointCursorProps {
  readonly points: readonly CursorPoint[];
  readonly widthPx: number;
  /** What Enter, Space or a press on a point does, beside showing its value. */
  readonly onChoose?: (id: string) => void;
}

/** Lies over a picture: one tab stop, arrow keys between points, and the value of the point that is pointed at or focused. */
export function PointCursor({ points, widthPx, onChoose }: PointCursorProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation();
  const layer = useRef<HTMLDivElement>(null);
  const [activeId, setActiveId] = useState<string | null>(null);
  const [shownId, setShownId] = useState<string | null>(null);
  const stopId = points.some((point) => point.id === activeId) ? activeId : (points.at(-1)?.id ?? null);
  const shown = points.find((point) => point.id === shownId);

  function onKeyDown(event: KeyboardEvent, from: CursorPoint): void {
    if (event.key === 'Escape') setShownId(null);
    const next = stepFrom(points, from, event.key);
    if (next === null) return;
    event.preventDefault();
    setActiveId(next.id);
    layer.current?.querySelector<HTMLElement>(`[data-point="${CSS.escape(next.id)}"]`)?.focus();
  }

  return (
    <div ref={layer} className={styles.layer} role="group" aria-label={t('chart.points')} data-picture="none">
      {points.map((point) => (
        <button
          key={point.id}
          type="button"
          data-point={point.id}
          className={styles.target}
          style={{ left: point.xPx, top: point.yPx }}
          tabIndex={point.id === stopId ? 0 : -1}
          aria-label={point.text}
          onFocus={() => {
            setActiveId(point.id);
            setShownId(point.id);
          }}
          onBlur={() => setShownId(null)}
          onMouseEnter={() => setShownId(point.id)}
          onMouseLeave={() => setShownId(null)}
          onKeyDown={(event) => onKeyDown(event, point)}
          onClick={() => onChoose?.(point.id)}
        />
      ))}
      {shown !== undefined && (
        <div
          className={styles.card}
          aria-hidden="true"
          style={{ left: Math.min(Math.max(shown.xPx, 80), widthPx - 80), top: shown.yPx }}
        >
          {shown.text}
        </div>
      )}
    </div>
  );
}
