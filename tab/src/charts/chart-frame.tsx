import { Button, makeStyles } from '@fluentui/react-components';
import { useRef, useState, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from '../lib/translation.tsx';
import { useElementWidth } from '../lib/use-element-width.ts';

const useStyles = makeStyles({
  figure: { margin: 0 },
  plot: { position: 'relative', minWidth: 0 },
  tools: { display: 'flex', justifyContent: 'flex-end', marginTop: '4px' },
});

const WIDTH_UNTIL_MEASURED_PX = 560;

interface ChartFrameProps {
  /** Draws the picture at this width, in CSS pixels. */
  readonly picture: (widthPx: number) => ReactNode;
  readonly table: ReactNode;
}

/** A picture that can be read as a table instead. */
export function ChartFrame({ picture, table }: ChartFrameProps): ReactElement {
  const styles = useStyles();
  const { t } = useTranslation();
  const plot = useRef<HTMLDivElement>(null);
  const widthPx = useElementWidth(plot, WIDTH_UNTIL_MEASURED_PX);
  const [asTable, setAsTable] = useState(false);
  return (
    <figure className={styles.figure}>
      <div ref={plot} className={styles.plot}>
        {asTable ? table : picture(widthPx)}
      </div>
      <div className={styles.tools}>
        <Button appearance="subtle" size="small" onClick={() => setAsTable(!asTable)}>
          {asTable ? t('chart.as-chart') : t('chart.as-table')}
        </Button>
      </div>
    </figure>
  );
}
