import { Tooltip } from '@fluentui/react-components';
import type { ReactElement } from 'react';

interface ReasonTooltipProps {
  readonly content: string;
  readonly children: ReactElement;
}

/** The full reason beside the short one, also for who comes by keyboard or listens. */
export function ReasonTooltip({ content, children }: ReasonTooltipProps): ReactElement {
  return (
    <Tooltip content={content} relationship="description" withArrow>
      {children}
    </Tooltip>
  );
}
