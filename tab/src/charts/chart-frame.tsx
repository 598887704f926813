import { makeStyles } from '@fluentui/react-components';
import { useRef, useState, type ReactElement, type ReactNode } from 'react';
import { useElementWidth } from '../lib/use-element-width.ts';
import type { ChartData } from './chart-data.ts';
import { ChartTable } from './chart-table.tsx';
import { ChartTools } from './chart-tools.tsx';

const useStyles = makeStyles({
  figure: { margin: 0 },
  plot: { position: 'relative', minWidth: 0 },
});

const WIDTH_UNTIL_MEASURED_PX = 560;

interface ChartFrameProps {
  /** What the picture is called when it leaves the page. */
  readonly title: string;
  /** Draws the picture at this width, in CSS pixels. */
  readonly picture: (widthPx: number) => ReactNode;
  readonly data: ChartData;
  /** The picture is a table with marks in it, so a table view would only repeat it. */
  readonly isTable?: boolean;
}

/** A picture that can be read as a table instead, copied, and saved as picture or data. */
export function ChartFrame({ title, picture, data, isTable = false }: ChartFrameProps): ReactElement {
  const styles = useStyles();
  const plot = useRef<HTMLDivElement>(null);
  const widthPx = useElementWidth(plot, WIDTH_UNTIL_MEASURED_PX);
  const [asTable, setAsTable] = useState(false);
  return (
    <figure className={styles.figure} aria-label={title}>
      <div ref={plot} className={styles.plot}>
        {asTable ? <ChartTable data={data} /> : picture(widthPx)}
      </div>
      <ChartTools
        title={title}
        data={data}
        plot={plot}
        asTable={isTable ? null : asTable}
        onAsTable={setAsTable}
      />
    </figure>
  );
}
