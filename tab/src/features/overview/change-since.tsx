import type { ReactElement } from 'react';
import type { ResultFigure } from '#core/result/figure.ts';
import { AbsentFigure } from '../../components/absent-figure.tsx';
import { figureText } from '../../lib/shown-figure.ts';
import { useTranslation } from '../../lib/translation.tsx';

interface ChangeSinceProps {
  readonly change: ResultFigure | null;
  readonly against: number | null;
}

/** "+0,10 sedan 2024", the reason why the change is not known, or nothing where no year is compared with. */
export function ChangeSince({ change, against }: ChangeSinceProps): ReactElement | null {
  const { t, language } = useTranslation();
  if (change === null || against === null) return null;
  if (change.kind === 'absent') {
    return (
      <>
        <AbsentFigure reason={change.reason} />{' '}
        {t('overview.change.since', { change: '', year: String(against) }).trim()}
      </>
    );
  }
  return (
    <>
      {t('overview.change.since', {
        change: figureText(change, 'change', language) ?? '',
        year: String(against),
      })}
    </>
  );
}
